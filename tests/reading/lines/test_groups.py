import pytest

from tests.reading.papers import page_of, read_pages, read_text

HEAD = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement Date: 05/01/2025
"""


def days(text: str) -> list[str | None]:
    """The day of each line as it would be written."""
    return [line.service_date.isoformat() if line.service_date else None for line in read_text(HEAD + text).lines]


def test_a_day_printed_once_holds_for_the_lines_below_it() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
               80053       Metabolic panel        30.00
04/09/2025     99212       Recheck                60.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02", "2025-04-02", "2025-04-09"]


def test_a_single_missing_day_among_many_is_not_filled_in() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
04/09/2025     99212       Recheck                60.00
04/11/2025     99212       Recheck                60.00
04/16/2025     36415       Blood draw             10.00
"""
    assert days(table) == ["2025-04-02", None, "2025-04-09", "2025-04-11", "2025-04-16"]


def test_in_a_short_list_the_day_holds_for_the_service_below_it() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
04/09/2025     99212       Recheck                60.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02", "2025-04-09"]


def test_days_that_repeat_are_not_printed_once_for_a_group() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
04/02/2025     85025       Blood count            20.00
               80053       Metabolic panel        30.00
               99212       Recheck                60.00
"""
    assert days(table)[2:] == [None, None]


def test_a_heading_gives_its_lines_the_day_and_the_clinician() -> None:
    listed = """
    Seen on April 2, 2025 by Noor Halvorsen, MD
        Office visit (99213)                       100.00
        Blood count (85025)                         20.00
    Seen on April 9, 2025 by Tamsin Okoye, NP
        Recheck (99212)                             60.00
    Total charges                                  180.00
"""
    lines = read_text(HEAD + listed).lines
    assert [line.code for line in lines] == ["99213", "85025", "99212"]
    assert [line.rendering_provider for line in lines] == ["Noor Halvorsen, MD"] * 2 + ["Tamsin Okoye, NP"]
    assert days(listed) == ["2025-04-02", "2025-04-02", "2025-04-09"]


def test_a_row_of_codes_below_a_service_belongs_to_it_where_no_head_names_columns() -> None:
    listed = """
    04/02/2025    Office visit, longer                 140.00
                  CPT 99214-25 \u00b7 Dx E11.65, I10
    04/02/2025    Sugar test                            20.00
                  CPT 83036 \u00b7 Dx E11.65
    04/02/2025    Flu vaccine                           30.00
                  CPT 90686 \u00b7 Dx Z23
    Total charges                                      190.00
"""
    first, second, _ = read_text(HEAD + listed).lines
    assert (first.code, first.modifiers, first.diagnosis_codes) == ("99214", ("25",), ("E11.65", "I10"))
    assert (second.code, second.description) == ("83036", "Sugar test")


def test_a_day_without_blanks_between_its_parts_is_read() -> None:
    table = """
Procedure   What was done       Serviced       Charge
99213       Office visit        02APR25        100.00
85025       Blood count         09APR25         20.00
"""
    assert days(table) == ["2025-04-02", "2025-04-09"]


def test_a_day_is_not_carried_past_the_sum_of_its_services() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
                           Total                 120.00
               80053       Metabolic panel        30.00
               99212       Recheck                60.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02", None, None]


def test_a_heading_whose_day_was_not_read_ends_the_group_above() -> None:
    listed = """
    Visit on April 2, 2025 with Noor Halvorsen, MD
        Office visit (99213)                       100.00
        Blood count (85025)                         20.00
    Visit on April 2025 with Tamsin Okoye, NP
        Recheck (99212)                             60.00
    Total charges                                  180.00
"""
    assert days(listed) == ["2025-04-02", "2025-04-02", None]


def test_a_check_with_a_code_behind_it_is_a_service() -> None:
    listed = """
    Office visit (99213)                       100.00
    Hearing aid check (92592)                   20.00
    Blood count (85025)                         30.00
    Total charges                              150.00
"""
    document = read_text(HEAD + listed)
    assert [line.code for line in document.lines] == ["99213", "92592", "85025"]
    assert document.payments == ()


def test_a_day_that_heads_a_group_in_a_table_holds_for_its_lines() -> None:
    table = """
Procedure   What was done            Fee
Date of service: 04/02/2025
99213       Office visit          100.00
85025       Blood count            20.00
04/09/2025
99212       Recheck                60.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02", "2025-04-09"]
    assert days(table.replace("Date of", "Dateof")) == ["2025-04-02", "2025-04-02", "2025-04-09"]


