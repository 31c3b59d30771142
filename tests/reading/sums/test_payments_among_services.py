"""Payments listed among the services, above the sums of the columns: what the bill asks for is less than the last."""

from decimal import Decimal

from tests.reading.papers import read_text

STATEMENT = """
    Alder Family Clinic                           Statement date 06/02/2026
    41 Alder Street, Westerfield, CO 56461

    You owe                                       $35.00

    Services for: Ada Lombard

    Date        What was done           Charge    Plan discount    Plan paid    Your part
    04/02/26    Established visit       150.00            30.00        95.00        25.00
    04/02/26    Strep test               40.00            15.00        25.00
    04/16/26    Thyroid test             90.00            55.00                     35.00
    04/02/26    Payment at desk - card                                             -25.00
    Totals of charges                   280.00           100.00       120.00        60.00

    Paid by you so far    25.00
"""


def test_a_bill_asks_for_what_a_payment_above_the_sums_leaves_of_them() -> None:
    totals = read_text(STATEMENT).totals
    assert totals is not None
    assert totals.balance_due == Decimal(35)
    assert totals.patient_paid == Decimal(25)
