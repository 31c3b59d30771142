"""Payments that stand by themselves: below a heading, and as what was given at the desk."""

from decimal import Decimal

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
