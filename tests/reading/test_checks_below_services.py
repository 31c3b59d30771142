"""The list of checks below the services of a plan's notice: whom it paid, by which check, and no service."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
Harbor Benefit Administrators                         Explanation of Benefits
Patient   Ada Lombard        Member ID   HB4410020      Date Processed   07/24/2026
Provider: QUARRYTOWN HOSPITAL

Dates of       Service           Charge      Not        PPO         Covered     Deductible    Payment
Service        Description       Amount      Covered    Discount    Amount      Amount        Amount
07/02/26       OUTPATIENT CARE   1,000.00    50.00      300.00      650.00      100.00        550.00
07/02/26       SUPPLIES            200.00               100.00      100.00                    100.00
               Column Totals     1,200.00    50.00      400.00      750.00      100.00        650.00

      Payment To           Check No.     Amount
   QUARRYTOWN HOSPITAL     00412200      650.00

Total Patient Responsibility         150.00

Plan Status: 01/01/2026 - 12/31/2026   $100.00 of the $500.00 Individual Deductible has been satisfied.
"""


def test_what_was_paid_by_which_check_is_no_service_and_hides_no_sums() -> None:
    notice = read_text(NOTICE)
    assert [line.charge for line in notice.lines] == [Decimal("1000.00"), Decimal("200.00")]
    assert notice.totals is not None
    assert (notice.totals.charges, notice.totals.adjustments) == (Decimal("1200.00"), Decimal("400.00"))
    assert (notice.totals.plan_paid, notice.totals.deductible) == (Decimal("650.00"), Decimal("100.00"))
