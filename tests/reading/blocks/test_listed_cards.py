"""Cards whose amounts stand in two lists with distances of their own."""

from decimal import Decimal

from plainbill.case import Document
from plainbill.reading.page import PageWords, Word
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_pages

HEIGHT = 20
LEFT = ("Amount billed", "Ridgeline discount", "Allowed amount", "We paid the clinic")
RIGHT = ("Deductible", "Copay", "Coinsurance", "Not covered by plan", "Your share")
VISIT = ("March 2, 2026", "Office visit", "Procedure 99213-25", ("150.00", "-40.00", "110.00", "80.00"),
         ("0.00", "30.00", "0.00", "", "30.00"), "P1")  # fmt: skip
DRUG = ("March 2, 2026", "Ketorolac per 15 mg", "Procedure J1885   Quantity 4", ("64.00", "{off}", "{allowed}", "0.00"),
        ("0.00", "0.00", "0.00", "64.00", "64.00"), "K7, P1")  # fmt: skip


def phrase(x: float, y: float, text: str) -> list[Word]:
    """Words side by side from a left edge; several blanks are a wide gap."""
    placed: list[Word] = []
    for part in text.split(" "):
        width = 0.5 * HEIGHT * len(part)
        placed += [make_word(part, x, y, x + width, y + HEIGHT)] if part else []
        x += width + 0.3 * HEIGHT
    return placed


def amount(x: float, y: float, text: str) -> list[Word]:
    return [make_word(text, x - 0.5 * HEIGHT * len(text), y, x, y + HEIGHT)] if text else []


def card(
    y: float, off: str, allowed: str, told: tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]
) -> list[Word]:
    day, service, code, left, right, notes = told
    words = [*phrase(100, y, f"{day}    {service}"), *phrase(1100, y, code)]
    for i, (label, text) in enumerate(zip(LEFT, left, strict=True)):
        words += phrase(120, y + 38 + 26 * i, label) + amount(
            660, y + 38 + 26 * i, text.format(off=off, allowed=allowed)
        )
    for i, (label, text) in enumerate(zip(RIGHT, right, strict=True)):
        words += phrase(740, y + 38 + 21 * i, label) + amount(1180, y + 37 + 21 * i, text)
    return words + phrase(1300, y + 60, "Notes") + phrase(1300, y + 84, notes)


def notice(off: str = "0.00", allowed: str = "0.00") -> Document:
    words = [
        *phrase(100, 60, "Ridgeline Health Plan"),
        *phrase(900, 60, "Explanation of Benefits"),
        *phrase(100, 120, "Member: Ada Lombard"),
        *phrase(900, 120, "Processed: 03/20/2026"),
        *phrase(100, 150, "Provider: Quarrytown Clinic (in your network)"),
        *card(300, off, allowed, VISIT),
        *card(500, off, allowed, DRUG),
        *card(700, "0.00", "0.00", DRUG),
        *phrase(100, 960, "What the notes mean"),
        *phrase(100, 990, "P1    The discount is what we agreed with your clinic. You owe none of it."),
        *phrase(100, 1020, "K7    We pay for this drug only where a nurse gives it."),
    ]
    (parsed,) = read_pages(PageWords(index=0, file="n.jpg", number=1, width=1500, height=1900, words=tuple(words)))
    return parsed.document


def test_each_list_is_read_with_its_own_distances() -> None:
    visit, drug, _ = notice().lines
    assert (visit.code, visit.modifiers) == ("99213", ("25",))
    assert [visit.charge, visit.allowed] == [150, 110]
    assert [visit.copay, visit.coinsurance, visit.not_covered, visit.patient_responsibility] == [30, 0, None, 30]
    assert [adjustment.amount for adjustment in visit.adjustments] == [Decimal("40.00")]
    assert drug.code == "J1885"
    assert [drug.units, drug.not_covered, drug.patient_responsibility] == [4, 64, 64]
    assert [remark.code for remark in drug.remarks] == ["K7", "P1"]


def test_amounts_of_a_card_that_do_not_add_up_are_left_out() -> None:
    lines = notice(off="-4.00", allowed="50.00").lines
    assert [line.charge for line in lines] == [150, None, 64]
    assert [line.allowed for line in lines] == [110, None, 0]


def test_a_note_that_speaks_of_discounts_and_owing_heads_no_table() -> None:
    document = notice()
    assert [remark.code for remark in document.remarks] == ["P1", "K7"]
    assert document.coverage is not None
    assert document.coverage.network_status == "in"
