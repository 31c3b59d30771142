"""Narrow columns and plain lists: days over two rows, codes behind words, counts, leading dots, closing sums."""

from decimal import Decimal

from tests.reading.papers import read_text

HEAD = """
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823
Statement date: 04/02/2025
"""


def test_a_day_that_breaks_over_two_rows_is_one_day() -> None:
    first, second = read_text(f"""{HEAD}
Date      Code     Description                    Charge
01-22-    99395    Preventive visit               315.00
25
01-23-    88175    Pap smear                       96.00
25
""").lines
    assert [str(first.service_date), str(second.service_date)] == ["2025-01-22", "2025-01-23"]
    assert (first.description, second.description) == ("Preventive visit", "Pap smear")


def test_codes_that_end_the_words_are_codes_where_most_services_end_so() -> None:
    lines = read_text(f"""{HEAD}
Date         Service                          Charge
03/04/2025   Preventive visit 99395           315.00
03/04/2025   Office visit 99213 25            180.00
03/04/2025   Pap smear 88175                   96.00
03/04/2025   Room charge                       40.00
""").lines
    assert [(line.code, line.modifiers) for line in lines] == [
        ("99395", ()),
        ("99213", ("25",)),
        ("88175", ()),
        (None, ()),
    ]
    assert [line.description for line in lines] == ["Preventive visit", "Office visit", "Pap smear", "Room charge"]


def test_a_modifier_below_a_code_that_ends_the_words_is_its_modifier() -> None:
    (line,) = read_text(f"""{HEAD}
Date         Service                Charge
03/04/2025   Office visit 99213     180.00
             25
""").lines
    assert (line.code, line.modifiers, line.description) == ("99213", ("25",), "Office visit")


def test_a_number_behind_words_is_no_code_where_no_known_code_stands_so() -> None:
    (line, _) = read_text(f"""{HEAD}
Date         Service                          Charge
03/04/2025   Pole brace model 48813            96.00
03/04/2025   Room charge                       40.00
""").lines
    assert (line.code, line.description) == (None, "Pole brace model 48813")


def test_a_count_behind_a_code_is_the_units() -> None:
    first, second = read_text(f"""{HEAD}
Date         Code         Description                  Charge
03/04/2025   J0561 x 12   Penicillin G benzathine      131.88
03/04/2025   87880        Strep test, rapid             42.00
             Qty: 2
""").lines
    assert (first.code, first.units, first.description) == ("J0561", 12, "Penicillin G benzathine")
    assert (second.units, second.description) == (2, "Strep test, rapid")


def test_leading_dots_are_no_words() -> None:
    paper = read_text("""
Tidewater Urgent Care
901 Ferry St, Port Ellery, VA 23999
RECEIPT OF SERVICES
Name: Saoirse Whitlock       Visit: March 3, 2025
99203   New patient visit .............................. $189.00
87880   Strep test, rapid .............................. $42.00
96372   Injection, IM .................................. $35.00
Subtotal: $266.00
Self-pay discount (20%): -$53.20
Paid today (card): -$150.00
Balance: $62.80
""")
    assert [line.description for line in paper.lines] == ["New patient visit", "Strep test, rapid", "Injection, IM"]
    assert paper.payments == ()
    assert paper.totals is not None
    assert (paper.totals.adjustments, paper.totals.patient_paid, paper.totals.balance_due) == (
        Decimal("53.20"),
        Decimal("150.00"),
        Decimal("62.80"),
    )


def test_a_moderate_half_hour_is_no_modifier() -> None:
    (line,) = read_text(f"""{HEAD}
Date         Code     Description             Charge
03/04/2025   99214    OFC/OP VISIT EST        295.75
                      MOD 30
                      MIN
""").lines
    assert (line.modifiers, line.description) == ((), "OFC/OP VISIT EST MOD 30 MIN")


def test_a_visit_is_dated_by_digits_without_marks() -> None:
    first, second = read_text(f"""{HEAD}
Description                Rev      Units     Charge
Visit of 030425
ER VISIT LEVEL 4           0450     1         639.00
Visit of 030525
CBC W/AUTO DIFF            0305     1         136.50
""").lines
    assert [str(first.service_date), str(second.service_date)] == ["2025-03-04", "2025-03-05"]


def test_digits_alone_on_a_row_are_the_day_of_the_services_below() -> None:
    first, second, third = read_text(f"""{HEAD}
Description                Rev      Units     Charge
030425
ER VISIT LEVEL 4           0450     1         639.00
030525
CBC W/AUTO DIFF            0305     1         136.50
DRUGS, GENERIC             0250     1          36.50
""").lines
    assert [str(line.service_date) for line in (first, second, third)] == ["2025-03-04", "2025-03-05", "2025-03-05"]


def test_words_under_a_head_of_payments_say_what_was_paid() -> None:
    paper = read_text(f"""{HEAD}
Date         Code     Description             Charge
03/04/2025   99214    Office visit            295.75

Post Date    Payments/Adjustments             Pmt/Adj
04/01/2025   Ins Pmt - Primary                -150.00
04/01/2025   CONTRACTUAL ADJUSTMENT            -75.75
""")
    assert [(each.description, each.amount) for each in paper.payments] == [
        ("Ins Pmt - Primary", Decimal("150.00")),
        ("CONTRACTUAL ADJUSTMENT", Decimal("75.75")),
    ]


