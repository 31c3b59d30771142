"""Labels without a colon above one another, and the day on which a claim was finished."""

from tests.reading.papers import SERVICES, read_text


def test_labels_without_a_colon_above_one_another_stand_before_names() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient Ada Lombard            Member ID GRM 339 120 448
    Provider Larkspur Urology Group

    {SERVICES}""")
    assert document.patient is not None and document.patient.name == "Ada Lombard"
    assert document.provider is not None and document.provider.name == "Larkspur Urology Group"


def test_a_claim_was_finished_on_the_day_it_was_processed() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    This is a summary of a claim we finished on 03/09/2026. This is not a bill.
    Patient: Ada Lombard            Member ID: GRM339120448

    {SERVICES}""")
    assert str(document.processed_date) == "2026-03-09"
