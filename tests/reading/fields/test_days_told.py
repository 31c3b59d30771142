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
        ("All services on April 2, 2025.", "2025-04-02"),
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


@pytest.mark.parametrize(
    "said",
    [
        "Surgery on April 30, 2025 must be confirmed",
        "Your procedure on April 30, 2025 will take an hour",
        "Your next procedure on April 30, 2025",
    ],
)
def test_a_surgery_to_come_is_no_visit(said: str) -> None:
    assert read_text(SUMMARY.format(said=said)).service_from is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("for your visit of March 2, 2026, by April 15, 2026", "2026-04-15"),
        ("For services provided by 04/15/2026", "None"),
        ("Reflects what was posted by 04/15/2026", "None"),
        ("You save 20% by 04/15/2026", "None"),
    ],
)
def test_the_day_by_which_to_pay_stands_below_the_amount(said: str, day: str) -> None:
    document = read_text(f"""
    Larkspur Family Practice
    Patient: Ada Lombard

    Date          Code     Description            Amount
    03/02/2026    99213    Office visit           140.00
    Total charges                                 140.00

    Balance due                                   140.00
    {said}
    """)
    assert str(document.due_date) == day


def test_the_day_of_a_statement_may_stand_behind_a_period_with_thru() -> None:
    document = read_text("""
Kettle Creek Clinic
210 Granary St, Kettle Creek, MO 64999
Patient: Ada Lombard Service Dates: 05.11.25 thru 05.13.25 Statement Date: 07/05/2025
Account: K-551

Code     Description       Amount
99213    Office visit      120.00
87880    Rapid test         40.00
""")
    assert str(document.document_date) == "2025-07-05"
