"""Copied text may hold several printed pages in one: none of them is missing."""

from plainbill.reading.layout import lay_out
from plainbill.reading.piles.repeats import page_problems
from tests.reading.papers import SERVICES, page_of

WHOLE = f"Quarrytown Clinic\nPatient: Ada Lombard\n{SERVICES}\nPage 1 of 2\nThank you\nPage 2 of 2\n"


def kinds_of(text: str) -> list[str]:
    return [problem.kind for problem in page_problems((lay_out(page_of(text)),), 0)]


def test_a_text_that_prints_the_numbers_of_all_pages_misses_none() -> None:
    assert kinds_of(WHOLE) == []


def test_a_text_that_prints_one_of_them_misses_the_other() -> None:
    assert kinds_of(WHOLE.replace("Page 2 of 2", "")) == ["missing_page"]
