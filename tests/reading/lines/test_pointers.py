"""Diagnosis codes behind the letters of a claim form."""

from plainbill.reading.layout import lay_out
from plainbill.reading.lines.pointers import lettered_diagnoses
from tests.reading.papers import page_of


def test_a_code_that_lost_its_point_is_not_read_in_part() -> None:
    page = page_of("HEALTH INSURANCE CLAIM FORM\n\nA. H61 23   B. L57.0   C. J06.9")
    assert [code for code, _ in lettered_diagnoses(lay_out(page))] == ["L57.0", "J06.9"]
