"""What was given at the desk, told by its means, its day and what it leaves."""

from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

ORDER = """
    QUARRY ROW OPTICAL
    41 Quarry Row, Larch, MI 49099

                          Code     Retail    Plan covers       You
    Eye exam              92014    130.00         120.00     10.00
    Frame                 V2020    210.00         150.00     60.00
    Lenses, pair          V2203    160.00         130.00     30.00
    Sum                           $500.00        $400.00   $100.00
    {given}               $40.00
    Balance at pick-up                                      {left}
"""


def test_a_deposit_by_card_on_its_day_is_a_payment() -> None:
    document = read_text(ORDER.format(given="Deposit Visa   3/9/26", left="$60.00"))
    (payment,) = document.payments
    assert (payment.amount, payment.date, payment.kind) == (Decimal("40.00"), date(2026, 3, 9), "patient_payment")
    assert payment.description == "Deposit Visa"
    assert document.totals is None or document.totals.patient_paid is None


def test_a_deposit_without_its_day_is_a_total() -> None:
    assert read_text(ORDER.format(given="Deposit Visa         ", left="$60.00")).payments == ()
