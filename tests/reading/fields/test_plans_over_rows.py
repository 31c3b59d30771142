"""Names of plans that wrap on an insurance card."""

import pytest

from tests.reading.papers import read_text


def test_the_name_of_a_plan_goes_on_below() -> None:
    document = read_text("""
        Summit Crest Healthcare,             Cobalt Silver
        Inc.                                 Saver

        POLICYHOLDER          MEMBER #
        Ada Lombard           9046233281

        PLAN GROUP            EDI #
        G337748               11908

        PCP $20   Specialist $250   Urgent care $35   ER $35
        This card does not guarantee coverage.
    """)

    assert document.kind == "insurance_card"
    assert document.coverage is not None
    assert document.coverage.plan_name == "Cobalt Silver Saver"
    assert document.payer is not None
    assert document.payer.name == "Summit Crest Healthcare, Inc."


CARD = """
        Blue Oak Health
        Choice Plus PPO
        {}
        Member ID: W88123411      Group: 88123
        Copay: PCP $20  Specialist $40  ER $250
        This card does not guarantee coverage.
"""


@pytest.mark.parametrize("below", ["Ada Lombard", "Dental Vision"])
def test_a_member_and_what_is_covered_are_no_part_of_a_plans_name(below: str) -> None:
    coverage = read_text(CARD.format(below)).coverage

    assert coverage is not None
    assert coverage.plan_name == "Choice Plus PPO"


def test_who_stands_beside_the_kind_of_plan_issued_the_card() -> None:
    document = read_text("""
        Harrow Lake Benefits                 Choice PPO

        Member name           Member ID
        ADA LOMBARD           Y796314402
        Group no.
        274113
        Office visit $25   Specialist $50   Emergency room $250
        RxBIN 237299   RxPCN ADV   RxGRP RX5201
        This card does not guarantee coverage.
    """)

    assert document.kind == "insurance_card"
    assert document.payer is not None
    assert document.payer.name == "Harrow Lake Benefits"
    assert document.coverage is not None
    assert document.coverage.plan_name == "Choice PPO"


def test_a_labeled_value_issued_no_card() -> None:
    document = read_text("""
        Harrow Lake HMO                      Harrow Silver 2500

        Member: ADA LOMBARD                  Employer Group: 88201
        Member ID: Y796314402
        Office visit $25   Specialist $50   Emergency room $250
        RxBIN 237299   RxPCN ADV   RxGRP RX5201
        This card does not guarantee coverage.
    """)

    assert document.payer is not None
    assert document.payer.name == "Harrow Lake HMO"
    assert document.coverage is not None
    assert document.coverage.plan_name != "Harrow Lake HMO"


BESIDE = """
        Fenland HMO                                Fenland Select 10

        Subscriber                                 Primary care       $25
        ADA LOMBARD                                Specialist         $50
        Member ID                                  Urgent care        $60
        FH6275511 01                               Emergency room    $250

        This card does not guarantee coverage.
"""


def test_a_plan_beside_its_insurer_begins_as_the_insurers_name_does() -> None:
    document = read_text(BESIDE)
    assert document.kind == "insurance_card"
    assert document.payer is not None and document.coverage is not None
    assert (document.payer.name, document.coverage.plan_name) == ("Fenland HMO", "Fenland Select 10")


def test_what_a_visit_costs_names_no_insurer() -> None:
    document = read_text(BESIDE.replace("Fenland Select 10", "                 "))
    assert document.payer is not None
    assert document.payer.name == "Fenland HMO"


def test_the_kind_of_a_plan_stands_below_its_name() -> None:
    document = read_text("""
        Harrow Lake Life &                   Harrow Choice
        Health                               PPO

        POLICYHOLDER          MEMBER #
        Ada Lombard           9046233281

        PCP $20   Specialist $250   Urgent care $35   ER $35
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.plan_name == "Harrow Choice PPO"
    assert document.payer is not None
    assert document.payer.name == "Harrow Lake Life & Health"


def test_the_number_of_a_group_names_no_plan() -> None:
    document = read_text("""
        Harrow Lake Healthcare, Inc.
        Policyholder Ada Lombard       Plan Group 543118      RxBIN
        Member I.D. DKX 3360 3103      EDI Payer 70118        633118

        PCP $20   Specialist $250   Urgent care $35   ER $35
        This card does not guarantee coverage.
    """)

    assert document.coverage is not None
    assert document.coverage.plan_name is None