def test_heads_of_payments_that_stand_close_together_are_two() -> None:
    paper = read_text(f"""{HEAD}
Date         Code     Description             Charge
03/04/2025   99214    Office visit            295.75

Post Date Payments/Adjustments       Payments
040125    INSURANCE PAYMENT           150.00-
040125    INS ADJ                      75.75-
""")
    assert [(each.description, each.amount) for each in paper.payments] == [
        ("INSURANCE PAYMENT", Decimal("150.00")),
        ("INS ADJ", Decimal("75.75")),
    ]


def test_a_part_of_an_hour_is_no_day() -> None:
    (line,) = read_text(f"""{HEAD}
Code     Description               Units     Charge
A0420    WAITING TIME 1/2 HR       1          34.00
""").lines
    assert (line.service_date, line.description) == (None, "WAITING TIME 1/2 HR")


def test_a_code_below_a_revenue_code_is_the_code_of_the_line() -> None:
    first, second = read_text(f"""{HEAD}
Date         Rev/Proc     Units     Charge
03/04/2025   0450         1         474.00
             96374
03/04/2025   0301         2         448.00
             84484
""").lines
    assert (first.revenue_code, first.code) == ("0450", "96374")
    assert (second.revenue_code, second.code) == ("0301", "84484")


def test_words_that_end_in_a_code_carry_on_the_service_above_that_has_none() -> None:
    first, second = read_text(f"""{HEAD}
Service Provided              Units     Charge

GROUND MILEAGE PER            2          32.42
MILE (A0425-SH)

ALS DISPOSABLE                1         123.26
SUPPL (A0398)
""").lines
    assert (first.code, first.modifiers, first.description) == ("A0425", ("SH",), "GROUND MILEAGE PER MILE")
    assert (second.code, second.description) == ("A0398", "ALS DISPOSABLE SUPPL")


def test_the_name_of_a_department_amid_wrapped_words_is_one_of_them() -> None:
    first, second = read_text(f"""{HEAD}
Service Provided     Code       Units     Charge
ALS1                 A0427      1         1,202.24
EMERGENCY
BASE
IV DRUG              A0394      1            68.00
THERAPY
SUPPLIES
""").lines
    assert [first.description, second.description] == ["ALS1 EMERGENCY BASE", "IV DRUG THERAPY SUPPLIES"]


def test_a_sum_whose_label_stands_beside_the_table_is_no_charge_for_the_words_above() -> None:
    estimate = read_text("""
Price Estimate
Maple Hollow Imaging Center
Patient: Zelda Kowalczyk
Est. Cost     HCPCS Code     Item Description
$1,705.00     73721          MRI of leg
                             joint without
$105.00       71046          Chest X-ray,
                             two views
$1,810.00                                                                       Estimated total
""")
    assert [line.description for line in estimate.lines] == ["MRI of leg joint without", "Chest X-ray, two views"]


def test_payments_are_dated_by_digits_without_marks() -> None:
    paper = read_text(f"""{HEAD}
Item     When      Cost      Balance    Description
4762     081725     99.00     99.00     D0150 - Full mouth exam
                   -40.00     59.00     092225 Ins Pmt - Primary
""")
    assert [(str(each.date), each.description) for each in paper.payments] == [("2025-09-22", "Ins Pmt - Primary")]


def test_an_amount_that_cannot_be_read_costs_neither_its_row_nor_those_below() -> None:
    lines = read_text(f"""{HEAD}
Ins. Pmt     Your Balance   Adjustment   Charge     Unit Cost   Units   Service
   4.48-        31.92          54.60-      91.00        91.00      1    Office services
     mm         46.33          66.67-     113.00       113.00      1    Diagnostic services
 581.78-        50.00         837.47-   1,469.25     1,469.25      1    Professional services
""").lines
    assert [line.charge for line in lines] == [Decimal("91.00"), Decimal("113.00"), Decimal("1469.25")]
    assert [line.plan_paid for line in lines] == [Decimal("4.48"), None, Decimal("581.78")]


def test_the_blank_of_a_phrase_over_a_column_is_no_gutter() -> None:
    first, second = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Date          Code     Sub Chgs    Allowable    Amount   Non-Covered    Plan Paid
04/02/2025    99213     128.75                   66.95       N/A           9.37
04/09/2025    99212     357.00                  178.50       N/A         107.10
""").lines
    assert [first.allowed, second.allowed] == [Decimal("66.95"), Decimal("178.50")]
    assert (first.not_covered, second.not_covered) == (None, None)


def test_a_payment_whose_words_end_in_the_column_of_units_is_a_payment() -> None:
    paper = read_text(f"""{HEAD}
Date         Code       Description                                          Qty                   Charge
03/04/2025   29881-RT   Knee arthroscopy                                       1                 4,820.00
03/04/2025   01400      Anesthesia, knee                                       1                   960.00
                                                                     Total charges               5,780.00
                                                              Insurance payment 04/15/2025      -1,207.56
                                                                        AMOUNT DUE              $4,572.44
