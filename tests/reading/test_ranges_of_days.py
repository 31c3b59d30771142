"""Two days of a line: glued by a hyphen, wider than their column, or printed once for a group."""

import pytest

from tests.reading.papers import read_text

HEAD = """
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823
Statement date: 06/02/2025
"""


@pytest.mark.parametrize(
    "printed",
    [
        "May 8, 2025-May 12, 2025",
        "05/08-05/12",
        "2025-05-08-2025-05-12",
        "08MAY25-12MAY25",
        "05/08/25 - 05/12/25",
        "May 08-May 12",
    ],
)
def test_a_range_is_two_days(printed: str) -> None:
    _, line = read_text(
        HEAD
        + f"""
Date of service             Code     Description            Units   Charge
05/08/2025                  G0378    OBSERVATION PER HR     8       1060.00
{printed:<28}94640    NEBULIZER TREATMENT    3        460.92
"""
    ).lines
    assert [str(line.service_date), str(line.service_date_to)] == ["2025-05-08", "2025-05-12"]
    assert (line.code, line.units) == ("94640", 3)


def test_one_day_with_hyphens_is_no_range() -> None:
    (line,) = read_text(
        HEAD
        + """
Date of service    Code     Description            Units   Charge
08-MAY-2025        94640    NEBULIZER TREATMENT    3        460.92
"""
    ).lines
    assert (str(line.service_date), line.service_date_to) == ("2025-05-08", None)


def test_the_second_day_may_stand_under_the_head_beside() -> None:
    first, second = read_text(
        HEAD
        + """
SERV DT                 REV.   ITEM                    UNITS   CHARGE
05/08/2025               450   Closing of a cut       1       468.00
05/08/2025 - 05/12/2025  637   Acetaminophen tablet   5        20.00
"""
    ).lines
    assert (first.revenue_code, second.revenue_code) == ("0450", "0637")
    assert [str(second.service_date), str(second.service_date_to)] == ["2025-05-08", "2025-05-12"]


def test_a_range_at_the_head_of_a_group_is_that_of_its_lines() -> None:
    first, second = read_text(
        HEAD
        + """
Code     Description            Units   Charge
Date of service: 05/08/2025 - 05/12/2025
94640    NEBULIZER TREATMENT    3        460.92
G0378    OBSERVATION PER HR     8       1060.00
"""
    ).lines
    assert [str(line.service_date_to) for line in (first, second)] == ["2025-05-12", "2025-05-12"]


def test_a_year_that_fell_into_the_next_column_belongs_to_its_day() -> None:
    (line,) = read_text(
        HEAD
        + """
FROM         TO      PLACE OF SERVICE    CPT     CHARGES    UNITS
06 01 24   06 01    24   49              76830    415.00    1
"""
    ).lines
    assert [str(line.service_date), str(line.service_date_to)] == ["2024-06-01", "2024-06-01"]
    assert line.place_of_service == "49"


@pytest.mark.parametrize("between", ["to", "-", "thru"])
def test_a_range_of_days_behind_a_label_is_read_to_its_end(between: str) -> None:
    document = read_text(f"""
Sunflower Insurance Company
Explanation of benefits
Service dates: 07/15/2025 {between} 07/17/2025

Date        Service     Charge  Allowed  Plan paid  You owe
07/15/2025  Hot packs    21.00     7.98       0.00     7.98
""")
    assert (str(document.service_from), str(document.service_to)) == ("2025-07-15", "2025-07-17")


def test_a_stay_over_new_year_ends_in_the_new_year() -> None:
    first, second = read_text("""
Sunflower Insurance Company
Explanation of benefits
Service dates: 12/29/2023 - 12/31/2023

Date            Service          Charge  Allowed  Plan paid  You owe
12/29           Hot packs         21.00     7.98       0.00     7.98
12/30-01/02     Room and board   900.00   700.00     600.00   100.00
""").lines
    assert (str(first.service_date), first.service_date_to) == ("2023-12-29", None)
    assert (str(second.service_date), str(second.service_date_to)) == ("2023-12-30", "2024-01-02")


def test_days_in_boxes_are_read_from_the_first_one_however_far_apart_and_beside_their_head() -> None:
    first, second = read_text(
        HEAD
        + """
              From         To         Place of   CPT/                 $                  Rendering
              MM DD YY     MM DD YY   service    HCPCS     Charges    Units              provider
04   07    26     04   07  26         12         97110     88.00      2                  1661100559
04   14    26     04   14  26         12         97168     115.50     1                  1661100559
"""
    ).lines
    assert [(str(line.service_date), str(line.service_date_to)) for line in (first, second)] == [
        ("2026-04-07", "2026-04-07"),
        ("2026-04-14", "2026-04-14"),
    ]


def test_a_number_of_ten_digits_counts_nothing() -> None:
    first, second = read_text(
        HEAD
        + """
DATE         PLACE   CPT     CHARGES    UNITS   #
06/01/2024   49      76830    415.00    1       1661100559
06/02/2024   49      76831    515.00    2       1661100559
"""
    ).lines
    assert [line.units for line in (first, second)] == [1, 2]


