"""Sums in a sidebar left of the services, level with them."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

HEAD = """
Quarrytown Regional                                                     Patient bill
2200 Calloway Bend, Orrin, TX 78999                         Mailed May 20, 2026
Patient         Ada Lombard        Date of service 04/14/2026

"""
WORDS_FIRST = """
                              Description                      Procedure   Qty    Total charge
 Hospital charges $5,023.60   Colonoscopy with snare removal   45385       1          3,846.00
 Paid by plan    -$2,023.60   Propofol 10 mg injection         J2704       22            61.60
 Plan discount   -$1,000.00   Tissue exam, level IV            88305       3          1,092.00
 Pay online                   Blood draw                       36415       1             24.00
                              Total                                                   5,023.60
"""
DAYS_FIRST = """
                              Date       Description            Procedure   Qty    Total charge
 Hospital charges $5,023.60   04/14/26   Colonoscopy            45385       1          3,846.00
 Paid by plan    -$2,023.60   04/14/26   Propofol injection     J2704       22            61.60
 Plan discount   -$1,000.00   04/14/26   Tissue exam            88305       3          1,092.00
 Pay online                   04/14/26   Blood draw             36415       1             24.00
                              Total                                                   5,023.60
"""
TITLE_ON_THE_LEFT = """
Your balance                  Date       Description            Procedure   Qty    Total charge
$3,000.00                     04/14/26   Colonoscopy            45385       1          3,846.00
Due by                        04/14/26   Propofol injection     J2704       22            61.60
June 19, 2026                 04/14/26   Tissue exam            88305       3          1,092.00
Questions?                    04/14/26   Blood draw             36415       1             24.00
512-555-0128                             Total                                         5,023.60
"""
TITLE_ON_THE_RIGHT = """
Date       Description            Procedure   Qty    Total charge       At a glance
04/14/26   Colonoscopy            45385       1          3,846.00       Hospital charges $5,023.60
04/14/26   Propofol injection     J2704       22            61.60       Paid by plan    -$2,023.60
04/14/26   Tissue exam            88305       3          1,092.00       Your balance     $3,000.00
04/14/26   Blood draw             36415       1             24.00       Pay by June 19, 2026
           Total                                         5,023.60
"""
SUMS_FARTHER_LEFT = """
          Description                      Procedure   Qty    Total charge
          Colonoscopy with snare removal   45385       1          3,846.00
          Propofol 10 mg injection         J2704       22            61.60
          Tissue exam, level IV            88305       3          1,092.00
Total charges   $4,999.60
Plan payment   -$2,023.60
"""


def test_sums_beside_services_are_no_part_of_their_words() -> None:
    document = read_text(HEAD + WORDS_FIRST)

    assert [line.description for line in document.lines] == [
        "Colonoscopy with snare removal",
        "Propofol 10 mg injection",
        "Tissue exam, level IV",
        "Blood draw",
    ]
    assert document.totals is not None
    assert (document.totals.insurance_paid, document.totals.adjustments) == (Decimal("2023.60"), Decimal("1000.00"))


def test_sums_beside_days_leave_them_to_the_services() -> None:
    document = read_text(HEAD + DAYS_FIRST)

    assert [(str(line.service_date), line.charge) for line in document.lines] == [
        ("2026-04-14", Decimal("3846.00")),
        ("2026-04-14", Decimal("61.60")),
        ("2026-04-14", Decimal("1092.00")),
        ("2026-04-14", Decimal("24.00")),
    ]


@pytest.mark.parametrize("table", [TITLE_ON_THE_LEFT, TITLE_ON_THE_RIGHT])
def test_the_title_of_a_sidebar_heads_no_column(table: str) -> None:
    document = read_text(HEAD + table)

    assert [(str(line.service_date), line.charge, line.patient_responsibility) for line in document.lines] == [
        ("2026-04-14", Decimal("3846.00"), None),
        ("2026-04-14", Decimal("61.60"), None),
        ("2026-04-14", Decimal("1092.00"), None),
        ("2026-04-14", Decimal("24.00"), None),
    ]
    assert document.totals is not None
    assert document.totals.balance_due == Decimal("3000.00")
    assert str(document.due_date) == "2026-06-19"


def test_sums_below_the_services_may_begin_farther_left() -> None:
    document = read_text(HEAD + SUMS_FARTHER_LEFT)

    assert len(document.lines) == 3
    assert document.totals is not None
    assert (document.totals.charges, document.totals.insurance_paid) == (Decimal("4999.60"), Decimal("2023.60"))


def test_labels_of_sums_below_the_services_are_no_sidebar_under_amounts_that_come_first() -> None:
    document = read_text("""
        Quillwood Health Plan
        Explanation of benefits
        This is not a bill
        Claim number: 2603107741
        Billed Amount   Amount Allowed   Ded      We Paid    Your share   Svc Date   What was done   HCPCS/CPT
             $12.75            $4.72     N/A        N/A        $4.72      09/06/26   Hot pack        97010
            $130.00           $96.20     N/A      $55.08      $41.12      09/10/26   Exercises       97110
        Savings with your plan:      $41.83
        Negotiated amount:          $100.92
        We paid:                     $55.08
        Amount you owe:              $45.84
    """)

    assert [(line.code, line.charge, line.allowed) for line in document.lines] == [
        ("97010", Decimal("12.75"), Decimal("4.72")),
        ("97110", Decimal("130.00"), Decimal("96.20")),
    ]


AMOUNTS_FIRST = """
Billed     Allowed    Discount   Plan paid   You owe   Code    Service                  Date
$261.00    $135.72    $125.28    $95.00      $40.72    99213   Office visit             04/14/26
$96.00     $96.00     $0.00      $76.80      $19.20    36415   Blood draw               04/14/26
$357.00    $231.72    $125.28    $171.80     $59.92            Claim total
Total billed      $357.00
Savings           $125.28
Paid by your plan $171.80
What you owe      $59.92
"""


def test_sums_below_services_do_not_make_a_sidebar_of_their_first_column() -> None:
    document = read_text(HEAD + AMOUNTS_FIRST)

    assert [line.charge for line in document.lines] == [Decimal("261.00"), Decimal("96.00")]
    assert document.totals is not None
    assert document.totals.charges == Decimal("357.00")


BESIDE_PAYMENTS = """
Larkspur Joint Clinic                        Statement date 03/20/2026
418 Adobe Walk, Mesa Alta, NM 87998
Patient: Ada Lombard                         Account: LJ-10447

Date         Service                        Charge     Plan paid    Write-off    Your share
03/04/2026   Office visit 99213             165.00       (80.00)      (45.00)         40.00
03/04/2026   Injection of a knee 20610      195.00       (74.00)     (102.00)         19.00
Column totals                               360.00      (154.00)     (147.00)         59.00

Received from you                                     Your share, all visits       $59.00
WHEN         HOW                         AMOUNT       Less what you sent           $45.00
03/04/2026   Visa at front desk           40.00       Now due                      $14.00
03/11/2026   Check 4471                    5.00
"""


def test_sums_right_of_a_list_of_payments_are_no_part_of_it() -> None:
    document = read_text(BESIDE_PAYMENTS)
    assert [(payment.description, str(payment.amount)) for payment in document.payments] == [
        ("Visa at front desk", "40.00"),
        ("Check 4471", "5.00"),
    ]
    totals = document.totals
    assert totals is not None and (str(totals.patient_paid), str(totals.balance_due)) == ("45.00", "14.00")
    assert str(totals.patient_responsibility) == "59.00"
