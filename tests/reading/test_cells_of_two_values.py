"""Tables whose cells print two values below each other, and services whose day stands below them."""

import datetime

from tests.reading.papers import read_text

NOTICE = """
    SAND HILL TPA              EXPLANATION OF BENEFIT PAYMENT
    Employee: Ada Lombard         Patient: Ada Lombard
    ID No.: SBH0091277W          Claim No.: E3112204
    Provider: Larch Endoscopy Center
    Date Paid: 12/01/2023

            SERVICE             CHARGE          ELIGIBLE      DEDUCTIBLE    PAID AT     PATIENT OWES
         Date and code        less Discount    Ineligible       Copay       BENEFIT        Remark
    Colonoscopy with biopsy      1,850.00        888.00        250.00         80%          377.60
    11/06/2023  45380              962.00           -            0.00       510.40

    Anesthesia, lower            1,120.00          0.00          0.00          0%        1,120.00
    11/06/2023  00811                 -        1,120.00          0.00         0.00            BX

    CLAIM TOTAL                  2,970.00        888.00        250.00                    1,497.60
                                   962.00      1,120.00          0.00       510.40

    BX - Anesthesia was billed without the time in minutes.
"""
PLAN = """
    Stone Bridge Health                                 STATEMENT
    Patient: Ada Lombard           Account: 70041882       Statement date: 04/12/2024

                               Charges     Insurance    Adjust-    Your      You       Remaining
    Visit                                  paid         ments      share     paid
    Outpatient surgery         $5,870.00   $3,122.40   $1,967.00   $780.60   $125.00   $655.60
    Dec 11, 2023 - H-60011924

    Physical therapy eval        $310.00     $142.00     $132.50    $35.50     $0.00    $35.50
    Jan 8, 2024 - H-60013377

    MRI lumbar spine           $2,240.00     $604.80   $1,484.00   $151.20     $0.00   $151.20
    Feb 19, 2024 - H-60015540
    All visits                 $8,420.00   $3,869.20   $3,583.50   $967.30   $125.00   $842.30
"""


def test_head_over_two_values_tells_of_both_rows_of_a_service() -> None:
    first, second = read_text(NOTICE).lines

    assert (first.service_date, first.code) == (datetime.date(2023, 11, 6), "45380")
    assert (first.description, str(first.charge)) == ("Colonoscopy with biopsy", "1850.00")
    assert (str(first.plan_paid), str(first.copay)) == ("510.40", "0.00")
    assert [str(adjustment.amount) for adjustment in first.adjustments] == ["962.00"]
    assert (str(second.not_covered), [remark.code for remark in second.remarks]) == ("1120.00", ["BX"])


def test_sum_of_a_claim_has_two_rows_where_its_services_have() -> None:
    totals = read_text(NOTICE).totals

    assert totals is not None
    assert (str(totals.charges), str(totals.adjustments), str(totals.plan_paid)) == ("2970.00", "962.00", "510.40")


def test_day_below_a_service_with_its_amounts_is_not_that_of_the_next() -> None:
    lines = read_text(PLAN).lines

    assert [(line.description, line.service_date) for line in lines] == [
        ("Outpatient surgery", datetime.date(2023, 12, 11)),
        ("Physical therapy eval", datetime.date(2024, 1, 8)),
        ("MRI lumbar spine", datetime.date(2024, 2, 19)),
    ]


def test_share_before_what_was_paid_of_it_is_not_what_is_due() -> None:
    totals = read_text(PLAN).totals

    assert totals is not None
    assert (str(totals.patient_responsibility), str(totals.balance_due)) == ("967.30", "842.30")


def test_share_by_columns_is_not_what_a_label_below_asks_for() -> None:
    document = read_text("""
    BAY PHYSICAL THERAPY
    For: Ada Lombard           Account: 70041882       Statement of 11/15/2024

    2024  Code    Mod      Treatment             Units    Fee      Plan paid   Plan adj.   You owe
    Oct   97161            PT evaluation         1      195.00      (88.00)     (82.00)     25.00
    2     97110   GP       Therapeutic exercise  2      120.00      (54.20)     (65.80)      0.00
    Oct   97110   GP       Therapeutic exercise  2      120.00      (29.20)     (65.80)     25.00
    7     97140   GP 59    Manual therapy        1       68.00      (24.10)     (43.90)      0.00
    Total                                               503.00     (195.50)    (257.50)     50.00
    Your copays collected at visits                                                        (30.00)
    You owe now                                                                             20.00
    """)

    assert document.totals is not None
    assert (str(document.totals.patient_responsibility), str(document.totals.balance_due)) == ("50.00", "20.00")
    # The name of the month stands beside one service and the number of the day beside the next.
    days = [datetime.date(2024, 10, 2)] * 2 + [datetime.date(2024, 10, 7)] * 2
    assert [line.service_date for line in document.lines] == days
