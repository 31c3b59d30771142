"""Codes, modifiers, drug codes and statuses that stand in or below the words of a line."""

import pytest

from plainbill.case import Line
from tests.reading.papers import read_text

HEAD = """
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823
Statement date: 04/02/2025
"""


def lines_of(table: str) -> tuple[Line, ...]:
    return read_text(HEAD + table).lines


@pytest.mark.parametrize(
    ("printed", "code", "modifiers"),
    [
        ("(99213)", "99213", ()),
        ("(9921325)", "99213", ("25",)),
        ("(99213,25)", "99213", ("25",)),
        ("(99213 25)", "99213", ("25",)),
        ("(73564-LT)", "73564", ("LT",)),
        ("(73564LT59)", "73564", ("LT", "59")),
        ("(A0429,RH,76)", "A0429", ("RH", "76")),
    ],
)
def test_a_code_in_parentheses_is_the_code_of_the_line_with_its_modifiers(
    printed: str, code: str, modifiers: tuple[str, ...]
) -> None:
    (line,) = lines_of(f"""
Date         Description                             Charge
03/04/2025   Follow-up care {printed:<20}     120.00
""")
    assert (line.code, line.modifiers, line.description) == (code, modifiers, "Follow-up care")


def test_parentheses_that_a_row_breaks_hold_one_code() -> None:
    (line,) = lines_of("""
Date         Description                  Charge
03/04/2025   Office visit, new            245.00
             patient, low (99203
             25)
""")
    assert (line.code, line.modifiers) == ("99203", ("25",))
    assert line.description == "Office visit, new patient, low"


def test_a_code_and_its_modifier_below_the_words_are_no_part_of_them() -> None:
    first, second = lines_of("""
Date         Description                  Charge
03/04/2025   HEMOGLOBIN A1C                53.00
             83036 90
03/04/2025   VITAMIN B12                   78.33
             8260759
""")
    assert (first.code, first.modifiers, first.description) == ("83036", ("90",), "HEMOGLOBIN A1C")
    assert (second.code, second.modifiers, second.description) == ("82607", ("59",), "VITAMIN B12")


def test_a_run_of_seven_digits_leads_the_words_as_a_code_only_where_others_do() -> None:
    coded = lines_of("""
Date         Description                            Charge
03/04/2025   9928525 - Emergency room visit        2925.00
03/04/2025   36415 - Blood draw                      32.00
""")
    numbered = lines_of("""
Date         Description                            Charge
03/04/2025   9928525 - Emergency room visit        2925.00
03/04/2025   4400171 - Blood draw                    32.00
""")
    assert [line.code for line in coded] == ["99285", "36415"]
    assert [line.code for line in numbered] == [None, None]
    assert [line.description for line in coded] == ["Emergency room visit", "Blood draw"]


@pytest.mark.parametrize("printed", ["N4 00409-7332-01", "Drug code 00409-7332-01", "NDC: 00409-7332-01"])
def test_a_drug_code_below_a_service_is_no_procedure_code(printed: str) -> None:
    (line,) = lines_of(f"""
Date         Description                  Charge
03/04/2025   Clinic charge                 11.25
             {printed}
""")
    assert (line.ndc, line.code, line.description) == ("00409-7332-01", None, "Clinic charge")


def test_revenue_and_procedure_code_in_one_cell_are_taken_apart() -> None:
    first, second = lines_of("""
Date         Rev / CPT Code      Description           Charge
03/04/2025   0305 / 85025-91     CBC W/AUTO DIFF       136.50
03/04/2025   0450/99284          ER VISIT LEVEL 4      639.00
""")
    assert (first.revenue_code, first.code, first.modifiers) == ("0305", "85025", ("91",))
    assert (second.revenue_code, second.code) == ("0450", "99284")


def test_a_detail_above_a_sum_without_words_belongs_to_the_service_above() -> None:
    lines = lines_of("""
Charge       Date         Code    Units   Description
 270.00      03/04/2025   99284   1       ER VISIT LEVEL 4
                                          Modifier 25
  42.00      03/04/2025   36415   1       VENIPUNCTURE RTN
""")
    assert lines[0].modifiers == ("25",)


def test_the_number_of_a_clinician_is_no_name() -> None:
    (line,) = lines_of("""
Date         Code    Charge    Units   Rendering Provider
03/04/2025   97112   158.00    2       7433472515
""")
    assert line.rendering_provider is None


def test_moderate_is_no_label_of_a_modifier() -> None:
    (line,) = lines_of("""
Date         Description                  Charge
03/04/2025   OFFICE VISIT EST MOD 30 MIN  213.00
             99214 25
""")
    assert (line.code, line.modifiers, line.description) == ("99214", ("25",), "OFFICE VISIT EST MOD 30 MIN")


def test_times_is_a_count_where_no_hour_stands_under_it() -> None:
    first, second = lines_of("""
Date         Code    Description           Times    Charge
03/04/2025   97014   E-STIM UNATTENDED     1 EA      47.50
03/05/2025   97530   THER ACTIVITIES       2.00      97.00
""")
    assert (first.units, second.units) == (1, 2)


