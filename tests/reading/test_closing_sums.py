"""What the closing sums of a bill and a notice are, by their words and by where they stand."""

from decimal import Decimal

import pytest

from plainbill.case import Totals
from tests.reading.papers import read_text

BILL = """
Larkspur Clinic, LLC          Statement Date: 05/01/2026
Patient: Ada Lombard          Account: LC-10447

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
04/02/2026    87880    Strep test         30.00

{closing}
"""


def totals_below(closing: str) -> Totals:
    totals = read_text(BILL.format(closing=closing)).totals
    assert totals is not None
    return totals


def test_what_remains_after_the_payments_is_the_balance() -> None:
    totals = totals_below(
        "Total charges      150.00\nTotal due      150.00\nPaid by Visa    -50.00\nBalance      100.00"
    )
    assert (totals.patient_paid, totals.balance_due) == (Decimal(50), Decimal(100))


def test_a_balance_that_is_no_rest_of_what_is_asked_is_not_taken() -> None:
    totals = totals_below(
        "Total charges      150.00\nTotal due      150.00\nPaid by Visa    -50.00\nBalance      90.00"
    )
    assert totals.balance_due == Decimal(150)


def test_the_total_of_an_invoice_before_payments_is_that_of_its_charges_even_where_the_lines_differ() -> None:
    totals = totals_below("Invoice total      160.00\nPlan payment      (60.00)\nPlease remit      100.00")
    assert (totals.charges, totals.balance_due) == (Decimal(160), Decimal(100))


def test_the_total_of_an_invoice_below_a_discount_is_not_that_of_its_charges() -> None:
    totals = totals_below(
        "Contract discount      -50.00\nInvoice total      100.00\nPlan payment      -60.00\nPlease remit      40.00"
    )
    assert totals.charges in {None, Decimal(150)}


def test_copays_received_were_paid_by_the_patient() -> None:
    totals = totals_below("Total charges      150.00\nCopays received      -35.00\nBalance due      115.00")
    assert totals.patient_paid == Decimal(35)


def test_a_day_between_the_words_of_a_sum_and_its_amount_is_that_of_the_sum() -> None:
    totals = totals_below("TOTAL CHARGE      050126      150.00")
    assert totals.charges == Decimal(150)


def test_what_the_beneficiary_paid_is_not_what_the_plan_paid() -> None:
    totals = read_text("""
Harrow Services Health Program
EXPLANATION OF BENEFITS
Date of Notice: May 9, 2026        Claim Number: W26035X44
Beneficiary Name: Ada Lombard      Provider: Larkspur Clinic

Date          Services        Billed    Approved
04/02/2026    Visit (99213)   120.00       80.00

Claim Summary
Amount Billed:         120.00
Approved:               80.00
Paid by Beneficiary:     0.00
Paid to Provider:       60.00
""").totals
    assert totals is not None
    assert totals.plan_paid == Decimal(60)


def test_the_sums_of_one_service_are_none_of_the_paper_where_totals_stand_below() -> None:
    totals = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2026
Provider: Quarrytown Clinic      Patient: Ada Lombard

Something nobody read
Amount billed          120.00
Amount allowed           0.00
Paid by plan             0.00

Total billed           540.00
Total paid by plan     310.00
""").totals
    assert totals is not None
    assert (totals.charges, totals.plan_paid, totals.allowed) == (Decimal(540), Decimal(310), None)


def test_a_balance_with_late_fees_goes_before_the_sum_of_a_column() -> None:
    totals = read_text("""
Larkspur Surgical Hospital
Patient: Ada Lombard           Account: 4215-96778

Date         Code    Activity            Total      Ins Pmts   Amount due from patient
01/21/2025   96360   Fluids              375.81        69.90        305.91
01/21/2025   99283   Emergency visit   1,133.00       754.58        378.42
Total of all charges                   1,508.81       824.48        684.33
                                                 Finance charges     32.00
                                                 Your Balance       716.33
""").totals
    assert totals is not None
    assert totals.balance_due == Decimal("716.33")


SHOP = """
DoorStep Physicians
INVOICE # 2026-0418
Patient: Ada Lombard

DATE         ACTIVITY   DESCRIPTION                    QTY     RATE     AMOUNT
04/08/2026   99345      Home visit, new patient          1   350.00     350.00
04/08/2026   J7040      Normal saline 500 ml             2    22.50      45.00
04/08/2026   96360      IV hydration, first hour         1   180.00     180.00
"""


def test_what_was_charged_stands_before_the_discount() -> None:
    totals = read_text(
        SHOP
        + """
                                             SUBTOTAL                   575.00
                                             DISCOUNT 10%               -57.50
                                             TOTAL                      517.50
                                             BALANCE DUE               $517.50
"""
    ).totals
    assert totals is not None
    assert (totals.charges, totals.balance_due) == (Decimal(575), Decimal("517.50"))


def test_the_sum_of_the_services_above_is_none_of_them_where_payments_stand_below() -> None:
    document = read_text(
        SHOP
        + """
                        Corrected charges                       575.00
                        Medicare paid 03-05-2026               (92.18)
                        Patient check 1182                     (20.00)
                        New balance                             462.82