def test_days_in_a_column_that_no_head_announces_are_read() -> None:
    table = """
Procedure   What was done            Fee      Qqqxx
99213       Office visit          100.00      04/02/2025
85025       Blood count            20.00      04/09/2025
"""
    assert days(table) == ["2025-04-02", "2025-04-09"]


def test_a_range_among_days_printed_once_does_not_end_them() -> None:
    table = """
Service date            Procedure   What was done            Fee
04/02/2025              99213       Office visit          100.00
                        85025       Blood count            20.00
04/02/2025-04/04/2025   80053       Metabolic panel        30.00
04/02/2025              99212       Recheck                60.00
                        36415       Blood draw             10.00
"""
    assert days(table) == ["2025-04-02"] * 5


ONCE_ON_PAGE_ONE = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00

                                              Page 1 of 2
"""


def test_a_day_printed_once_holds_on_the_next_page_under_the_same_head() -> None:
    second = """
Quarrytown Clinic, LLC       continued
Service date   Procedure   What was done            Fee
               80053       Metabolic panel        30.00
               99212       Recheck                60.00

                                              Page 2 of 2
"""
    (paper,) = read_pages(page_of(HEAD + ONCE_ON_PAGE_ONE, 0), page_of(second, 1))
    assert [str(line.service_date) for line in paper.document.lines] == ["2025-04-02"] * 4


def test_counts_that_strayed_under_the_days_of_the_next_page_end_no_day() -> None:
    second = """
Quarrytown Clinic, LLC       continued
Service date   Procedure   What was done            Fee
1 UN           80053       Metabolic panel        30.00
1 UN           99212       Recheck                60.00

                                              Page 2 of 2
"""
    (paper,) = read_pages(page_of(HEAD + ONCE_ON_PAGE_ONE, 0), page_of(second, 1))
    assert [str(line.service_date) for line in paper.document.lines] == ["2025-04-02"] * 4


def test_a_day_that_heads_a_group_holds_on_the_next_page_whose_head_was_read_in_another_way() -> None:
    first = """
Rev Code   Item No.   Services Rendered    Quantity - Rate   Ext. Amount
Date of service: 03/20/2025
0305       8660233    Blood count              1     55.00      55.00
0305       7536056    Urine test               1     93.00      93.00

                                              Page 1 of 2
"""
    second = """
Rev Code   Item No.   Services Rendered    Quantlty   Rate   Ext. Amount
0320       2647419    X-ray of wrist           1    243.25     243.25
Date of service: 03/21/2025
0480       8592002    Heart ultrasound         1   2187.25    2187.25

                                              Page 2 of 2
"""
    (paper,) = read_pages(page_of(HEAD + first, 0), page_of(second, 1))
    assert [str(line.service_date) for line in paper.document.lines] == ["2025-03-20"] * 3 + ["2025-03-21"]


def test_a_day_printed_once_does_not_hold_in_a_table_without_a_column_of_days() -> None:
    tables = """
Date         Code    Description       Units    Charge
02/25/2025   99213   Office visit          1    100.00
             85025   Blood count           1     20.00
             80053   Metabolic panel       1     30.00

Services planned for your next visit

Code    Description       Units    Charge
99214   Office visit          1    150.00
80061   Lipid panel           1     40.00
"""
    assert days(tables) == ["2025-02-25"] * 3 + [None] * 2


def test_below_a_day_that_was_not_read_nothing_is_carried() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
04/O9/2O2S     80053       Metabolic panel        30.00
               99212       Recheck                60.00
04/16/2025     36415       Blood draw             10.00
               81001       Urine test             15.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02", None, None, "2025-04-16", "2025-04-16"]


def test_a_day_below_each_service_is_its_own() -> None:
    table = """
Service               Provider billed   Coinsurance (20%)
Outpatient surgery    $6,820.00         $340.89
04/06/2025
Supplies              $744.10           $48.40
04/07/2025
"""
    assert days(table) == ["2025-04-06", "2025-04-07"]


def test_days_that_stand_beside_amounts_under_a_head_that_nobody_knows_are_read() -> None:
    table = """