def test_pointers_stand_for_the_diagnoses_that_the_form_lists() -> None:
    document = read_text("""
HEALTH INSURANCE CLAIM FORM
PATIENT'S NAME: Mara Overholt
DIAGNOSIS OR NATURE OF ILLNESS
A. M25.561   B. M17.11
Date         CPT     Modifier   Diagnosis Pointer   $ Charges   Units
05/02/2025   99213   25         A                   145.00      1
05/02/2025   20610   RT         B, C                210.00      1
""")
    first, second = document.lines
    assert document.diagnosis_codes == ("M25.561", "M17.11")
    assert (first.diagnosis_codes, second.diagnosis_codes) == (("M25.561",), ("M17.11",))


def test_a_revenue_code_alone_in_a_column_of_shared_codes_is_one() -> None:
    first, second = lines_of("""
Date         CPT4            Description           Charge
03/04/2025   0260 / 96360    Fluids into a vein    136.50
03/04/2025   0272            IV start kit           39.00
""")
    assert (first.revenue_code, first.code) == ("0260", "96360")
    assert (second.revenue_code, second.code) == ("0272", None)


def test_words_behind_a_code_are_no_modifiers() -> None:
    first, second = lines_of("""
Date         Description                       Charge
03/04/2025   74177 CT abdomen with contrast   2521.00
03/04/2025   96374 Medicine pushed             253.00
""")
    assert (first.code, first.modifiers, first.description) == ("74177", (), "CT abdomen with contrast")
    assert (second.code, second.modifiers, second.description) == ("96374", (), "Medicine pushed")


def test_a_count_right_before_the_amount_is_the_units() -> None:
    first, second = lines_of("""
Rev    Description              Date         Units         Charge
0250   PROPOFOL 10MG/ML         03/04/2025         2       174.00
0260   HYDRATION IV             03/04/2025               1 251.00
""")
    assert (first.units, second.units) == (2, 1)


def test_two_numbers_in_a_cell_of_units_are_not_one_number() -> None:
    first, second = lines_of("""
Date         Description             Qty            Charge
03/04/2025   Closing of a cut        12001 1 un     426.02
03/05/2025   Saline                  3 4             20.00
""")
    assert (first.code, first.units) == ("12001", 1)
    assert second.units == 3


def test_words_behind_the_codes_of_a_column_describe_the_service_with_the_rows_below() -> None:
    first, second = lines_of("""
Date         Rev.                                   Charge
03/04/2025   0450 Emergency room visit, high       1520.75
                  severity
03/04/2025   0300 Blood draw                         23.00
""")
    assert (first.revenue_code, first.description) == ("0450", "Emergency room visit, high severity")
    assert (second.revenue_code, second.description) == ("0300", "Blood draw")


def test_a_diagnosis_that_fell_into_the_place_of_service_is_a_diagnosis() -> None:
    line = lines_of("""
Date         Description        DX        POS            Charge
03/04/2025   E-STIM             Z12.31    23              47.50
03/05/2025   THER ACTIVITIES    R51.9,   Z12.31 23        97.00
""")[1]
    assert (line.place_of_service, line.diagnosis_codes) == ("23", ("R51.9", "Z12.31"))


def test_both_codes_are_read_under_a_head_that_names_the_revenue_code() -> None:
    first, second = lines_of("""
Date         Rev.             Description           Charge
03/04/2025   0450 / 99284     ER VISIT LEVEL 4      639.00
03/04/2025   0250             PROPOFOL              144.00
""")
    assert (first.revenue_code, first.code) == ("0450", "99284")
    assert (second.revenue_code, second.code) == ("0250", None)


def test_blanks_that_a_reader_lost_or_added_part_no_value() -> None:
    first, second = lines_of("""
Date         Description                   Performed by     Charge
03/04/2025   97014- GP - E-STIM            LattimorePA-C     47.50
             Dx: F41.1,K80.20
03/05/2025   Breathing test(94010-59)      Ironside,B        97.00
             Dx: K80. 20
""")
    assert (first.code, first.modifiers, first.description) == ("97014", ("GP",), "E-STIM")
    assert (first.rendering_provider, first.diagnosis_codes) == ("Lattimore PA-C", ("F41.1", "K80.20"))
    assert (second.code, second.modifiers, second.description) == ("94010", ("59",), "Breathing test")
    assert (second.rendering_provider, second.diagnosis_codes) == ("Ironside, B", ("K80.20",))


def test_a_modifier_glued_to_its_label_is_one() -> None:
    (line,) = lines_of("""
Date         Code     Description                Charge
03/04/2025   97112    NEUROMUSC RE-ED             47.50
                      ModGP
""")
    assert (line.modifiers, line.description) == (("GP",), "NEUROMUSC RE-ED")


def test_a_code_on_a_row_of_its_own_is_that_of_the_service_above() -> None:
    first, second = lines_of("""
Description                                  Rev. Code     Charge
Blood culture                                0306          374.00
87040
Dx: K80.20
Lipase level                                 0301           76.75
83690
Dx: R07.9
""")
    assert (first.code, second.code) == ("87040", "83690")


