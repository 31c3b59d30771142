"""Decisions, reasons and remarks with their labels on the rows below services."""

from tests.reading.papers import read_text

NOTICE = """
Thistledown Community Care
How we paid your claim

Patient      Ada Lombard             Claim ID         TCC-2603-0771
Member ID    TCC0099173-04           Decision date    March 12, 2026
Provider     Saltgrass Labs          Service date     February 28, 2026

Service                          Billed      Approved    We paid    You pay
Comprehensive metabolic panel    $118.00     $10.56      $10.56     $0.00
CPT 80053              Status: PAID
Vitamin D, 25 hydroxy            $212.00     $0.00       $0.00      $0.00
CPT 82306              Status: DENIED   Reason 50C
Venipuncture                     $9.00       $0.00       $0.00      $0.00
CPT 36415              Reason ZB
All services                     $339.00     $10.56      $10.56     $0.00

Reason 50C - The test is not considered medically necessary.
Reason ZB - Reported for information only; no charge was made.
"""
EMERGENCY = """
Thistledown Health Alliance                              EXPLANATION OF BENEFITS
                                                         Finalized 05/09/2026
Patient   Ada Lombard          Member ID  THA 009 44 7102
Claim     2026-119-66072       Provider   Quarrytown Emergency Physicians

                                             Qualifying
            Procedure            Provider    payment     Adj       Adj         Deduct-   Co-ins    Payment
Date        /Modifier   Units    charge      amount      code      amount      ible      20%       to provider
04/13/26    99285/25    1        1,890.00    412.60      OA-209    1,477.40    0.00      82.52     330.08
                                                         N860
            EMERGENCY DEPT VISIT
04/13/26    31500       1        1,225.00    188.30      OA-209    1,036.70    0.00      37.66     150.64
                                                         N860
            INSERT EMERGENCY AIRWAY
CLAIM TOTALS                     3,115.00    600.90                2,514.10    0.00      120.18    480.72

The most this provider may ask you to pay: $120.18
"""


def test_labeled_decisions_and_reasons_are_no_part_of_the_name() -> None:
    document = read_text(NOTICE)
    assert [(line.description, line.status) for line in document.lines] == [
        ("Comprehensive metabolic panel", "paid"),
        ("Vitamin D, 25 hydroxy", "denied"),
        ("Venipuncture", None),
    ]
    assert [[remark.code for remark in line.remarks] for line in document.lines] == [[], ["50C"], ["ZB"]]
    assert [remark.code for remark in document.remarks] == ["50C", "ZB"]


def test_a_group_of_adjustments_behind_the_word_reason_is_no_note() -> None:
    document = read_text(NOTICE.replace("Reason 50C", "Reason codes CO 45$29.35,PR"))
    assert document.lines[1].remarks == ()


def test_a_remark_below_a_reason_is_one_of_its_adjustment() -> None:
    lines = read_text(EMERGENCY).lines
    reasons = [(each.reason, str(each.amount), each.remarks) for line in lines for each in line.adjustments]
    assert reasons == [("209", "1477.40", ("N860",)), ("209", "1036.70", ("N860",))]
    assert [line.remarks for line in lines] == [(), ()]


def test_words_below_the_remarks_of_every_service_are_its_own() -> None:
    lines = read_text(EMERGENCY).lines
    assert [line.description for line in lines] == ["EMERGENCY DEPT VISIT", "INSERT EMERGENCY AIRWAY"]


def test_the_qualifying_payment_amount_is_what_is_allowed() -> None:
    document = read_text(EMERGENCY)
    assert [(str(line.allowed), str(line.plan_paid)) for line in document.lines] == [
        ("412.60", "330.08"),
        ("188.30", "150.64"),
    ]
    assert document.totals is not None
    assert str(document.totals.patient_responsibility) == "120.18"