RC     Qty   What was done         Billed charges   Qqq
0450   1     Medical supplies      156.00           04/21/2025
0450   1     Lab work              371.00
0730   2     Professional services 454.08
0307   1     Pharmacy               77.64           04/22/2025
0300   1     Clinic charge          34.00
"""
    assert days(table) == ["2025-04-21", "2025-04-21", "2025-04-21", "2025-04-22", "2025-04-22"]


LISTED = """
Procedure   What was done            Fee
99213       Office visit          100.00
85025       Blood count            20.00
"""


def test_the_only_day_of_a_paper_stands_on_its_lines() -> None:
    assert days("Date of service: 04/02/2025\n" + LISTED) == ["2025-04-02", "2025-04-02"]


def test_a_stay_of_several_days_tells_no_day_of_its_lines() -> None:
    assert days("Dates of service: 04/02/2025 - 04/05/2025\n" + LISTED) == [None, None]


def test_a_day_taken_from_the_head_is_confirmed_by_nothing_but_the_head() -> None:
    (read,) = read_pages(page_of(HEAD + "Date of service: 04/02/2025\n" + LISTED))
    head, line = (read.sources[path].confirmed_by for path in ("service_from", "lines[0].service_date"))
    assert set(line) <= set(head)


def test_the_only_day_of_a_paper_is_that_of_a_line_whose_cell_is_blank() -> None:
    table = """
Date of service: 04/02/2025

Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02"]


def test_a_day_on_the_first_of_two_lines_alone_is_printed_once_for_both() -> None:
    table = """
Service date   Procedure   What was done            Fee
04/02/2025     99213       Office visit          100.00
               85025       Blood count            20.00
"""
    assert days(table) == ["2025-04-02", "2025-04-02"]


def test_rows_that_say_by_whom_name_who_gave_the_care_below() -> None:
    lines = read_text("""
Larkspur Medical Group
Patient: Ada Lombard      Account: LC-10447
Date         Code    Description              Charge     Balance
RENDERING: SUSANNE K WHITMORE MD
04/02/2025   99213   Office visit             100.00      100.00
04/02/2025   85025   Blood count               40.00      140.00
RENDERING: ANDRE BASTILLE PA-C
04/09/2025   99212   Office visit              80.00      220.00
Total charges                                 220.00
""").lines
    assert [line.rendering_provider for line in lines] == [
        "SUSANNE K WHITMORE MD",
        "SUSANNE K WHITMORE MD",
        "ANDRE BASTILLE PA-C",
    ]


def test_a_band_says_with_whom_a_visit_was_and_to_whom_it_was_billed() -> None:
    lines = read_text("""
Larkspur Medical Group
Patient: Ada Lombard      Account: LC-10447
Date         Description                      Charge     You owe
04/02/2025 Visit with T. Nagano-Reed, MD (claim billed to AETNA)
             99213 Office visit               100.00       20.00
             85025 Blood count                 40.00        8.00
04/09/2025 Visit with Gwen Parsons, PA-C
             99212 Office visit                80.00       16.00
Totals                                        220.00       44.00
""").lines
    assert [(str(line.service_date), line.rendering_provider) for line in lines] == [
        ("2025-04-02", "T. Nagano-Reed, MD"),
        ("2025-04-02", "T. Nagano-Reed, MD"),
        ("2025-04-09", "Gwen Parsons, PA-C"),
    ]


@pytest.mark.parametrize("first", ["Office visits", "Attending physician: Sarah Lee MD"])
def test_who_is_named_below_a_service_gave_no_care_of_the_next_one(first: str) -> None:
    paper = f"""
Elm Heart Clinic
Statement
Patient: Ada Lombard    Account 12345
Date          Code     Description          Amount
{first}
03/02/2026    99213    Office visit         140.00
Performed by Ivo Brandt MD
03/02/2026    87880    Rapid test            40.00
Performed by Joe Poe MD
Total                                       180.00
"""
    assert [line.rendering_provider for line in read_text(paper).lines] == [None, None]


def test_a_day_that_the_first_service_alone_prints_is_that_of_the_next_claim_too() -> None:
    lines = read_text("""
        Harrow Lake Health Plan
        Explanation of benefits                Processed: 07/20/2024
        Patient: Ada Lombard                   Provider: Quarrytown Hospital

        Service from   Service           Billed    Discount    Plan paid    You owe
        Claim 492845300420
        06/25/2024     Emergency visit   990.00      495.00       495.00       0.00
                       Hydration         512.00      327.68       147.46      36.86
        Claim totals                   1,502.00      822.68       642.46      36.86
        Claim 127031473895
                       Lipase            125.25       68.89        50.72       5.64
                       Ultrasound        647.46      440.27       103.60     103.59
        Claim totals                     772.71      509.16       154.32     109.23
    """).lines
    assert {str(line.service_date) for line in lines} == {"2024-06-25"}
    assert len(lines) == 4
