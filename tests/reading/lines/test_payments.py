"""Rows of a table that tell of payments: one with its day, or what several came to."""

from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

BILL = """
Larkspur Physical Therapy
Patient: Ada Lombard          Account: LC-10447          Bill date: 05/29/2026

Date          Code     Description              Amount
05/04/2026    97161    Evaluation               150.00
05/11/2026    97110    Exercise                  64.00
Sum of charges                                  214.00
{paid}
Owed now                                        154.00
"""


def test_several_days_before_one_amount_tell_of_a_sum_and_of_no_payment() -> None:
    document = read_text(BILL.format(paid="Paid at desk 05/04, 05/11                       -60.00"))
    assert document.totals is not None
    assert (document.payments, document.totals.patient_paid) == ((), Decimal("60.00"))


def test_one_day_before_an_amount_is_that_of_a_payment() -> None:
    document = read_text(BILL.format(paid="Paid at desk 05/04                              -60.00"))
    assert [(paid.date, paid.amount) for paid in document.payments] == [(date(2026, 5, 4), Decimal("60.00"))]


LEDGER = """
Larkspur Family Practice
Patient: Ada Lombard          Account: LC-10447          Bill date: April 30, 2026

Date     Service                     Code      Charge    Credit
4-02     Office visit                99213     118.00
4-13     Recheck                     99212      84.00
4-27     Paid by cash                                     25.00
Total of charges                               202.00
Now due                                        177.00
"""


def test_a_closing_word_behind_a_day_is_a_payment_though_a_dash_parts_its_numbers() -> None:
    document = read_text(LEDGER)
    assert document.totals is not None
    paid = [(paid.date, paid.description, paid.amount) for paid in document.payments]
    assert (paid, document.totals.patient_paid) == ([(date(2026, 4, 27), "Paid by cash", Decimal("25.00"))], None)


def test_the_discount_of_the_plan_that_paid_is_agreed_by_contract() -> None:
    paid = "03/01/2026    Rowan Valley Health paid          -50.00\n03/01/2026    {name} discount      -10.00"
    document = read_text(BILL.format(paid=paid.format(name="Rowan Valley Health")))
    assert [each.kind for each in document.payments] == ["insurance_payment", "contractual_adjustment"]
    document = read_text(BILL.format(paid=paid.format(name="Courtesy")))
    assert [each.kind for each in document.payments] == ["insurance_payment", "discount"]


def test_a_payment_that_names_its_day_and_that_of_the_visit_is_one() -> None:
    document = read_text(BILL.format(paid="Payment 05/04 for visit 05/02                    -60.00"))
    assert [payment.amount for payment in document.payments] == [Decimal("60.00")]
