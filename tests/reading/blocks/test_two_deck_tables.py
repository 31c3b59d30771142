from decimal import Decimal

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

HEAD = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic   Claim number: 25-118840
Date of service: 05/20/2025
"""
TABLE = """
Service                         Billed          Deductible
                                                                Plan paid       You owe
Code                            Plan allows     Copay

Hearing test                    $120.00         $0.00           $44.00          $46.00
92557-RT                        $90.00          $46.00

Ear wax removal                 $85.00          $75.00          $0.00           $75.00
69210                           $75.00          -

Claim total                     $205.00         $75.00          $44.00          $121.00
                                $165.00         $46.00
"""


def read(table: str) -> Document:
    return read_text(HEAD + table)


def test_both_values_of_a_cell_are_of_one_service() -> None:
    first, second = read(TABLE).lines
    assert [first.description, first.code, first.modifiers] == ["Hearing test", "92557", ("RT",)]
    assert [first.charge, first.allowed, first.deductible, first.copay] == [120, 90, 0, 46]
    assert [second.description, second.code] == ["Ear wax removal", "69210"]
    assert [second.charge, second.allowed, second.deductible] == [85, 75, 75]


def test_a_value_centered_on_both_rows_of_the_head_has_no_other_below_it() -> None:
    lines = read(TABLE).lines
    assert [line.plan_paid for line in lines] == [44, 0]
    assert [line.patient_responsibility for line in lines] == [46, 75]


def test_a_dash_on_the_lower_row_is_no_amount() -> None:
    assert read(TABLE).lines[1].copay is None


def test_the_sum_has_two_rows_as_well() -> None:
    totals = read(TABLE).totals
    assert totals is not None
    assert [totals.charges, totals.allowed, totals.deductible, totals.copay] == [205, 165, 75, 46]


def test_a_head_whose_words_wrap_is_of_one_deck() -> None:
    table = """
Service            Code     Amount      Amount      Plan      You
                            billed      allowed     paid      owe
Hearing test       92557    $120.00     $90.00      $44.00    $46.00
Ear wax removal    69210    $85.00      $75.00      $0.00     $75.00
"""
    first, second = read(table).lines
    assert [first.charge, first.allowed, first.plan_paid] == [120, 90, 44]
    assert [second.description, second.charge, second.allowed] == ["Ear wax removal", 85, 75]


BILL = """
Tamarack Skin Clinic                  Issued: 06/19/2025
Patient: Ansel Pruitt                 Account: 44-7012

Date        Service                   Charge        Plan discount    You owe
Code        Clinician                 Quantity      Plan paid

05/20/25    Office visit              172.00        78.10            30.00
99213 25    Mara Quell, PA-C          Qty 1         63.90

05/20/25    Shave biopsy              196.00        99.00            19.40
11103       Hugo Brandt, MD           Qty 2         77.60

Charges                               368.00
Please pay                            $49.40
"""


def test_who_gave_the_care_and_how_often_may_stand_on_the_lower_row() -> None:
    document = read_text(BILL)
    first, second = document.lines
    assert [first.description, first.code, first.modifiers] == ["Office visit", "99213", ("25",)]
    assert [second.code, second.units, second.rendering_provider] == ["11103", 2, "Hugo Brandt, MD"]
    assert [second.charge, second.plan_paid, second.patient_responsibility] == [
        Decimal("196.00"),
        Decimal("77.60"),
        Decimal("19.40"),
    ]
    assert not document.payments


NOTICE = """
                    Amount      Plan discount   Plan    What       Result
Service             billed      Not covered     paid    you owe    Notes

Hearing test        $120.00     $40.00          $64.00  $16.00     Paid
05/20/2025  92557  Qty 1        -                                  K1

Ear mold            $85.00      -               $0.00   $85.00     Denied
05/20/2025  V5264  Qty 2        $85.00                             K2

What the notes mean
K1   The price your provider has agreed to accept for this.
K2   This item is not part of what your plan covers at all.
"""


def test_words_of_one_head_may_wrap_beside_two_heads_above_each_other() -> None:
    first, second = read(NOTICE).lines
    assert [first.charge, first.plan_paid, first.patient_responsibility] == [120, 64, 16]
    assert [[each.amount for each in line.adjustments] for line in (first, second)] == [[40], []]
    assert [first.not_covered, second.not_covered] == [None, 85]


def test_day_code_and_count_below_the_words_are_no_part_of_them() -> None:
    first, second = read(NOTICE).lines
    assert [first.description, first.code, first.units] == ["Hearing test", "92557", 1]
    assert [second.description, second.code, second.units] == ["Ear mold", "V5264", 2]
    assert {str(line.service_date) for line in (first, second)} == {"2025-05-20"}


def test_what_may_be_words_or_a_code_is_words_above_a_code() -> None:
    table = """
Date                Procedure           Charge       Insurance paid     Your part
Clinician           Code                             Write-off

05/20/25            Periodic exam       $72.00       $52.00             $0.00
Mara Quell, DDS     D0120                            $20.00

05/20/25            Adult cleaning      $98.00       $70.00             $8.00
Hugo Brandt, RDH    D1110                            $20.00
"""
    lines = read_text("\nTamarack Dental Clinic          Issued: 06/19/2025\nPatient: Ansel Pruitt\n" + table).lines
    assert [(line.description, line.code) for line in lines] == [
        ("Periodic exam", "D0120"),
        ("Adult cleaning", "D1110"),
    ]
    assert [line.plan_paid for line in lines] == [52, 70]


@pytest.mark.parametrize(
    "row",
    [
        "07/01/25    Please pay by                                            49.40",
        "06/02/25    Payment, thank you                                      -30.00\nTotal       368.00",
    ],
)
def test_what_was_paid_or_is_due_on_a_day_below_the_services_is_none(row: str) -> None:
    document = read_text(BILL[: BILL.index("Charges   ")] + row)
    assert [line.code for line in document.lines] == ["99213", "11103"]


def test_the_first_row_of_a_service_above_the_sums_is_one() -> None:
    at = BILL.index("11103 ")
    document = read_text(BILL[:at] + BILL[at:].partition("\n")[2])
    assert [line.charge for line in document.lines] == [Decimal("172.00"), Decimal("196.00")]


def test_a_payment_in_two_rows_below_the_services_is_one() -> None:
    document = read_text("""
Tamarack Skin Clinic                  Issued: 06/19/2025
Patient: Ansel Pruitt                 Account: 44-7012

Service             Charge       Plan paid
Code                Adjustment   You owe
Office visit        140.00       100.00
99213                20.00        20.00
Rapid test           40.00        30.00
87880                10.00         0.00
Payment 06/10/2025               -20.00
Visa                               0.00
Total               180.00       130.00
                     30.00        20.00
""")
    assert [line.code for line in document.lines] == ["99213", "87880"]
    assert [payment.amount for payment in document.payments] == [20]
    assert document.totals is not None and document.totals.charges == 180
