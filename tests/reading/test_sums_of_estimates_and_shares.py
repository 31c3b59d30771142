"""What a plan's answer to an estimate sums up, and shares alone that are no service."""

from decimal import Decimal

from tests.reading.papers import read_text

ESTIMATE = """
Brightharbor Dental                                  PREDETERMINATION OF BENEFITS
Patient: Ada Lombard       Member ID: BHD20447810    Date: 07/22/2026

Code     Service           Submitted   Allowed     Deductible   Plan %   Estimated Plan   Estimated Patient
                           Fee         Amount                            Payment          Payment
D2740    Crown             $1,420.00     $988.00     $50.00      50%        $469.00           $519.00
D2950    Core buildup        $348.00     $226.00      $0.00      50%        $113.00           $113.00
D9944    Occlusal guard      $595.00       $0.00      $0.00       0%          $0.00           $595.00
Totals                     $2,363.00   $1,214.00     $50.00                 $582.00         $1,227.00
"""
NOTICE = """
Harbor Mutual Health Plan                            Explanation of benefits
Member: Ada Lombard        Member ID: HM-20441       Processed: 06/16/2026

Your Deductible    Status
for example        $257.00 in 2026.

Service           Date          Code     Billed    Allowed   Deductible   Plan paid    You owe
Office visit      03/02/2026    99213    140.00    120.00    20.00        100.00       20.00
Rapid test        03/02/2026    87880     40.00     30.00     0.00         30.00        0.00
Total                                    180.00    150.00    20.00        130.00       20.00
"""


def test_the_sums_of_an_estimate_by_column_are_its_totals() -> None:
    document = read_text(ESTIMATE)
    assert document.kind == "estimate"
    assert document.totals is not None
    assert (document.totals.allowed, document.totals.deductible) == (Decimal("1214.00"), Decimal("50.00"))


def test_a_share_without_a_charge_a_code_or_a_day_is_no_line() -> None:
    assert [line.code for line in read_text(NOTICE).lines] == ["99213", "87880"]
