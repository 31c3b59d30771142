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


def test_of_providers_who_differ_nobody_says_which_is_meant() -> None:
    assert _network(NOTICE + "Second claim: Marsh End Lab (non-plan provider)") is None


def _network(text: str) -> str | None:
    coverage = read_text(text.format(services=SERVICES)).coverage
    return coverage.network_status if coverage is not None else None
