"""What is left of the charges, where the words beside it say too little to be a label."""

from decimal import Decimal

from tests.reading.papers import read_text

STATEMENT = """
    Larkmoor Geriatric Medicine PC                STATEMENT
    2 Rose Lane, Larkmoor, MS 39120               11/10/2026
    PATIENT: ADA LOMBARD                          ACCT 0031187

    DATE        PROC     DESCRIPTION               QTY      CHARGE
    10/01/26    99309    SNF VISIT SUBSEQUENT        1      118.00
    10/08/26    99309    SNF VISIT SUBSEQUENT        1      118.00
    10/15/26    99308    SNF VISIT SHORT             1       92.00
                              TOTAL CHARGES                 328.00
                              MEDICARE PAID                 180.40
                              ADJUSTED                       72.60
                              {words}                      {left}
"""


def test_what_the_sums_leave_of_the_charges_is_what_a_bill_asks_for() -> None:
    totals = read_text(STATEMENT.format(words="PAY     ", left="75.00")).totals
    assert totals is not None
    assert totals.balance_due == Decimal(75)


def test_another_amount_below_the_sums_is_not() -> None:
    totals = read_text(STATEMENT.format(words="PAY     ", left="85.00")).totals
    assert totals is not None
    assert totals.balance_due is None
