"""Dollar signs that were read as digits."""

from dataclasses import replace

from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

NOTICE = """
Cedar Health Plan                    Explanation of Benefits
Patient: Ada Lombard                 Member ID: CHP10447

Date        Code    Description      Billed     Discount   Allowed    Plan paid  You owe
04/02/2025  99213   Office visit     {billed}    {off}     $37.89     $30.31     $7.58
04/02/2025  36415   Blood draw       $24.00     $12.00     $12.00     $12.00     {owed}
"""


def read(billed: str = "$49.21", off: str = "$11.32", owed: str = "$0.00") -> ParsedDocument:
    """The notice with these amounts."""
    (paper,) = read_pages(page_of(NOTICE.format(billed=billed, off=off, owed=owed)))
    return paper


def test_a_digit_in_the_place_of_a_sign_is_left_out_where_the_row_adds_up_without_it() -> None:
    paper = read(billed="549.21", owed="50.00")
    first, second = paper.document.lines
    assert (str(first.charge), str(second.patient_responsibility)) == ("49.21", "0.00")


def test_such_an_amount_is_asked_for() -> None:
    assert read().sources["lines[0].charge"].confirmed_by != ()
    assert read(billed="549.21").sources["lines[0].charge"].confirmed_by == ()


def test_an_amount_that_adds_up_as_it_is_keeps_its_first_digit() -> None:
    paper = read(billed="549.21", off="$511.32")
    assert str(paper.document.lines[0].charge) == "549.21"


def test_an_amount_that_adds_up_neither_way_stays_as_it_is_printed() -> None:
    paper = read(billed="549.21", off="$13.32")
    assert str(paper.document.lines[0].charge) == "549.21"


def test_the_files_own_text_is_never_mended() -> None:
    page = page_of(NOTICE.format(billed="549.21", off="$11.32", owed="$0.00"))
    (paper,) = read_pages(replace(page, text_layer=True))
    assert str(paper.document.lines[0].charge) == "549.21"
