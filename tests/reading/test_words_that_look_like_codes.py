"""Tests named like diagnoses, and words of services that have the form of a modifier."""

import pytest

from plainbill.reading.terms.codes import may_begin_words
from tests.reading.papers import read_text

VISIT = """
LARKSPUR DERMATOLOGY                 After Visit Summary
Patient: Ada Lombard                 DOB: 06/06/1982

Assessment
Vitamin level (B12)
Hypertension (I10)
Hemoglobin (A1C)

What was done today
Office visit, established patient            99213
Destruction of warts                         17110
"""


def test_a_test_in_parentheses_is_no_diagnosis() -> None:
    assert read_text(VISIT).diagnosis_codes == ("I10",)


@pytest.mark.parametrize(
    ("modifier", "behind"),
    [("25", "HYDROXY"), ("24", "HR"), ("50", "minutes"), ("T4", "FREE"), ("TB", "SKIN"), ("EP", "STUDY")],
)
def test_a_number_before_its_measure_and_the_name_of_a_test_begin_words(modifier: str, behind: str) -> None:
    assert may_begin_words(modifier, behind)


@pytest.mark.parametrize(("modifier", "behind"), [("25", "ED"), ("LT", "X-RAY"), ("59", "THERAPY"), ("26", "")])
def test_what_is_a_modifier_alone_begins_no_words(modifier: str, behind: str) -> None:
    assert not may_begin_words(modifier, behind)
