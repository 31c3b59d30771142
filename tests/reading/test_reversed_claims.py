"""A notice that takes back one claim and settles it anew: numbers of both, and the net of all."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
Palisade Health Network
Explanation of Benefits - corrected
Patient      Ada Lombard                 Member no.   PHN3004418
Provider     Red River Clinic            Finalized    06/30/2026

DOS         Proc       Description              Charged     Network savings   Eligible    Plan payment   Member owes
REVERSAL OF PRIOR CLAIM   Claim PH4410072-00
05/12/26    20605      Injection, joint         (240.00)    (151.20)          (88.80)     (71.04)        (17.76)
05/12/26    99213      Office visit             (160.00)    (72.40)           (87.60)     0.00           (87.60)
                       Claim total              (400.00)    (223.60)          (176.40)    (71.04)        (105.36)
CORRECTED CLAIM   Claim PH4410072-01
05/12/26    20610      Injection, major joint   240.00      128.50            111.50      89.20          22.30
05/12/26    99213      Office visit             160.00      72.40             87.60       70.08          17.52
                       Claim total              400.00      200.90            199.10      159.28         39.82
                       Net this notice          0.00        (22.70)           22.70       88.24          (65.54)
"""


def test_what_the_net_takes_back_stays_below_zero() -> None:
    totals = read_text(NOTICE).totals
    assert totals is not None
    assert (totals.adjustments, totals.plan_paid) == (Decimal("-22.70"), Decimal("88.24"))
    assert totals.patient_responsibility == Decimal("-65.54")


def test_each_line_has_the_number_that_ends_the_heading_above_it() -> None:
    lines = read_text(NOTICE).lines
    assert [line.claim_number for line in lines] == ["PH4410072-00"] * 2 + ["PH4410072-01"] * 2


def test_a_column_printed_below_zero_throughout_is_what_was_taken_off() -> None:
    totals = read_text("""
Palisade Health Network
Explanation of Benefits
Patient      Ada Lombard                 Member no.   PHN3004418
Provider     Red River Clinic            Finalized    06/30/2026

DOS         Proc       Description              Charged     Network savings   Plan payment   Member owes
05/12/26    20610      Injection, major joint   240.00      -128.50           -89.20         22.30
05/12/26    99213      Office visit             160.00      -72.40            -70.08         17.52
                       Total                    400.00      -200.90           -159.28        39.82
""").totals
    assert totals is not None
    assert (totals.adjustments, totals.plan_paid) == (Decimal("200.90"), Decimal("159.28"))


def test_what_a_reversed_charge_had_taken_off_is_given_back() -> None:
    lines = read_text(NOTICE).lines
    taken_off = [adjustment.amount for line in lines for adjustment in line.adjustments]
    assert taken_off == [Decimal(each) for each in ("-151.20", "-72.40", "128.50", "72.40")]


def test_a_change_of_what_the_plan_paid_is_no_sum_of_it() -> None:
    text = NOTICE.replace(
        "Net this notice          0.00        (22.70)           22.70       88.24          (65.54)", ""
    )
    totals = read_text(text + "Net change in plan payment: $88.24      Your new share: $39.82 (was $105.36)\n").totals
    assert totals is not None
    assert (totals.plan_paid, totals.patient_responsibility) == (None, Decimal("39.82"))
