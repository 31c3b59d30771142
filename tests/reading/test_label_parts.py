"""Labels that no table has as a whole."""

import pytest

from plainbill.reading.amount_words import label_field


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Participant ID", "coverage.member_id"),
        ("National Provider ID", "provider.npi"),
        ("Group Policy No.", "coverage.group_number"),
        ("Doctor or facility", "provider.name"),
        ("Treatment period", "service_dates"),
        ("Notice prepared on", "document_date"),
        ("Claim reference no.", "claim_number"),
        ("Please pay before", "due_date"),
        ("Policy type", "coverage.plan_name"),
    ],
)
def test_a_label_is_known_by_its_words(label: str, field: str) -> None:
    assert label_field(label.split()) == field


@pytest.mark.parametrize(
    "label",
    [
        "Rendering provider",
        "Referring doctor name",
        "Claim total",
        "Group name",
        "Next visit date",
        "Patient",
        "Member since",
        "Secondary insurance company",
        "Plan discount",
        "Last statement date",
    ],
)
def test_what_changes_the_meaning_or_is_not_known_names_nothing(label: str) -> None:
    assert label_field(label.split()) is None
