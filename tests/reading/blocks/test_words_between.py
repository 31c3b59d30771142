"""Services whose day, words and code stand halfway between captions and amounts, on three pairs of rows."""

from decimal import Decimal

from plainbill.case import Document
from plainbill.testing.doubles import make_page, make_word
from tests.reading.papers import read_pages

TOP = """
Tamarack Mutual                       Explanation of benefits
This is not a bill                    Member: Corin Ashby
Claim: 55-20931
"""
CAPTIONS = (
    ("Charged", "Discount", "Allowed"),
    ("Deductible", "Copay", "Coinsurance"),
    ("Excluded", "We paid", "You owe"),
)
VISITS = (
    ("04/02/2026  Skin check", "Code 99213", "", ("150.00", "60.00", "90.00"), ("0.00", "25.00", "0.00"),
     ("0.00", "65.00", "25.00")),
    ("04/02/2026  Skin biopsy", "Code 11102", "", ("310.00", "110.00", "200.00"), ("80.00", "0.00", "24.00"),
     ("0.00", "96.00", "104.00")),
    ("04/09/2026  Special dressing", "Code A6209", "Note Q4", ("40.00", "0.00", "0.00"), ("0.00", "0.00", "0.00"),
     ("40.00", "0.00", "40.00")),
)  # fmt: skip
LEFT, RIGHT, WIDE, HALF, TALL = 10.0, 400.0, 10.0, 10.0, 14.0


def paper(*, lowered: float = HALF) -> Document:
    """The services below each other, their words so much lower than the captions beside them."""
    page = make_page(TOP)
    words = [*page.words]
    y = 160.0
    for words_of, code, note, *amounts in VISITS:
        for text, captions, values in zip((words_of, code, note), CAPTIONS, amounts, strict=True):
            for at, word in _spread(text):
                words.append(make_word(word, LEFT + at, y + lowered, LEFT + at + WIDE * len(word), y + lowered + TALL))
            for row, cells in ((0.0, captions), (2 * HALF, values)):
                for i, cell in enumerate(cells):
                    edge = RIGHT + 200.0 * i - WIDE * len(cell)
                    for at, word in _spread(cell):
                        x0 = edge + at
                        words.append(make_word(word, x0, y + row, x0 + WIDE * len(word), y + row + TALL))
            y += 50.0
        y += 20.0
    words += make_page("\n" * 36 + "Q4 We need the size of the dressing before we can pay for it.").words
    (parsed,) = read_pages(page.__class__(index=0, file="p", number=1, width=1600, height=1600, words=tuple(words)))
    return parsed.document


def _spread(text: str) -> list[tuple[float, str]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((WIDE * at, word))
        at += len(word)
    return found


def test_amounts_on_three_pairs_of_rows_are_those_of_the_service_beside_them() -> None:
    lines = paper().lines
    assert [(line.code, line.description, line.charge, line.deductible) for line in lines] == [
        ("99213", "Skin check", Decimal("150.00"), Decimal("0.00")),
        ("11102", "Skin biopsy", Decimal("310.00"), Decimal("80.00")),
        ("A6209", "Special dressing", Decimal("40.00"), Decimal("0.00")),
    ]
    assert [(line.plan_paid, line.patient_responsibility) for line in lines] == [
        (Decimal("65.00"), Decimal("25.00")),
        (Decimal("96.00"), Decimal("104.00")),
        (Decimal("0.00"), Decimal("40.00")),
    ]


def test_codes_level_with_their_captions_go_on_with_the_service_too() -> None:
    lines = paper(lowered=0.0).lines
    assert [(line.code, line.copay, line.not_covered) for line in lines] == [
        ("99213", Decimal("25.00"), Decimal("0.00")),
        ("11102", Decimal("0.00"), Decimal("0.00")),
        ("A6209", Decimal("0.00"), Decimal("40.00")),
    ]


def test_the_key_of_a_note_beside_the_last_amounts_is_a_remark_of_the_service() -> None:
    assert [[remark.code for remark in line.remarks] for line in paper().lines] == [[], [], ["Q4"]]
