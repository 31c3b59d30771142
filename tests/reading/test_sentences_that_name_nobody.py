"""Print of notices that holds words of networks, payments or departments and names neither who gave care nor when."""

import pytest

from plainbill.case import Document
from tests.reading.papers import SERVICES, read_text


def _notice(*, said: str = "", services: str = SERVICES) -> Document:
    return read_text(f"""
    Silver Heron Health Plan
    Explanation of Benefits                        This is not a bill
    Member: Ada Lombard                 Member ID: XQ1234567
    Claim number: 55120077
    {services}
    {said}
    """)


@pytest.mark.parametrize(
    "said",
    [
        "To pay less choose a doctor (network provider)",
        "Laboratories must be chosen from our list (participating provider)",
        "Terms used below: allowed amount (plan provider)",
        "Office visit copay $20 (participating provider)",
    ],
)
def test_terms_of_networks_say_nothing_of_this_care(said: str) -> None:
    notice = _notice(said=said)
    assert notice.coverage is not None and notice.coverage.network_status is None
    assert notice.provider is None


@pytest.mark.parametrize(
    "said", ["Your plan pays 80% (in-network)", "Emergency care is covered in network or out of network"]
)
def test_a_sentence_before_a_badge_names_no_office(said: str) -> None:
    assert _notice(said=said).provider is None


def test_the_day_of_care_that_was_paid_for_is_not_that_of_the_decision() -> None:
    assert _notice(said="We paid the benefits for services you received on 03/02/2026").processed_date is None
    assert str(_notice(said="We paid $130.00 to Riverside Clinic on 03/20/2026").processed_date) == "2026-03-20"


def test_a_department_above_its_services_is_no_office() -> None:
    head, *services = SERVICES.strip("\n").splitlines()
    assert _notice(services="\n".join([head, "    Outpatient Hospital Services", *services])).provider is None


def test_a_logo_of_who_insures_is_not_short_for_who_gave_care() -> None:
    document = read_text(f"""
    HERON
    Explanation of Benefits                        This is not a bill
    Member: Ada Lombard                 Member ID: XQ1234567
    Claim number: 55120077
    Provider: Heron Physical Therapy
    {SERVICES}
    Heron Physical Therapy, 12 Oak Street, Springfield, IL 62704
    """)
    assert document.payer is not None and document.payer.name == "HERON"
    assert document.provider is not None and document.provider.name == "Heron Physical Therapy"


def test_a_sentence_high_up_is_nobodys_letterhead() -> None:
    provider = read_text("""
    Summit Mobility
    12 Main St, Boise, ID 83702
    Patient: Ada Lombard     Account 4471902
    Medicare pays 80 percent, your coinsurance is 20 percent
    Date          Item                             Amount
    03/02/2026    Wheelchair repair E2214       $140.00
    03/02/2026    Brakes E0974                   $40.00
    Amount due                                  $180.00
    """).provider
    assert provider is not None and provider.name == "Summit Mobility"
