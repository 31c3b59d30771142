"""Closing sums whose labels are those of columns, the insurer's name, or a head of sums alone."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

NOTICE = """
STELLAN BENEFIT TRUST
EXPLANATION OF BENEFITS
Enrollee: Ida Quill            ID number: STB90117452
Provider: Alder Bay Clinic     Processed 02/25/2026

Date          Service description      Code      Billed     Plan rate    We paid     Coinsurance
02/03/26      MRI lumbar spine         72148     1,420.00   611.20       611.20      0.00
02/06/26      PT evaluation            97162       215.00   104.60        83.68      20.92
{closing}
"""
TWO = """
                                             All claims on this statement
                                             Billed                             1,635.00
                                             Plan rate                          {rate}
                                             Your coinsurance to pay               20.92
"""
BILL = """
Larkspur Heart Clinic, LLC           Statement Date: 05/20/2026
Patient: Ada Lombard                 Account: LH-10447
Insurance billed: Garden Shield

Date           CPT       Description                 Charge
04/06/2026     99215     Office visit                298.00
04/06/2026     93000     ECG with report              74.00
Total charges                                        372.00
{label}                                -164.90
Balance due                                          207.10
"""


def test_a_label_that_is_the_head_of_a_column_means_its_sum() -> None:
    totals = read_text(NOTICE.format(closing=TWO.format(rate="715.80"))).totals
    assert totals is not None
    assert (totals.allowed, totals.coinsurance) == (Decimal("715.80"), Decimal("20.92"))
    assert totals.plan_paid is None


def test_such_a_label_beside_another_amount_means_nothing() -> None:
    totals = read_text(NOTICE.format(closing=TWO.format(rate="700.80"))).totals
    assert totals is not None
    assert totals.allowed is None


@pytest.mark.parametrize("label", ["Garden Shield payment", "Less: payment from Garden Shield"])
def test_the_payment_of_the_insurer_by_name_is_what_insurance_paid(label: str) -> None:
    totals = read_text(BILL.format(label=label)).totals
    assert totals is not None
    assert totals.insurance_paid == Decimal("164.90")


def test_the_sum_of_own_payments_is_what_the_patient_paid_also_below_no_zero() -> None:
    paid = """
06/20/2026     Visa payment - thank you               -80.00
Today's payments                                      -80.00"""
    totals = read_text(BILL.replace("{label}                                -164.90", paid.strip("\n"))).totals
    assert totals is not None
    assert totals.patient_paid == Decimal("80.00")


def test_a_head_of_sums_alone_names_each_amount_below_it() -> None:
    totals = read_text(
        NOTICE.format(
            closing="""
TOTALS:       BILLED AMT    ALLOWED AMT    DEDUCT AMT    COINS AMT    PROV PD AMT
              1,635.00      715.80         38.10         20.92        656.78
"""
        )
    ).totals
    assert totals is not None
    assert (totals.deductible, totals.plan_paid) == (Decimal("38.10"), Decimal("656.78"))


def test_payments_of_nobody_named_are_the_plans_where_they_are_all_that_it_paid() -> None:
    bill = """
Larkspur Heart Clinic, LLC           Statement Date: 05/20/2026
Patient: Ada Lombard                 Account: LH-10447

Date           CPT       Description                              Charge     Credit
04/06/2026     99215     Office visit                             298.00
                         PMT Piedmont Choice 05/08/2026                      131.80
04/06/2026     93000     ECG with report                           74.00
                         PMT Piedmont Choice 05/08/2026                       18.90
                         Insurance payments                                  {paid}
                         Patient balance due                                 {due}
"""
    kinds = [payment.kind for payment in read_text(bill.format(paid="150.70", due="221.30")).payments]
    assert kinds == ["insurance_payment", "insurance_payment"]
    kinds = [payment.kind for payment in read_text(bill.format(paid="140.70", due="231.30")).payments]
    assert kinds == ["other", "other"]


def test_the_heads_of_columns_behind_words_for_all_claims_mean_their_sums() -> None:
    closing = """
                                             Both claims, billed                1,635.00
                                             Both claims, we paid                 694.88
                                             Both claims, plan rate               700.00
"""
    totals = read_text(NOTICE.format(closing=closing)).totals
    assert totals is not None
    assert (totals.charges, totals.plan_paid) == (Decimal(1635), Decimal("694.88"))
    assert totals.allowed is None


def test_savings_by_contract_below_their_words_are_an_adjustment() -> None:
    totals = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard      Claim: LM-448810

Code         Date          Billed    Allowed    Plan paid   You owe
99213        04/02/2025    100.00      80.00        60.00     20.00

Provider billed            Contractual savings            Allowed amount            Patient responsibility
$100.00                    -$20.00                        $80.00                    $20.00
""").totals
    assert totals is not None
    assert str(totals.adjustments) == "20.00"
