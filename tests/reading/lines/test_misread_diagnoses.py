"""Diagnoses whose first letter, or whose label, was read as a digit or another letter."""

from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.terms.codes import with_its_letter
from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
                    {first}
04/02/2025  36415   Blood draw           24.00
                    Dx: I10

Total charges                           124.00
"""


def read(first: str) -> ParsedDocument:
    """The bill with this row below its first service."""
    (paper,) = read_pages(page_of(BILL.format(first=first)))
    return paper


def test_a_row_of_diagnoses_is_no_part_of_the_words_above() -> None:
    for first in ("Dx: 110", "Ox: I10", "0x: 110"):
        line = read(first).document.lines[0]
        assert (line.description, line.diagnosis_codes) == ("Office visit", ("I10",))


def test_a_comma_read_as_a_full_stop_parts_diagnoses() -> None:
    line = read("Dx: E11.9. Z79.4").document.lines[0]
    assert (line.description, line.diagnosis_codes) == ("Office visit", ("E11.9", "Z79.4"))


def test_what_was_misread_behind_the_label_is_no_word_of_the_service() -> None:
    line = read("Dx: 10").document.lines[0]
    assert (line.description, line.diagnosis_codes) == ("Office visit", ())


def test_a_letter_put_back_is_asked_for() -> None:
    assert read("Dx: 110").sources["lines[0].diagnosis_codes[0]"].confirmed_by == ()


def test_numbers_that_may_point_to_diagnoses_stay_numbers() -> None:
    assert [with_its_letter(code) for code in ("110", "123", "134", "125", "12")] == ["I10", "123", "134", "125", "12"]