def test_modifiers_below_a_service_are_read_under_whatever_columns_they_stand() -> None:
    first, _ = lines_of("""
Code    Date        Charge    Write-Off   Balance
71046   01/17/2025  178.50    74.97-      103.53
                    Modifier 26   59
70553   01/17/2025  1887.00   452.88-     1434.12
""")
    assert first.modifiers == ("26", "59")


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("Room: B. C12", ()),
        ("A. I10   B. E11.9", ("I10", "E11.9")),
    ],
)
def test_a_short_number_behind_a_letter_is_a_diagnosis_beside_one_with_a_point(
    row: str, codes: tuple[str, ...]
) -> None:
    document = read_text(f"""
Larkspur Clinic, LLC          Statement Date: 05/01/2026
Patient: Ada Lombard          Account: LC-10447
{row}

Date        Code    Description     Charge
03/01/26    99213   Office visit    148.00
""")
    assert document.diagnosis_codes == codes


def test_a_column_called_the_service_may_hold_its_codes() -> None:
    lines = lines_of("""
Date         Service   Modifier   What was done        Fee
01/17/2025   90791                First talk         200.00
01/24/2025   90837     95         Talk, an hour      150.00
""")
    assert [(line.code, line.description) for line in lines] == [("90791", "First talk"), ("90837", "Talk, an hour")]


def test_a_column_of_items_and_their_drug_codes_says_what_was_done() -> None:
    first, second = lines_of("""
Rev.   HCPCS   Item and NDC            Units    Total
0335   96413   Infusion, first hour    1       742.00
0636   J1100   Dexamethasone 1 mg      10       24.80
               NDC 63323-0165-05
""")
    assert (first.description, first.ndc) == ("Infusion, first hour", None)
    assert (second.description, second.ndc) == ("Dexamethasone 1 mg", "63323-0165-05")


def test_a_known_code_with_its_modifier_may_stand_alone_below_a_service() -> None:
    (line,) = lines_of("""
Date         What was done           Fee
01/17/2025   Chest X-ray          178.50
             7104626
""")
    assert (line.code, line.modifiers, line.description) == ("71046", ("26",), "Chest X-ray")


def test_numbers_of_what_was_sold_are_no_words_of_it() -> None:
    lines = read_text("""
    BreezeWell Home Medical
    INVOICE          Patient: Ada Lombard

    Date         Item                                     Qty     Price    Ext. price
    04/01/26     CPAP device, rental month 4 of 13       1 EA     94.00         94.00
                 HCPCS: E0601   Mods: RR KX   SN 22A7719
    04/01/26     Nasal device                            1 EA    118.50        118.50
                 HCPCS: A7034   Mods: NU
                 Billed to insurance 04/05/26 - awaiting response
    """).lines
    assert [(line.code, line.modifiers, line.description) for line in lines] == [
        ("E0601", ("RR", "KX"), "CPAP device, rental month 4 of 13"),
        ("A7034", ("NU",), "Nasal device"),
    ]


def test_a_zero_behind_a_code_of_therapy_is_the_letter_of_its_modifier() -> None:
    lines = read_text("""
    Larkspur Rehabilitation
    Patient: Ada Lombard       Account: LR-1044

    Date         Procedure    Mod    Charge
    04/01/26     97535        G0     166.50
    04/01/26     99285        G0     900.00
    """).lines
    assert [(line.code, line.modifiers) for line in lines] == [("97535", ("GO",)), ("99285", ("G0",))]


def test_a_code_that_a_reader_left_no_blank_behind_is_cut_off() -> None:
    first, second = lines_of("""
Date         Description                      Charge
03/04/2025   L3908WRIST HAND ORTH COCKUP       96.00
03/04/2025   12345WRIST BAND                    4.00
""")
    (modified,) = lines_of("""
Date         Code         Description          Charge
03/04/2025   12001RTXU    Closing of a cut     442.00
""")
    assert (modified.code, modified.modifiers) == ("12001", ("RT", "XU"))
    assert (first.code, first.description) == ("L3908", "WRIST HAND ORTH COCKUP")
    assert second.code is None


def test_a_comma_before_a_modifier_that_was_read_as_a_point_makes_no_amount_of_a_code() -> None:
    lines = read_text("""
Pinecrest Surgical Hospital
Patient: Ada Lombard      Account: LC-10447
Date         Rev    HCPCS code    Activity            Units    Charge
01/05/2025   0450   99284.25      Emergency visit     1      1,581.00
01/05/2025   0450   99283.25      Emergency visit     1        649.38
01/06/2025   0352   74177         CT scan             1      3,435.00
Total                                                        5,665.38
""").lines
    assert [(line.code, line.modifiers, str(line.charge)) for line in lines] == [
        ("99284", ("25",), "1581.00"),
        ("99283", ("25",), "649.38"),
        ("74177", (), "3435.00"),
    ]
