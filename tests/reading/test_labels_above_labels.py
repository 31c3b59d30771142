"""Labels without a colon above one another, and the day on which a claim was finished."""

from tests.reading.papers import read_text

_EOB = """
    Service           Date          Billed    Not covered    Plan paid    You owe
    Office visit      03/02/2026    140.00    20.00          100.00       20.00
    Rapid test        03/02/2026     40.00    10.00           30.00        0.00
    Total                           180.00    30.00          130.00       20.00
"""


def test_labels_without_a_colon_above_one_another_stand_before_names() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient Ada Lombard            Member ID GRM 339 120 448
    Provider Larkspur Urology Group

    {_EOB}""")
    assert document.patient is not None and document.patient.name == "Ada Lombard"
    assert document.provider is not None and document.provider.name == "Larkspur Urology Group"


def test_a_claim_was_finished_on_the_day_it_was_processed() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    This is a summary of a claim we finished on 03/09/2026. This is not a bill.
    Patient: Ada Lombard            Member ID: GRM339120448

    {_EOB}""")
    assert str(document.processed_date) == "2026-03-09"
