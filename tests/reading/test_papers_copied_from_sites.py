"""What stands around a paper on a site names nobody; who holds the rights to the site does."""

from tests.reading.papers import SERVICES, read_text

SITE = """
Skip to main content
Hi, Ada
Explanation of benefits
Patient: Ada Lombard                    Member ID: HM-20441
Provider: Quarrytown Clinic             Processed: 03/20/2026
{services}
(c) 2026 {owner}. All rights reserved.
"""


def payer_on_site(owner: str) -> str | None:
    payer = read_text(SITE.format(services=SERVICES, owner=owner)).payer
    return payer.name if payer is not None else None


def test_who_holds_the_rights_to_a_site_is_the_payer() -> None:
    assert payer_on_site("Harbor Mutual Health") == "Harbor Mutual Health"


def test_what_stands_around_the_paper_on_a_site_is_no_name() -> None:
    assert payer_on_site("everybody") is None


def test_the_name_of_a_site_is_not_that_of_the_office() -> None:
    document = read_text("""
MyHealth                                         Osprey Lake Medical Group

Statement date May 20, 2026
Patient: Ada Lombard      Account number: 5512001

Date          Code     Description       Charge
05/02/2026    99213    Office visit      $140.00
05/02/2026    87880    Rapid test         $40.00
Total charges                            $180.00
Balance due                              $180.00
    """)
    assert document.provider is not None
    assert document.provider.name == "Osprey Lake Medical Group"
