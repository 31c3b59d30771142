from dataclasses import replace

from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Qty    Price     Charge
04/02/2025  99213   Office visit        1      100.00    100.00
04/02/2025  36415   Blood draw          2       12.00     24.00

Total charges                                            {total}
"""


def parsed(total: str) -> ParsedDocument:
    """The bill with this total."""
    (paper,) = read_pages(page_of(BILL.format(total=total)))
    return paper


def test_lines_that_add_up_confirm_each_other_and_the_total() -> None:
    sources = parsed("124.00").sources
    assert "total" in sources["lines[0].charge"].confirmed_by
    assert "line_sum" in sources["totals.charges"].confirmed_by


def test_a_sum_that_does_not_close_confirms_nothing() -> None:
    sources = parsed("142.00").sources
    assert sources["totals.charges"].confirmed_by == ()
    assert "total" not in sources["lines[0].charge"].confirmed_by


def test_units_times_price_confirms_units_and_charge() -> None:
    sources = parsed("142.00").sources
    assert "unit_price" in sources["lines[1].units"].confirmed_by
    assert "unit_price" in sources["lines[1].charge"].confirmed_by


def test_the_files_own_text_confirms_every_value() -> None:
    page: PageWords = replace(page_of(BILL.format(total="142.00")), text_layer=True)
    (paper,) = read_pages(page)
    assert all("text_layer" in source.confirmed_by for source in paper.sources.values())


def test_a_name_printed_once_is_doubtful() -> None:
    assert parsed("124.00").sources["patient.name"].confirmed_by == ()
