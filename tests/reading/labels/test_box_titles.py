"""Titles of boxes on a row of labels."""

import pytest

from tests.reading.papers import read_text

SERVICES = """
Date         Code    Description         Billed    Plan paid    You owe
03/02/2026   99213   Office visit        140.00    120.00       20.00
"""
CAPTIONS = """
Cedar Health Plan                       Explanation of Benefits

Patient name        Doctor or facility        Plan year so far
                                              Deductible limit          $750.00
Ada Lombard         Larkspur Clinic, LLC
                                              Deductible met            $103.00
Member ID           Claim number              Deductible left           $647.00
CHP10447            26031077
"""
FLOW = """
Cedar Health Plan                       Explanation of Benefits

Patient: Ada Lombard   Member ID: CHP10447   Your provider:    Plan year so far
Larkspur Clinic, LLC   Claim number: 26031077                  Deductible limit    $750.00
                                                               Deductible met      $103.00
                                                               Deductible left     $647.00
"""


@pytest.mark.parametrize("head", [CAPTIONS, FLOW])
def test_the_title_of_a_box_of_sums_names_nobody(head: str) -> None:
    read = read_text(head + SERVICES)

    assert read.provider is not None
    assert read.provider.name == "Larkspur Clinic, LLC"
    assert (read.claim_number, read.coverage and read.coverage.member_id) == ("26031077", "CHP10447")


def test_values_over_two_columns_of_sums_are_no_titles() -> None:
    read = read_text("""
    Summit Ridge Hospital
    Patient              Ada Lombard
    Charges     $140.00   Insurance paid   $100.00
    Adjusted    $10.00    You owe          $30.00
    Account              4471902
    Last paid   $40.00    Plan paid        $100.00
    Other       $10.00    You owe          $20.00
    """)
    assert read.patient is not None
    assert (read.patient.name, read.patient.account_number) == ("Ada Lombard", "4471902")
