"""Values that run over the edge of their column, or stand under a head that nobody knows or that was hidden."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

HEAD = """
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823
Statement date: 04/02/2025
"""


def test_diagnoses_wider_than_their_column_are_not_taken_for_what_stands_beside() -> None:
    lines = read_text(
        """
        Larkspur Hospital

        Date         Service            Dx             RC          Charge
        04/02/2025   Treatment room     H61.23           0300       34.41
        04/02/2025   Clinic visit       H61.23, M54.50   0510       80.00
        04/03/2025   Supplies           M54.50           0270       12.00
        """
    ).lines
    assert [(line.diagnosis_codes, line.revenue_code) for line in lines] == [
        (("H61.23",), "0300"),
        (("H61.23", "M54.50"), "0510"),
        (("M54.50",), "0270"),
    ]


def test_diagnoses_whose_comma_was_read_as_a_point_are_two() -> None:
    first, second = read_text(f"""{HEAD}
Date         Code     Diagnosis       Charge
03/04/2025   99214    D50.9.N39.0     295.75
03/05/2025   99213    D50.9. N39.0    140.00
""").lines
    assert first.diagnosis_codes == second.diagnosis_codes == ("D50.9", "N39.0")


def test_a_code_below_a_revenue_code_is_that_of_the_line_also_beside_words() -> None:
    lines = read_text(f"""{HEAD}
Charge       Service                      Balance     Rev/Proc
  474.00     Emergency visit, high         474.00     0450
             severity                                 96374
  448.00     Wrist splint, ready-made      922.00     0274
                                                      L3908
             Mod RT
""").lines
    assert [(line.revenue_code, line.code, line.description, line.modifiers) for line in lines] == [
        ("0450", "96374", "Emergency visit, high severity", ()),
        ("0274", "L3908", "Wrist splint, ready-made", ("RT",)),
    ]


def test_amounts_under_a_head_that_nobody_knows_are_not_those_of_the_column_beside() -> None:
    lines = read_text(f"""{HEAD}
Date         Code     Billed    Plan's Share Zorbel    Ded      Paid
03/04/2025   99214    295.75                 180.11             80.15
03/05/2025   99213    140.00                 112.42    17.14    60.00
03/06/2025   99212     90.00                  61.30             20.00
""").lines
    assert [str(line.deductible) for line in lines] == ["None", "17.14", "None"]


def test_amounts_under_a_head_that_says_no_field_are_not_those_of_the_empty_column_beside() -> None:
    lines = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Date          Code     Billed    Allowed    Your copay    Amount remaining    Plan paid    You owe
04/02/2025    99213    100.00     80.00                              70.00        60.00      20.00
04/09/2025    99212     60.00     50.00                              45.00        40.00      10.00
""").lines
    assert [line.copay for line in lines] == [None, None]


@pytest.mark.parametrize(
    ("more", "charges"),
    [
        ("", [Decimal("732.00"), Decimal("3056.00")]),
        # Of two columns without a head nobody knows which is which.
        ("   400.00", []),
    ],
)
def test_the_only_amounts_of_a_table_that_says_what_and_when_are_its_charges(more: str, charges: list[Decimal]) -> None:
    document = read_text(f"""{HEAD}
               When         Item     HCPCS/CPT    Description         Diag
  $732.00      03/04/2025   204238   96375        Medicine, pushed    F41.1{more}
$3,056.00      03/05/2025   131591   99285        Emergency visit     R10.9{more}
""")
    assert [line.charge for line in document.lines] == charges


def test_a_dash_that_was_read_as_a_stroke_holds_its_column() -> None:
    lines = read_text(
        """
        Larkspur Dental Plan
        EXPLANATION OF BENEFITS

        Service                      Date         Billed     Savings      Paid    Copay   Non-covered   Code
        D0150 Oral exam              08/09/2024   120.00      76.80      13.20    30.00             -   Z28
        D1110 Cleaning               08/09/2024    80.00      24.00      56.00        1             -   Z28
        D3330 Root canal             08/09/2024   409.00          -          -        1        409.00   Z15
        D0120 Oral check             08/21/2024    79.07          -          -        1         79.07   Z15
        """
    ).lines
    assert [(str(line.copay), str(line.not_covered)) for line in lines] == [
        ("30.00", "None"),
        ("None", "None"),
        ("None", "409.00"),
        ("None", "79.07"),
    ]


