"""Print that stands beside, among or below the rows of a table and is no part of it."""

from decimal import Decimal

from tests.reading.papers import read_text

BESIDE = """
Tamarack County Hospital                              Statement
Patient: Odile Fenwick        Account: 7731-20

                          Your charges by department
                          Laboratory                         410.00
Payment plans are         Pharmacy                           122.50
here for you. Ask us      Radiology                          900.00
                          Supplies                            68.25
                          Total charges                    1,500.75
                          Insurance payments               1,200.75-
                          Amount due                         300.00






Odile Fenwick             Remit to
7 Larkspur Street         Tamarack County Hospital      Pay  300.00
"""
CARD = """
Sorrel Valley Health Plan                         Gold HMO
MEMBER                                   PCP visit       $15
Odile Fenwick                            Specialist      $45
MEMBER ID                                Urgent care     $50
SVH 4471 02                              Emergency      $250
RxBIN 610014   RxPCN SVH
Member services 1-800-555-0142
"""
SENTENCE = """
Tamarack Anesthesia Group                 Statement date 02/09/2025
Patient: Odile Fenwick
Code     Mod    Description                  Charge
00790    AA     Anesthesia, upper abdomen    980.00
64415    59     Nerve block, shoulder        415.00
The anesthesiologist was present from start to end.
                Total charges              1,395.00
"""


def test_print_beside_a_list_and_a_slip_below_its_sums_are_no_charges() -> None:
    bill = read_text(BESIDE)
    assert [(line.description, line.charge) for line in bill.lines] == [
        ("Laboratory", Decimal("410.00")),
        ("Pharmacy", Decimal("122.50")),
        ("Radiology", Decimal("900.00")),
        ("Supplies", Decimal("68.25")),
    ]


def test_a_card_charges_for_nothing() -> None:
    card = read_text(CARD)
    assert (card.kind, card.lines, card.payments, card.totals) == ("insurance_card", (), (), None)
    assert card.coverage is not None
    assert (card.coverage.member_id, card.coverage.subscriber_name) == ("SVH 4471 02", "Odile Fenwick")


def test_a_sentence_across_the_columns_says_nothing_of_the_service_above() -> None:
    bill = read_text(SENTENCE)
    assert [line.description for line in bill.lines] == ["Anesthesia, upper abdomen", "Nerve block, shoulder"]
