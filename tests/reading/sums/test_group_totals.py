"""Totals of one department whose words could sum up the whole bill."""

from decimal import Decimal

from tests.reading.papers import read_text

BILL = """
Alder Fork Hospital                                              Statement date: 03/30/2026
Patient: Ada Lombard          Account: AF-20881

Date        Code     Item description            Qty     Each        Extended
            0250     PHARMACY
03/11/26             Saline 500 ml               2       29.00          58.00
03/11/26             Ketorolac 30 mg             1       44.00          44.00
                     Total Pharmacy                                    102.00
            0410     RESPIRATORY SERVICES
03/11/26    94640    Nebulizer treatment         2      121.00         242.00
03/12/26    94640    Nebulizer treatment         1      121.00         121.00
                     Total Respiratory Services                        363.00
                     TOTAL CHARGES                                    $465.00
                     Account balance                                  $465.00
"""


def test_the_total_of_a_department_is_not_that_of_the_bill() -> None:
    totals = read_text(BILL).totals
    assert totals is not None
    assert (totals.charges, totals.balance_due) == (Decimal("465.00"), Decimal("465.00"))
