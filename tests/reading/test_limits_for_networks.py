"""Limits of a plan that are for care in its network say nothing of whoever gave the care."""

from tests.reading.papers import SERVICES, read_text


def test_a_deductible_in_the_network_says_not_that_the_provider_is() -> None:
    coverage = read_text(f"""
    Summit Health Plan
    Explanation of Benefits
    Member: Jon Lombard    Member ID: XK4410072
    Provider: Larkspur Medical Group
    {SERVICES}
    Individual deductible (in-network)      500.00
    Individual deductible (out-of-network) 1500.00
    """).coverage
    assert coverage is not None
    assert coverage.network_status is None
