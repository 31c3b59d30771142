"""The sums of all claims under a head of their own, below a title that says what they are."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

CLAIMS = """
Alder Valley Assurance                            Member benefit summary
Issued March 9, 2026                              Member ID AV-2201-7
Patient Ada Lombard

Quarrytown Clinic     Claim AV-60512-77
Date        Service                Billed     Discount   Not paid   Copay    Deduct.    We paid    You owe
02/24/26    62323 Injection        1,260.00       0.00   1,260.00    0.00      0.00       0.00    1,260.00
02/24/26    J1100 Dexamethasone       24.00       4.00       0.00    0.00      0.00      20.00        0.00
            Subtotal               1,284.00       4.00   1,260.00    0.00      0.00      20.00    1,260.00

Corner Radiology      Claim AV-60513-02
Date        Service                Billed     Discount   Not paid   Copay    Deduct.    We paid    You owe
02/26/26    71046 Chest X-ray        118.00      40.00       0.00   20.00      8.00      50.00       28.00
            Subtotal                 118.00      40.00       0.00   20.00      8.00      50.00       28.00

{title}
              Billed      Discount     Not paid     Copay     Deduct.     We paid     You owe
All services  1,402.00    44.00        1,260.00     20.00     8.00        70.00       1,288.00
"""


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_grand_total_has_a_head_of_its_own(gap: str) -> None:
    totals = read_text(CLAIMS.format(title="Grand total, all claims" + gap)).totals

    assert totals is not None
    assert (totals.charges, totals.adjustments, totals.not_covered) == (Decimal(1402), Decimal(44), Decimal(1260))
    assert (totals.copay, totals.deductible, totals.plan_paid) == (Decimal(20), Decimal(8), Decimal(70))
    assert totals.patient_responsibility == Decimal(1288)
