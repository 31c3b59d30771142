"""Headings over the services of a claim, which begin with the label of its number."""

from tests.reading.papers import SERVICES, read_text

NOTICE = """
Harbor Mutual Health Plan                              Explanation of Benefits
CLAIM DETAIL (1 OF 1)
PATIENT:    Ada Lombard                                CLAIM NO:    00513750X114
PROVIDER:   QUARRYTOWN REHAB ASSOC (Participating)     CLAIM PROCESSED:   06/11/2026
{services}
"""


def test_a_heading_that_counts_claims_is_no_number_of_one() -> None:
    notice = read_text(NOTICE.format(services=SERVICES))
    assert notice.claim_number == "00513750X114"
    assert {line.claim_number for line in notice.lines} == {None}


def test_who_participates_is_of_the_network() -> None:
    assert _network(NOTICE) == "in"
    assert _network(NOTICE.replace("(Participating)", "(Non-participating)")) == "out"


def test_what_stands_in_or_behind_the_name_of_who_gave_care_says_so_too() -> None:
    assert _network(NOTICE.replace("(Participating)", "(Network)")) == "in"
    assert (
        _network(NOTICE.replace("PROVIDER:   QUARRYTOWN REHAB ASSOC (Participating)", "MARSH END LAB, IN-NETWORK"))
        == "in"
    )


def test_of_providers_who_differ_nobody_says_which_is_meant() -> None:
    assert _network(NOTICE + "Second claim: Marsh End Lab (non-plan provider)") is None


def _network(text: str) -> str | None:
    coverage = read_text(text.format(services=SERVICES)).coverage
    return coverage.network_status if coverage is not None else None


FAMILY = """
Harbor Mutual Insurance                Statement for: Ada Lombard
Explanation of Benefits Statement      Member/Subscriber: Ada Lombard
Claim Detail for Juno Lombard (Dependent)          Claim Number: BX4476999 01
Provider: Marsh End Pediatrics PA (Network)
                     Your plan                    Your Responsibility to Provider
{services}
"""


def test_a_claim_is_for_whom_its_heading_names_and_not_for_whom_the_statement_is() -> None:
    notice = read_text(FAMILY.format(services=SERVICES))
    assert notice.patient is not None
    assert notice.patient.name == "Juno Lombard"


def test_words_over_groups_of_columns_name_no_plan() -> None:
    coverage = read_text(FAMILY.format(services=SERVICES)).coverage
    assert coverage is not None
    assert coverage.plan_name is None


def test_where_claims_go_is_no_number_of_one() -> None:
    notice = read_text("Harbor Mutual Insurance\nExplanation of Benefits\nCLAIMS PO BOX 4499\n" + SERVICES)
    assert notice.claim_number is None


SUMMED_UP = """
Larkmoor Health Insurance Company
Explanation of Benefits
Summary of a claim
for services provided by QUARRYTOWN SURGICAL CTR
Patient: Ada Lombard      Processed: 07/24/2026
ICD Diagnosis Code(s): E03.9, R53.83
{services}
"""


def test_who_provided_services_and_for_which_diagnoses_is_told_by_labels() -> None:
    notice = read_text(SUMMED_UP.format(services=SERVICES))
    assert notice.provider is not None
    assert notice.provider.name == "QUARRYTOWN SURGICAL CTR"
    assert notice.diagnosis_codes == ("E03.9", "R53.83")
