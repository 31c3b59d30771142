"""Values of labels that are told by their form: numbers behind a sign, days without marks, amounts below zero."""

import pytest

from tests.reading.papers import read_text


def test_what_stands_below_the_number_of_a_label_is_not_its_value() -> None:
    document = read_text(
        """
Billing Summary > Guarantor #20044918

Cedar Falls Medical Group
Account #: 40044918
Patient: Dana Whitfield

Description            Date        Amount
OFFICE VISIT (99214)   03/14/2026  $284.00
LIPID PANEL (80061)    03/14/2026  $71.00
Total charges                      $355.00
"""
    )
    assert document.provider is not None and document.provider.name == "Cedar Falls Medical Group"


def test_days_without_marks_may_be_a_range() -> None:
    document = read_text(
        """
Cobalt HMO                            Explanation of Benefits
Member: Evander Juarez-Lund           Claim number: E52841045292
Visit Date: 031625-032025             Date Paid: 2025-04-24

Service           Billed    Plan paid    You owe
Exam               55.50        22.20      33.30
Cleaning          109.00        76.30      32.70
Total             164.50        98.50      66.00
"""
    )
    assert (str(document.service_from), str(document.service_to)) == ("2025-03-16", "2025-03-20")


@pytest.mark.parametrize("label", ["Savings with your plan:", "WRITE-OFFS:", "WRITE-0FFS:"])
def test_an_amount_is_no_name_of_a_plan_and_a_zero_among_letters_is_an_o(label: str) -> None:
    document = read_text(
        f"""
Georgia Medicaid
Explanation of benefits
Patient: Ivo Quenby     Claim: 40-1182
Paid date: 06/11/2025

Service            Date          Code     Charge    Paid      You owe
Hearing test       05/20/2025    92557    320.00    292.05    0.00
Ear wax removal    05/20/2025    69210    209.61    209.61    0.00

Total billed: $529.61
{label} $27.95 CR
We paid: $501.66
"""
    )
    assert document.totals is not None and str(document.totals.adjustments) == "27.95"
    assert document.coverage is None or document.coverage.plan_name is None
