from decimal import Decimal

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
