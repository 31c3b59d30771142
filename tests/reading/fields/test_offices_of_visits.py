from plainbill.case import Document
from tests.reading.papers import SERVICES, read_text

TOP = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Claim number: 25-118840
"""


def read(named: str) -> Document:
    return read_text(TOP + named + SERVICES)


def name_of(named: str) -> str | None:
    provider = read(named).provider
    return provider.name if provider is not None else None


def test_the_badge_of_a_network_behind_a_name_says_who_gave_the_care() -> None:
    assert name_of("\nSandhill Hearing Clinic   In network\n") == "Sandhill Hearing Clinic"


def test_the_badge_of_a_network_below_a_name_says_so_too() -> None:
    assert name_of("\nSandhill Hearing Clinic\nOut-of-network\n") == "Sandhill Hearing Clinic"


def test_the_day_of_the_visit_behind_a_name_says_so_too() -> None:
    document = read("\nSandhill Hearing Clinic - visit of March 2, 2026\n")
    assert document.provider is not None
    assert document.provider.name == "Sandhill Hearing Clinic"
    assert document.payer is not None
    assert document.payer.name == "Tamarack Ridge Health Plan"


def test_badges_behind_several_names_name_no_one_office() -> None:
    two = "\nSandhill Hearing Clinic   In network\nMoor Street Laboratory   In network\n"
    assert name_of(two) not in {"Sandhill Hearing Clinic", "Moor Street Laboratory"}


CLAIMS = """
Claim            Who treated you          Network
25-118840        Dana Ruiz, PA            In network
Date        Service        Billed   We paid   You owe
03/02/26    Office visit   140.00    120.00     20.00
Claim total                140.00    120.00     20.00
Claim            Who treated you          Network
25-118851        Lena Okoro, PA           In network
Date        Service        Billed   We paid   You owe
03/09/26    Rapid test      40.00     40.00      0.00
Claim total                 40.00     40.00      0.00
"""


def test_who_treated_of_one_claim_among_several_is_not_the_provider_of_the_paper() -> None:
    document = read_text(TOP.replace("Claim number: 25-118840", "Network plan") + CLAIMS)
    assert document.provider is None or document.provider.name not in {"Dana Ruiz, PA", "Lena Okoro, PA"}
