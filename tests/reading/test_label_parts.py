"""Labels that no table has as a whole."""

import pytest

from plainbill.reading.terms.label_parts import label_field
from tests.reading.papers import read_text


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


@pytest.mark.parametrize(("label", "day"), [("Dates", "2025-03-04"), ("Date", None)])
def test_dates_in_the_plural_are_those_of_service(label: str, day: str | None) -> None:
    read = read_text(f"""
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt     Account: 4418823     {label}: 03/04/2025

Code    Description                        Charge
99213   Follow-up care                     120.00
""")

    assert (str(read.service_from) if read.service_from else None) == day
