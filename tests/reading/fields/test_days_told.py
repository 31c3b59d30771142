"""Days of visits that stand in sentences."""

import pytest

from tests.reading.papers import read_text

SUMMARY = """
Larkspur Family Practice
4 Rose Street
Elmgrove, NM 87999

Visit summary
Patient: Ada Lombard
{said}

What was done today
Office visit, brief 99212
Strep test 87880
This is a record of your visit and not a bill.
"""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("You saw Ines Okonjo, NP on Tuesday, April 2, 2025 for a sore throat", "2025-04-02"),
        ("Thank you. Here is what we did at your office visit\non April 2, 2025.", "2025-04-02"),
        ("Procedure on April 2, 2025. Two providers cared for you.", "2025-04-02"),
        ("Please come back for your next visit on April 30, 2025", "None"),
        ("We want to call you about your surgery on April 30, 2025", "None"),
        ("You saw Ines Okonjo, NP on April 2, 2025. Your lab visit on April 9, 2025 is part of it", "None"),
    ],
)
def test_a_sentence_tells_the_day_of_the_visit_and_not_that_of_the_next(said: str, day: str) -> None:
    document = read_text(SUMMARY.format(said=said))
    assert document.kind == "visit_summary"
    assert str(document.service_from) == day
    assert {str(line.service_date) for line in document.lines} == {day}