def test_a_range_without_its_first_year_may_break_over_two_rows() -> None:
    lines = read_text("""
    Larkspur Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard

    Service dates   Procedure   Description           Billed    Plan paid    You owe
    04/07-          90837       Psychotherapy         240.00       215.00      25.00
    04/09/26
    04/16-          96130       Psych testing         310.00         0.00     310.00
    04/16/26
    """).lines
    assert [(str(line.service_date), str(line.service_date_to)) for line in lines] == [
        ("2026-04-07", "2026-04-09"),
        ("2026-04-16", "2026-04-16"),
    ]


def test_the_day_of_a_visit_stands_between_who_was_seen_and_the_account() -> None:
    lines = read_text("""
    Larkmoor Health Partners
    Guarantor: Ada Lombard

    Description                              Charges     Insurance payments     What you owe
    Wren Lombard   Mar 11, 2026                                                 Account HB-20447118
    Office Visit, Level 4                    $268.00               -$233.00           $35.00
    Tobias Lombard   Mar 19, 2026                                               Account HB-20451902
    Vision Screening                          $36.00                -$14.00           $22.00
    """).lines
    assert [str(line.service_date) for line in lines] == ["2026-03-11", "2026-03-19"]


def test_the_day_somebody_was_seen_heads_the_services_below() -> None:
    lines = read_text("""
    Kinvara Pediatrics
    STATEMENT          3/31/2026

    CPT      Description                          Charge     Payment/Adj     Balance
    Saoirse - seen March 3, 2026 by R. Mukherjee MD
    99392    Well child visit                    $198.00
             Harvest Moon Health paid                           -$198.00
             Balance for this visit                                            $0.00
    Cillian - seen March 12, 2026 by R. Mukherjee MD
    99213    Sick visit, established             $152.00
    """).lines
    assert [str(line.service_date) for line in lines] == ["2026-03-03", "2026-03-12"]


def test_the_last_day_may_stand_below_the_dash_with_the_rest_of_the_words() -> None:
    lines = read_text("""
    STATE OF EAST FRANKLIN
    EXPLANATION OF MEDICAL BENEFITS
    Recipient: PERPETUA LANGFORD

    Provider            Service dates     Service                            Units      Amount billed    Medicaid paid
    Homestead Aides     02/02/2026 -      T1019 PERSONAL CARE SVC 15           120            $660.00          $594.00
    Inc                 02/06/2026        MIN
    Dr. Opal Rennick    02/19/2026 -      D7140 EXTRACTION ERUPTED               1            $175.00           $92.50
    DDS                 02/19/2026        TOOTH
    """).lines
    assert [(line.description, str(line.service_date), str(line.service_date_to)) for line in lines] == [
        ("PERSONAL CARE SVC 15 MIN", "2026-02-02", "2026-02-06"),
        ("EXTRACTION ERUPTED TOOTH", "2026-02-19", "2026-02-19"),
    ]


def test_two_days_with_one_year_are_whole_and_take_none_from_the_row_below() -> None:
    document = read_text("""
    The Meadows at Cedar Run - Skilled Nursing
    Resident: Lionel Abbate    Resident #: 00772

    Effective Date    Description                         Units    Amount
    03/01-03/31/2026  Room and board, semi-private        31      9,145.00
    03/04/2026        Beauty shop                          1         35.00
    """)
    assert [(str(line.service_date), str(line.service_date_to)) for line in document.lines] == [
        ("2026-03-01", "2026-03-31"),
        ("2026-03-04", "None"),
    ]
    assert document.provider is not None
    assert document.provider.name == "The Meadows at Cedar Run - Skilled Nursing"


def test_the_last_day_may_stand_below_the_first_and_the_word_that_leads_to_it() -> None:
    lines = read_text("""
    Elmgrove Home Equipment
    Patient: Ada Lombard          Account: EH-10447

    From / to          Item                          Qty      Total
    04-Mar-25 to       Oxygen, monthly rental          1      98.00
    03-Apr-25          E1390 RR
    04-Mar-25 to       Portable oxygen, rental         1      34.50
    03-Apr-25          E0431 RR
    10-Mar-25          Cannula                         2       9.00
                       A4615 NU
    """).lines
    assert [(line.code, str(line.service_date), str(line.service_date_to)) for line in lines] == [
        ("E1390", "2025-03-04", "2025-04-03"),
        ("E0431", "2025-03-04", "2025-04-03"),
        ("A4615", "2025-03-10", "None"),
    ]


@pytest.mark.parametrize(
    "between", ["-            36415   Blood draw                    15.00", "to           see the portal"]
)
def test_days_of_services_around_another_row_are_no_range(between: str) -> None:
    lines = read_text(f"""
Harbor Clinic
Statement    Patient: Ada Lombard     Account: 77123
Date         Code    Description                  Amount
03/02/2026   99213   Office visit                 140.00
{between}
03/05/2026   87880   Rapid test                    60.00
Total charges                                     200.00
""").lines
    assert [str(line.service_date) for line in (lines[0], lines[-1])] == ["2026-03-02", "2026-03-05"]
    assert not any(line.service_date_to for line in lines)


@pytest.mark.parametrize("other", ["Transaction date", "Date posted", "Statement date"])
def test_a_day_on_which_something_else_was_done_is_no_last_day_of_care(other: str) -> None:
    document = read_text(
        HEAD
        + f"""
Service from    {other:<16}    Description         Amount
03/02/2025      03/15/2025          Office visit        140.00
03/02/2025      03/15/2025          Rapid test           40.00
Total charges                                           180.00
"""
    )
    assert {line.service_date_to for line in document.lines} <= {None}