"""
    )
    assert [str(line.charge) for line in document.lines] == ["350.00", "45.00", "180.00"]
    assert document.totals is not None and document.totals.charges == Decimal(575)


def test_what_an_insurer_is_expected_to_pay_was_not_paid() -> None:
    totals = read_text(
        SHOP
        + """
                        Merchandise subtotal                    575.00
                        Insurance estimate (not yet paid)     (210.00)
                        Total due from patient                  365.00
"""
    ).totals
    assert totals is not None
    assert (totals.insurance_paid, totals.balance_due) == (None, Decimal(365))


def test_amounts_behind_a_sign_of_their_own_and_a_day_are_read_by_their_labels() -> None:
    document = read_text("""
Larkspur Diagnostics
Patient: Ada Lombard          Date of service: 03/12/2026

LIPID PANEL                   80061       $       41.20
TSH                           84443       $       58.75
HEMOGLOBIN A1C                83036       $       33.40

TOTAL LAB CHARGES                         $      133.35
PLAN ALLOWANCE 04/02/26                   $      -51.62
PLAN PAYMENT 04/02/26                     $      -41.13
AMOUNT YOU NEED TO PAY                    $       40.60
""")
    assert [line.code for line in document.lines] == ["80061", "84443", "83036"]
    totals = document.totals
    assert totals is not None
    assert (totals.charges, totals.adjustments, totals.balance_due) == (
        Decimal("133.35"),
        Decimal("51.62"),
        Decimal("40.60"),
    )


def test_an_estimate_is_what_its_discount_leaves() -> None:
    document = read_text("""
Larkspur Women's Hospital
Your Good Faith Estimate of Expected Charges
Patient: Ada Lombard          Expected date: 06/22/2026

Code       Expected service                How many    Expected charge
59510      Cesarean delivery                      1          $5,900.00
0120       Room and board, 3 nights               3          $7,350.00
           Total expected charges                           $13,250.00
           Uninsured discount (10%)                         -$1,325.00
           Your estimated total                             $11,925.00
There is a $25.00 fee to use the dispute process. Pay $2,000.00 before 06/15/2026 to reserve your date.
""")
    assert document.totals is not None and document.totals.estimate == Decimal(11925)
    assert document.due_date is None
    assert [(line.code, line.revenue_code) for line in document.lines] == [("59510", None), (None, "0120")]


def test_how_far_a_limit_is_reached_and_what_is_pending_are_no_sums() -> None:
    totals = read_text("""
Marigold Mutual
EXPLANATION OF BENEFITS
Patient: Ada Lombard
Marigold paid your providers: $100.00
Deductible: $1,500.00 of $1,500.00 used

Service           Date          Billed    Plan paid    You owe
Office visit      03/02/2026    140.00       100.00      40.00
""").totals
    assert totals is not None
    assert (str(totals.plan_paid), totals.patient_paid, totals.deductible) == ("100.00", None, None)


@pytest.mark.parametrize("said", ["Card Charged         ", "Visa Card Charged    ", "Medicare Billed      "])
def test_what_a_card_was_charged_is_no_sum_of_charges(said: str) -> None:
    totals = read_text(f"""
    Summit Ridge Hospital
    12 Main St, Boise, ID 83702
    Patient: Ada Lombard           Account: 4471902

    {said}                          $38.00
    Collection Fee Billed                           $3.00
    Amount due                                     $41.00
    """).totals
    assert totals is not None and totals.charges is None


REVIEW = """
    Tamarack Casualty Company                 EXPLANATION OF REVIEW
    PO Box 66, Elko, NV 89801                 Workers' Compensation

    Injured worker             Claim number         Review / payment date
    Oswin Petrakis             WC-31-7740           05/09/2025

    Date          Procedure   Billed    Reduction   Allowance
    04/02/2025    99213       100.00        40.00       60.00
    04/09/2025    97110        60.00        20.00       40.00

    Total billed                  $160.00
    Total allowance               $100.00
    Payment issued                $100.00
"""


def test_a_payment_that_a_plan_issued_is_what_it_paid_and_its_day_may_share_a_label() -> None:
    document = read_text(REVIEW)
    assert document.totals is not None and document.totals.plan_paid == 100
    assert str(document.processed_date) == "2025-05-09"


PAID = """
    Tamarack Federal Services                   EXPLANATION OF BENEFITS
    Patient: Oswin Petrakis                     Claim Number: 2025066
    Benefits were payable to: Quarrytown Sleep Diagnostics

    Date          Services provided         Amount billed    Allowed    Coinsurance
    02/13/2025    Sleep study (95810)           $2,250.00    $640.00        $128.00
    02/14/2025    Tubing, heated (A4604)           $68.00     $40.00          $8.00
    Totals                                      $2,318.00    $680.00        $136.00

    Paid to provider        $544.00
    {paid}                $0.00
"""


@pytest.mark.parametrize("paid", ["Paid to beneficiary", "Amount paid to member", "Paid to you"])
def test_what_a_plan_paid_to_its_member_was_not_paid_by_them(paid: str) -> None:
    totals = read_text(PAID.format(paid=paid)).totals
    assert totals is not None
    assert [totals.plan_paid, totals.patient_paid] == [544, None]
