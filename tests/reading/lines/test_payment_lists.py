"""Payments that stand by themselves: below a heading, and as what was given at the desk."""

from decimal import Decimal

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
    Larkspur Medical Group
    100 Main Street
    Lexmoor, KY 40999
    Patient: Ada Lombard       Account number: 4410072

    Date          Code     Description        Charge
    03/02/2026    99213    Office visit       140.00
    03/02/2026    87880    Rapid test          60.00
    {closing}
"""


def bill(*closing: str) -> Document:
    return read_text(BILL.format(closing="\n    ".join(closing)))


def test_rows_with_days_below_a_heading_are_payments_and_no_sums() -> None:
    document = bill(
        "",
        "",
        "Credits posted to date",
        "04/01/2026    LAKELAND HMO PAYMENT               90.00 CR",
        "04/01/2026    LAKELAND HMO CONTRACT ALLOWANCE    70.00 CR",
        "03/02/2026    PATIENT DEPOSIT - CHECK 77         15.00 CR",
        "",
        "Total charges              200.00",
        "Payments and adjustments   175.00 CR",
        "Account balance             25.00",
    )
    assert [(payment.date is not None, payment.amount) for payment in document.payments] == [
        (True, Decimal("90.00")),
        (True, Decimal("70.00")),
        (True, Decimal("15.00")),
    ]
    totals = document.totals
    assert totals is not None
    assert (totals.insurance_paid, totals.adjustments, totals.patient_paid) == (None, None, None)
    assert totals.balance_due == Decimal("25.00")


def test_words_of_a_heading_with_no_days_below_head_no_payments() -> None:
    document = bill("", "", "Payments received", "Insurance payments    90.00", "Balance due   110.00")
    assert not document.payments


def test_cards_and_cash_between_what_was_due_and_what_is_left_are_payments() -> None:
    document = bill(
        "Total charges        200.00",
        "Amount due today     200.00",
        "Visa ending 0021     150.00",
        "Cash                  40.00",
        "Balance               10.00",
    )
    assert [(payment.description, payment.amount) for payment in document.payments] == [
        ("Visa ending 0021", Decimal("150.00")),
        ("Cash", Decimal("40.00")),
    ]
    assert document.totals is not None
    assert document.totals.balance_due == Decimal("10.00")
    assert document.totals.patient_paid is None


def test_cards_and_cash_that_do_not_lead_to_what_is_left_are_no_list() -> None:
    document = bill(
        "Total charges        200.00",
        "Amount due today     200.00",
        "Visa ending 0021     150.00",
        "Cash                  40.00",
        "Balance               20.00",
    )
    assert not document.payments


def test_a_check_from_a_plan_is_the_payment_of_the_plan() -> None:
    document = bill(
        "Total charges                     200.00",
        "Amount due today                  200.00",
        "Check from Meridia Health Plan    150.00",
        "Cash                               40.00",
        "Balance                            10.00",
    )
    assert [payment.kind for payment in document.payments] == ["insurance_payment", "patient_payment"]


def test_a_credit_from_before_was_given_by_nobody_at_the_desk() -> None:
    document = bill(
        "Total charges             200.00",
        "Amount due today          200.00",
        "Credit for prior visit    150.00",
        "Cash                       40.00",
        "Balance                    10.00",
    )
    assert [payment.kind for payment in document.payments] == ["other", "patient_payment"]


def test_below_payment_history_an_entry_needs_no_word_for_paying() -> None:
    document = bill("", "", "Payment history", "Mar 9, 2026     Debit card, front desk     50.00")
    (payment,) = document.payments
    assert (payment.description, payment.amount, payment.kind) == (
        "Debit card, front desk",
        Decimal("50.00"),
        "patient_payment",
    )


@pytest.mark.parametrize("charged", ["Office visit, follow up", "Late fee added"])
@pytest.mark.parametrize("row", ["Apr 9, 2026     {}     140.00", "Apr 9, 2026     140.00\n{}"])
def test_what_is_charged_among_payments_made_is_none(charged: str, row: str) -> None:
    document = bill("", "", "Payment history", *row.format(charged).splitlines())
    assert not any(payment.description for payment in document.payments)


def test_what_is_to_be_paid_is_no_payment() -> None:
    document = bill(
        "", "", "Payment plan", "Apr 9, 2026     First part     50.00", "May 9, 2026    Second part    50.00"
    )
    assert not document.payments


def test_entries_over_their_days_are_payments_where_money_moved() -> None:
    document = bill(
        "Total charges                   200.00",
        "You owe                          35.00",
        "",
        "Activity",
        "Lakeland Health paid            120.00",
        "Mar 20, 2026",
        "Claim sent to Lakeland Health",
        "Mar 4, 2026",
        "Check-in payment, Visa           45.00",
        "Mar 2, 2026",
    )
    assert [(str(payment.date), payment.amount, payment.kind) for payment in document.payments] == [
        ("2026-03-20", Decimal("120.00"), "insurance_payment"),
        ("2026-03-02", Decimal("45.00"), "patient_payment"),
    ]


@pytest.mark.parametrize("said", ["Payment due", "Late payment reminder", "Scheduled payment", "Card payment declined"])
def test_what_is_still_to_be_paid_is_no_payment_over_its_day(said: str) -> None:
    document = bill(
        "Total charges             200.00",
        "You owe                   140.00",
        "",
        "Account activity",
        "Statement mailed          140.00",
        "Mar 10, 2026",
        f"{said}            140.00",
        "Mar 20, 2026",
    )
    assert not document.payments


def test_a_discount_of_a_plan_by_its_kind_is_contractual() -> None:
    document = bill("", "", "Payments and credits", "03/20/2026    Lakeland PPO discount    70.00")
    assert [payment.kind for payment in document.payments] == ["contractual_adjustment"]


def test_a_day_and_an_amount_over_words_below_recent_payments_are_a_payment() -> None:
    document = bill("", "", "Recent payments", "Mar 9, 2026            50.00", "Visa ending 0021")
    assert [(str(payment.date), payment.description, payment.amount) for payment in document.payments] == [
        ("2026-03-09", "Visa ending 0021", Decimal("50.00")),
    ]


def test_a_fee_for_paying_late_below_payments_made_is_none() -> None:
    document = bill(
        "",
        "",
        "Payments made",
        "02/12/2026    Visa                  50.00",
        "02/13/2026    Lakeland PPO          40.00",
        "04/01/2026    Late fee              10.00",
    )
    assert [payment.amount for payment in document.payments] == [Decimal("50.00"), Decimal("40.00")]


def test_labels_right_below_a_list_of_payments_are_those_of_closing_sums() -> None:
    document = bill(
        "",
        "",
        "Activity                        Amount posted",
        "PAYMENT BY CHECK                       -15.00",
        "Adjustments :                          70.00-",
        "Insurance payments :                   90.00-",
        "Your payments :                        15.00-",
        "Late fee :                              8.00",
        "Please pay this amount :               33.00",
    )
    assert [(payment.description, payment.amount) for payment in document.payments] == [
        ("PAYMENT BY CHECK", Decimal("15.00"))
    ]
    totals = document.totals
    assert totals is not None
    assert (totals.adjustments, totals.insurance_paid, totals.patient_paid, document.fees) == (
        Decimal("70.00"),
        Decimal("90.00"),
        Decimal("15.00"),
        Decimal("8.00"),
    )


def test_what_was_received_on_a_day_from_somebody_named_is_a_payment_and_no_sum() -> None:
    document = bill(
        "",
        "New charges                                                  200.00",
        "Payment received 04/01/2026 - Lakeland Choice EFT 55120      150.00 CR",
        "Late charge on previous balance                                5.00",
        "Total now due                                                 55.00",
    )
    assert [(payment.description, payment.amount) for payment in document.payments] == [
        ("Lakeland Choice EFT 55120", Decimal("150.00"))
    ]
    assert document.totals is not None
    assert document.totals.patient_paid is None
    assert document.previous_balance is None
    assert document.fees == Decimal("5.00")


def test_who_paid_may_stand_before_the_day() -> None:
    document = read_text(
        """
    RiverBend Hospital              Statement date: 06/02/2026
    Patient: Leah Monroe            Acct: RB9921844

    DATE          DESCRIPTION                CODE       AMOUNT
    04/02/2026    VENIPUNCTURE               36415       66.00
    04/02/2026    BASIC METABOLIC PANEL      80048      310.00
                                        TOTAL CHARGES   376.00
    INSURANCE PAYMENTS  CIGNA  05/11/2026              -120.66
    PATIENT RESPONSIBILITY                              255.34
"""
    )
    assert [(str(each.date), each.kind, str(each.amount)) for each in document.payments or ()] == [
        ("2026-05-11", "insurance_payment", "120.66")
    ]