def test_counts_and_clinicians_under_half_of_a_head_of_two_columns_are_read() -> None:
    lines = read_text(
        HEAD
        + """
        Service Date Prov            Un CPT-4     Charge     Description
        04/02/2025   Achterberg MD    1.0 70553   1,307.30   Brain scan
        04/02/2025   Achterberg MD   -1.0 70553  -1,307.30   Brain scan
                     Lindqvist PA-C   2.0 73564     123.79   Knee X-ray
        """
    ).lines
    assert [(line.code, line.units, line.rendering_provider) for line in lines] == [
        ("70553", 1, "Achterberg MD"),
        ("70553", -1, "Achterberg MD"),
        ("73564", 2, "Lindqvist PA-C"),
    ]


def test_a_code_behind_its_revenue_code_stays_with_it_where_the_amount_stands_close() -> None:
    lines = read_text(
        HEAD
        + """
        Service Date Description          Code          Billed
        04/02/2025   Infusion, one hour   0450 / 96374   265.00
        04/02/2025   Scan of belly        0352 / 74177  4,706.25
        04/02/2025   Ketorolac            0636 / J1885    14.25
        """
    ).lines
    assert [(line.revenue_code, line.code) for line in lines] == [
        ("0450", "96374"),
        ("0352", "74177"),
        ("0636", "J1885"),
    ]


def test_codes_behind_their_head_are_those_of_the_services() -> None:
    lines = read_text(
        """
        CEDAR BLUFF MEDICARE
        REMITTANCE NOTICE
        PERF PROV    SERV DATE    POS   NOS   PROC     MODS       BILLED    ALLOWED    DEDUCT    PROV PD
        NAME LOMBARD, ADA         HIC 1EX8TE5BB22      ACNT TRE0042         ICN 1126085441955
        1888880043   0313 031326  11      1            99213 25   148.00       0.00      0.00      0.00
        1888880043   0313 031326  11      1            20610 RT   235.00      66.40     66.40      0.00
        1888880043   0313 031326  11      4            J3301       60.00       7.12      0.00      5.70
        """
    ).lines
    assert [(line.code, line.modifiers) for line in lines] == [("99213", ("25",)), ("20610", ("RT",)), ("J3301", ())]


def test_the_last_word_of_a_service_in_the_column_of_counts_is_its_own() -> None:
    lines = read_text(
        HEAD
        + """
        Date         Code    Description              Qty       Rate     Amount
        04/08/2025   99345   Home visit, complexity     1     350.00     350.00
        04/08/2025   96360   IV hydration               2     180.00     360.00
        """
    ).lines
    assert [(line.description, line.units) for line in lines] == [("Home visit, complexity", 1), ("IV hydration", 2)]


def test_counts_alone_in_a_column_of_codes_are_counts() -> None:
    lines = read_text(
        HEAD
        + """
        Date         RC     Service                 HCPCS DAYS/UN      Amount
        01/04/2026   0174   Nursery level IV               6        41,700.00
        01/04/2026   0250   Pharmacy                      31         1,284.55
        01/04/2026   0410   CPAP, daily           94660    9         5,670.00
        """
    ).lines
    assert [(line.code, line.units) for line in lines] == [(None, 6), (None, 31), ("94660", 9)]


def test_reasons_before_their_amounts_in_one_column_name_them() -> None:
    lines = read_text(
        """
        GRANITE COAST HEALTH PLAN
        835 REMITTANCE VIEWER          PATIENT: Ada Lombard

        LN   PROCEDURE      DATE        QTY    CHARGE    ALLOWED      PAID    ADJUSTMENTS (CAS)
        1    HC:99396:25    02MAR26     1      245.00     171.30    171.30    CO-45 73.70
        2    HC:99213:25    02MAR26     1      158.00      98.20     68.20    CO-45 59.80; PR-3 30.00
        """
    ).lines
    assert [sorted((each.group, each.reason, str(each.amount)) for each in line.adjustments) for line in lines] == [
        [("CO", "45", "73.70")],
        [("CO", "45", "59.80"), ("PR", "3", "30.00")],
    ]


def test_a_number_alone_under_a_head_of_codes_is_no_count() -> None:
    lines = read_text(
        HEAD
        + """
        Date         Code     Service                 Amount
        01/04/2026   12       Nursery level IV     41,700.00
        01/04/2026   94660    CPAP, daily           5,670.00
        """
    ).lines
    assert [line.units for line in lines] == [None, None]
