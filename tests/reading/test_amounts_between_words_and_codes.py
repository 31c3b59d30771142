"""Plans' notices whose amounts stand level with the middle of a cell: words with their day above, the code below."""

from decimal import Decimal

from plainbill.case import Document
from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages

COVER = """
Larkmoor Health
Explanation of Benefits (EOB) - This is not a bill
P.O. Box 7700                 Statement date: August 14, 2026
Quarrytown, OH 43999          Member: Cressida Lombard
                              Member ID: LM5520114
Amount billed                 Member rate               Plan's share           Your share
$390.00                       $190.00                   $160.00                $30.00
This is what providers        The price we              We paid this to your   This is what you owe, or
charged for the services.     negotiated for you.       providers.             already paid.

How your plan paid
Your claim was processed and we paid $160.00 to Juniper Hill Clinic on 8/9/26 . If you owe anything,
your provider will bill you.
                                                                        Page 1 of 2
"""
HEADING = """
Larkmoor Health                                     Explanation of Benefits (EOB)
Claim for Cressida (self)
Claim ID: EL4410220       Received on 8/3/26
Juniper Hill Clinic (In-network)
                                                                        Page 2 of 2
"""
HEADS = ("Amount billed", "Member rate", "Not payable", "Your copay", "Plan's share", "You owe")
ROWS = (
    ("SCHOOL PHYSICAL on 8/1/26", "99394", ("210.00", "110.00", "", "30.00", "80.00", "30.00")),
    ("HEARING TEST on 8/1/26", "92551", ("100.00", "50.00", "50.00 (1)", "", "50.00", "0.00")),
    ("VISION TEST on 8/1/26", "99173", ("80.00", "30.00", "", "", "30.00", "0.00")),
)
TOTALS = ("390.00", "190.00", "50.00", "30.00", "160.00", "30.00")


def _set(text: str, x: float, y: float) -> list[tuple[str, float, float, float, float]]:
    """The words of a text in print of one width."""
    placed = []
    for word in text.split():
        placed.append((word, x, y, x + 8.0 * len(word), y + 14))
        x += 8.0 * (len(word) + 1)
    return placed


def _amounts(texts: tuple[str, ...], y: float) -> list[tuple[str, float, float, float, float]]:
    return [word for i, text in enumerate(texts) for word in _set(text, 400 + 130 * i, y)]


def claims() -> PageWords:
    heading = page_of(HEADING, 1)
    words, y = _amounts(HEADS, 300), 340.0
    for words_above, code, amounts in ROWS:
        words += [*_set(words_above, 60, y), *_amounts(amounts, y + 14), *_set(code, 60, y + 28)]
        y += 80
    words += [*_set("Totals:", 60, y), *_amounts(TOTALS, y)]
    whole = (*heading.words, *(make_word(*word) for word in words))
    return PageWords(index=1, file=heading.file, number=2, width=1300, height=1700, words=whole)


def notice() -> Document:
    (parsed,) = read_pages(page_of(COVER), claims())
    return parsed.document


def test_amounts_in_the_middle_are_those_of_the_words_above_and_the_code_below() -> None:
    lines = notice().lines
    assert [(line.description, line.code) for line in lines] == [
        ("SCHOOL PHYSICAL", "99394"),
        ("HEARING TEST", "92551"),
        ("VISION TEST", "99173"),
    ]
    assert [line.charge for line in lines] == [Decimal("210.00"), Decimal("100.00"), Decimal("80.00")]
    assert {str(line.service_date) for line in lines} == {"2026-08-01"}


def test_sentences_below_sums_list_no_services() -> None:
    document = notice()
    assert (len(document.lines), document.payments) == (3, ())


def test_who_gave_care_to_whom_and_when_the_plan_paid_is_told_beside_the_claim() -> None:
    document = notice()
    assert document.provider is not None
    assert document.patient is not None
    assert document.coverage is not None
    assert (document.provider.name, document.patient.name) == ("Juniper Hill Clinic", "Cressida Lombard")
    assert document.coverage.network_status == "in"
    assert (str(document.processed_date), str(document.document_date)) == ("2026-08-09", "2026-08-14")
