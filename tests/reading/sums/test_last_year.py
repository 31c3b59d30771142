"""What came together last year, and what may be charged for a returned check: no sums and payments of the paper."""

from decimal import Decimal

from tests.reading.papers import read_text

STATEMENT = """
        Larkspur Hospital
        Patient: Ada Lombard          Account: LC-10447
        Date        Code     Description         Charge
        03/02/26    99213    Office visit        900.00

        Post Date    Payments/Adjustments        Pmt/Adj
        04/06        Prompt Pay Discount         154.14 CR
        PREVIOUS YEAR TOTAL    1,284.00
        BALANCE DUE              745.86
        A fee of $25.00 is charged for returned checks. Accounts over 90 days may be sent to collections.
"""


def test_the_sum_of_last_year_is_no_sum_of_charges() -> None:
    totals = read_text(STATEMENT).totals

    assert totals is not None
    assert (totals.charges, totals.balance_due) == (None, Decimal("745.86"))


def test_a_sentence_below_the_payments_is_none() -> None:
    assert [payment.amount for payment in read_text(STATEMENT).payments] == [Decimal("154.14")]


def test_a_sum_beside_one_of_last_year_is_of_this_paper() -> None:
    document = read_text("""
        Larkspur Health Plan
        Explanation of benefits
        Patient: Ada Lombard          Claim number: 10447201
        Date        Service         Billed    Allowed     Not covered   Plan paid   You owe
        03/02/26    Office visit    140.00    100.00      40.00         80.00       20.00
        You paid in the prior year: 50.00     Amount you owe: 70.00
    """)

    assert document.totals is not None
    assert document.totals.patient_responsibility == Decimal("70.00")
