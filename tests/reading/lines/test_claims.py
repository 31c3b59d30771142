"""Notices with several claims: each line carries the number that its claim begins with."""

from datetime import date

from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
{first} 1837E634032
04/02/2025    99213       100.00      80.00        60.00     20.00
{second} 328966674166
04/09/2025    99212        60.00      50.00        40.00     10.00
"""


def test_each_line_carries_the_number_of_its_claim() -> None:
    first, second = read_text(NOTICE.format(first="Claim number", second="Claim number")).lines
    assert (first.claim_number, second.claim_number) == ("1837E634032", "328966674166")


def test_a_claim_may_be_opened_by_words_that_nobody_knows() -> None:
    document = read_text(NOTICE.format(first="Claim number", second="Tally ref"))
    assert [line.claim_number for line in document.lines] == ["1837E634032", "328966674166"]
    assert document.claim_number is None


def test_a_number_below_a_service_is_no_claim_where_no_claim_begins_so() -> None:
    document = read_text(NOTICE.format(first="Tally ref", second="Tally ref"))
    assert [line.claim_number for line in document.lines] == [None, None]


def test_the_day_that_a_claim_is_headed_by_stands_on_its_lines() -> None:
    listed = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

What was done                              Billed    Allowed    Plan paid   You owe
Claim number: LM-448810   Date of service: April 2, 2025
Office visit, short (billing code 99213)   100.00      80.00        60.00     20.00
Blood count (billing code 85025)            20.00      10.00        10.00      0.00
Claim number: LM-448913   Date of service: April 9, 2025
Recheck (billing code 99212)                60.00      50.00        40.00     10.00
"""
    lines = read_text(listed).lines
    assert [str(line.service_date) for line in lines] == ["2025-04-02", "2025-04-02", "2025-04-09"]
    assert [line.code for line in lines] == ["99213", "85025", "99212"]
    assert [line.description for line in lines] == ["Office visit, short", "Blood count", "Recheck"]


def test_a_claim_that_names_no_day_does_not_take_that_of_the_one_before() -> None:
    listed = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

What was done                 Billed    Allowed    Plan paid   You owe
Claim number: LM-448810   Date of service: April 2, 2025
Office visit, short (99213)   100.00      80.00        60.00     20.00
Claim number: LM-448913
Recheck (99212)                60.00      50.00        40.00     10.00
"""
    assert [line.service_date for line in read_text(listed).lines] == [date(2025, 4, 2), None]


def test_each_table_has_the_day_of_the_claim_above_it() -> None:
    document = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

Claim number: LM-448810   Date of service: April 2, 2025

Code         Billed    Allowed    Plan paid   You owe
99213        100.00      80.00        60.00     20.00
85025         20.00      10.00        10.00      0.00
Total        120.00      90.00        70.00     20.00

Claim number: LM-448913   Date of service: April 9, 2025

Code         Billed    Allowed    Plan paid   You owe
99212         60.00      50.00        40.00     10.00
80053         60.00      50.00        40.00     10.00
Total        120.00     100.00        80.00     20.00
""")
    days = [line.service_date for line in document.lines]
    assert days == [date(2025, 4, 2), date(2025, 4, 2), date(2025, 4, 9), date(2025, 4, 9)]


def test_a_day_printed_once_for_two_claims_does_not_draw_their_lines_to_the_first() -> None:
    first, second = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

Date         Code         Billed    Allowed    Plan paid   You owe
Claim number: LM-448810
04/02/2025   99213        100.00      80.00        60.00     20.00
             85025         20.00      10.00        10.00      0.00
Claim number: LM-448913
             99212         60.00      50.00        40.00     10.00
             80053         60.00      50.00        40.00     10.00
""").lines[1:3]
    assert (first.claim_number, second.claim_number) == ("LM-448810", "LM-448913")


def test_each_claim_prints_its_first_day_though_the_one_before_ended_on_it() -> None:
    listed = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

Date         Code         Billed    Allowed    Plan paid   You owe
Claim number: LM-448810
04/02/2025   99213        100.00      80.00        60.00     20.00
             85025         20.00      10.00        10.00      0.00
04/09/2025   99212         60.00      50.00        40.00     10.00
Total for this claim      180.00     140.00       110.00     30.00
Claim number: LM-448913
04/09/2025   80053         60.00      50.00        40.00     10.00
             36415         10.00       5.00         5.00      0.00
             84443         70.00      50.00        40.00     10.00
Total for this claim      140.00     105.00        85.00     20.00
"""
    days = [line.service_date.day for line in read_text(listed).lines if line.service_date]
    assert days == [2, 2, 9, 9, 9, 9]


CONTROLLED = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard

Code         Date          Billed    Allowed    Plan paid   You owe
Control number 4481044810
99213        04/02/2025    100.00      80.00        60.00     20.00
{second}
99212        04/09/2025     60.00      50.00        40.00     10.00
"""


def test_a_control_number_opens_the_first_claim_where_another_claim_is_opened_below() -> None:
    lines = read_text(CONTROLLED.format(second="ICN 7782077820")).lines
    assert [line.claim_number for line in lines] == ["4481044810", "7782077820"]


def test_the_only_control_number_of_a_notice_is_that_of_its_claim() -> None:
    notice = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard      Control Number: 24481-4810551

Code         Date          Billed    Allowed    Plan paid   You owe
99213        04/02/2025    100.00      80.00        60.00     20.00
"""
    assert read_text(notice).claim_number == "24481-4810551"


def test_a_blank_that_a_reader_lost_before_the_number_of_a_claim_is_no_part_of_it() -> None:
    notice = CONTROLLED.format(second="Claim Nbr7782077820").replace("Control number", "Claim number")
    assert [line.claim_number for line in read_text(notice).lines] == ["4481044810", "7782077820"]


CUT = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard
Claim number: 12-26071-442-903

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2025    99213       100.00      80.00        60.00     20.00
04/09/2025    99212        60.00      50.00        40.00     10.00
Total for Claim # 12-26071-442-   160.00     130.00       100.00     30.00
903
"""


def test_a_number_that_goes_on_in_the_next_row_is_no_other_claim() -> None:
    document = read_text(CUT)
    assert document.claim_number == "12-26071-442-903"
    assert [line.claim_number for line in document.lines] == [None, None]


def test_a_claim_prints_its_first_day_below_its_number() -> None:
    document = read_text(
        """
    Medicare Summary Notice                          Claims for Part B
    Notice for: Zelda Nakagawa                       Notice Date 8/26/2025

    Dates of Service   Service                Billing Code   Charged    Paid     You may be billed
    Claim Number 68836-6500713
    07-21-2025         OFFICE VISIT           99214          297.00    130.68    32.67
                       ANNUAL WELLNESS        G0439          204.00      0.00   204.00
                       NEW VISIT              99204          305.00     42.82   195.08
    07-29-2025         OFFICE VISIT           99203          207.25    134.71     0.00
    Claim Number 76187-6450280
    07-29-2025         OFFICE VISIT           99214          256.43    115.39     0.00
                       SPIROMETRY             94010          140.25     54.70     0.00
                       PULSE OX               94760           23.20      0.00    23.20
    Total                                                  1,433.13    478.30   454.95
"""
    )
    assert [str(line.service_date) for line in document.lines] == [*["2025-07-21"] * 3, *["2025-07-29"] * 4]