""")
    assert [(str(each.date), each.kind, each.amount) for each in paper.payments] == [
        ("2025-04-15", "insurance_payment", Decimal("1207.56"))
    ]


def test_codes_below_the_words_of_a_list_without_heads_are_those_of_its_lines() -> None:
    lines = read_text("""
Quarrytown Walk-In Care
Patient: Ada Lombard
Acct: PW-118204
Visit: 04/11/2026

OFFICE VISIT NEW PT LVL 3              185.00
  99203
RAPID STREP TEST                        38.00
  87880
INFLUENZA ASSAY                         46.50
  87804-QW
SUBTOTAL                               269.50
TOTAL DUE                              269.50
""").lines
    assert [(line.code, line.modifiers, line.description) for line in lines] == [
        ("99203", (), "OFFICE VISIT NEW PT LVL 3"),
        ("87880", (), "RAPID STREP TEST"),
        ("87804", ("QW",), "INFLUENZA ASSAY"),
    ]


def test_what_takes_off_and_was_paid_is_no_service_although_a_mark_stands_under_the_units() -> None:
    paper = read_text(f"""{HEAD}
Date         Code     Service                        Time          Units     Charge
03/04/2025   64488    TAP block, bilateral           7:32 9:05     1         620.00
03/04/2025   76942    Ultrasonic guidance                          1         185.00
                      Charges                                                805.00
                      Paid by Harborline     Insurance 03/18/2025  6        (504.20)
""")
    assert [line.code for line in paper.lines] == ["64488", "76942"]
    assert [payment.amount for payment in paper.payments] == [Decimal("504.20")]


def test_words_below_the_codes_of_a_list_without_heads_describe_them() -> None:
    lines = read_text("""
Quarrytown Walk-In Care
SUPERBILL / RECEIPT
Patient: Ada Lombard
Date of service: 04/11/2026

99213-25                               145.00
      Office visit est, low
87880-QW                                32.00
      Strep A rapid
96372                                   38.00
      Ther injection SC/IM
Total charges                          215.00
Balance due                            215.00
""").lines
    assert [(line.code, line.modifiers, line.description) for line in lines] == [
        ("99213", ("25",), "Office visit est, low"),
        ("87880", ("QW",), "Strep A rapid"),
        ("96372", (), "Ther injection SC/IM"),
    ]


def test_the_balance_of_a_visit_sums_up_its_lines() -> None:
    lines = read_text(f"""{HEAD}
Description                              Amount     You Owe
Visit 01/14/2026 - Family Medicine
Office visit, level 4 (99214)            228.00
Hemoglobin A1c (83036)                    47.00
Visit balance                                        275.00
Visit 02/06/2026 - Dermatology
Biopsy of skin (11102)                   246.00
Visit balance                                        246.00
Total amount due                                     521.00
""").lines
    assert [line.code for line in lines] == ["99214", "83036", "11102"]


def test_a_second_column_of_codes_that_holds_none_of_services_holds_those_of_notes() -> None:
    first, second = read_text("""
Larchmont Health
Explanation of Benefits                     Process Date: 02/23/2026
Patient: Ada Lombard       Claim No.: 2604100871
Provider: Quarrytown Infirmary

Date         CPT/HCPCS   Service                Billed    Allowed     Paid    Codes
02/10/2026   47562       Lap cholecystectomy   9840.00    4630.00  3492.00    D1
02/10/2026   88304       Pathology              212.00      83.50    75.15    X4
""").lines
    assert [(line.code, line.modifiers, [each.code for each in line.remarks]) for line in (first, second)] == [
        ("47562", (), ["D1"]),
        ("88304", (), ["X4"]),
    ]


def test_a_column_that_holds_nothing_but_modifiers_is_one_of_modifiers() -> None:
    first, second, third = read_text(f"""{HEAD}
Date         CPT        Procedures       Charges    Units
02/27/2026   99203      25                198.00    1
02/27/2026   92557                        112.00    1
02/27/2026   69210      50                138.50    1
""").lines
    assert [line.modifiers for line in (first, second, third)] == [("25",), (), ("50",)]


def test_a_second_modifier_below_the_first_is_of_the_service_above() -> None:
    document = read_text("""
Fenland Health Plan                                   Remittance Advice
Payee: Alder Anesthesia        Patient: Ines Falk     Member ID: TBH-40917

DOS           HCPCS    MOD    Description            Billed    Allowed    Adj        Plan Paid    Patient Resp
02/28/2026    01967    QZ     Labor epidural         309.65    200.00     109.65     180.00       20.00
                       P2
02/28/2026    00840    AA     Anesthesia, abdomen    178.90    100.00      78.90     100.00        0.00
                       P2     lower
Totals                                               488.55    300.00     188.55     280.00       20.00
""")
    assert [(line.code, line.modifiers) for line in document.lines] == [
        ("01967", ("QZ", "P2")),
        ("00840", ("AA", "P2")),
    ]
