"""Notices of a union's trust: no title says what they are, and numbers have names of their own."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
Carpenters Welfare Trust
12 Vesper St, Quarrytown, OH 44130                             612-555-0117
Participant: Ada Lombard                                   Claim: 93101277-A
Patient: Ada Lombard                                       Provider: Hillcrest Hospital
Identification: CWT 110886                                 Patient account: 53790044
Local/Group: L4711                                         Decision date: 04/06/2026

Date         Type of service        Total      Network    Not         Applied to    Plan        What
                                    charges    savings    payable     deductible    payment     you owe
03/02/26     Surgical suite         2,400.00    900.00                   250.00     1,250.00    250.00
03/03/26     Laboratory               300.00    120.00                                180.00
03/03/26     Telephone                 20.00                20.00                                20.00
             Claim total            2,720.00  1,020.00      20.00        250.00     1,430.00    270.00
"""


def test_shares_of_a_numbered_claim_beside_what_the_plan_paid_make_a_notice() -> None:
    document = read_text(NOTICE)
    assert document.kind == "eob"
    assert document.totals is not None
    assert (document.totals.plan_paid, document.totals.patient_responsibility) == (Decimal("1430.00"), Decimal(270))
    assert document.totals.balance_due is None


def test_the_local_of_a_union_is_a_members_group() -> None:
    coverage = read_text(NOTICE).coverage
    assert coverage is not None
    assert (coverage.member_id, coverage.group_number) == ("CWT 110886", "L4711")


def test_words_for_births_and_for_what_a_plan_does_not_cover() -> None:
    document = read_text(
        NOTICE.replace("Local/Group: L4711  ", "Patient born: 01/25/2016")
        .replace("Not  ", "     ")
        .replace("payable ", "        ")
        .replace("20.00                                20.00", "                                     20.00")
        + "\nTotal ineligible      20.00\n"
    )
    assert document.patient is not None and document.totals is not None
    assert str(document.patient.date_of_birth) == "2016-01-25"
    assert document.totals.not_covered == Decimal(20)
