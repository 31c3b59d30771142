"""Estimates of offices that know the plan: headings with sums, what the plan takes off, and what is left to pay."""

from plainbill.case import Document
from tests.reading.papers import read_text

ESTIMATE = """
Osprey Lake Surgeons                                             500 Lakeshore Drive, Lexmoor, KY 40999

Estimate for Hand Surgery with Anesthesia
Created on May 1, 2026      Estimate ID 551200      Planned for June 3, 2026
For Ada Lombard - Coverage: Lakeland Health Plan

{head}

Surgery center fees                                   $1,150.00
Carpal tunnel release                                 $1,100.00
64721
Block of a nerve                                         $50.00
64450
Doctor fees                                             $900.00
Surgeon                                                 $700.00
64721-RT
Anesthesia                                              $200.00
01810
Total fees                                            $2,050.00
"""
CHAIN = """
Total fees        Discount of your plan        Insurance covers        You pay
$2,050.00         $850.00                      $900.00                 $300.00
"""
SHARES = """
Your deductible      $250.00
Your coinsurance      $50.00
You pay              $300.00
"""


def estimate(head: str = "") -> Document:
    return read_text(ESTIMATE.format(head=head))


def test_headings_with_the_sum_of_what_stands_below_are_no_services() -> None:
    assert [(line.code, str(line.charge)) for line in estimate().lines] == [
        ("64721", "1100.00"),
        ("64450", "50.00"),
        ("64721", "700.00"),
        ("01810", "200.00"),
    ]


def test_what_the_row_of_sums_leads_to_is_what_is_estimated() -> None:
    totals = estimate(CHAIN).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.estimate), totals.patient_responsibility) == ("2050.00", "300.00", None)


def test_what_the_shares_add_up_to_is_what_is_estimated() -> None:
    totals = estimate(SHARES).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.estimate)) == ("2050.00", "300.00")
    assert (str(totals.deductible), str(totals.coinsurance)) == ("250.00", "50.00")


def test_where_nothing_leads_to_what_is_paid_the_price_of_everything_is_estimated() -> None:
    totals = estimate(SHARES.replace("250.00", "245.00")).totals
    assert totals is not None
    assert (totals.charges, str(totals.estimate)) == (None, "2050.00")
    assert totals.deductible is None


def test_what_an_estimate_is_for_is_no_patient() -> None:
    patient = estimate().patient
    assert patient is not None
    assert patient.name == "Ada Lombard"


def test_a_closing_row_tells_charges_and_what_the_patient_is_left_to_pay() -> None:
    totals = read_text("""
        Larchmont Life Insurance Company
        PRETREATMENT ESTIMATE OF DENTAL BENEFITS
        Patient: Nadine Overholt              Date prepared: 08/14/2026

        Code     Description          Charge      Plan fee   Estimated benefit   Patient cost
        D2740    Crown              1,385.00    1,012.00              506.00         506.00
        D2950    Core buildup         310.00      224.00              112.00         112.00
        TOTALS                      1,695.00    1,236.00              618.00         618.00
    """).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.estimate)) == ("1695.00", "618.00")
