"""Whether the provider is of the plan's network: not what a limit of the plan is for."""

from tests.reading.papers import SERVICES, page_of, read_pages

HEAD = """
Harbor Mutual Health Plan                                        Explanation of benefits
Member: Ada Lombard      Member ID: HM-20441          Processed: 07/24/2026      Page 1 of 2

In-network individual deductible       $1,500.00 limit    $812.40 used    $687.60 left
"""
CLAIM = """
Claim for Ada Lombard
Provider: Quarrytown Emergency Clinic {aside}
Member ID: HM-20441                                    Page 2 of 2
{services}
"""


def network_with(aside: str) -> str | None:
    (parsed,) = read_pages(page_of(HEAD), page_of(CLAIM.format(aside=aside, services=SERVICES), 1))
    coverage = parsed.document.coverage
    return coverage.network_status if coverage is not None else None


def test_what_is_said_behind_the_provider_on_a_later_page_is_said_of_them() -> None:
    assert network_with("(out of network)") == "out"
    assert network_with("(in-network)") == "in"


def test_the_name_of_a_limit_says_nothing_of_the_provider() -> None:
    assert network_with("") is None
