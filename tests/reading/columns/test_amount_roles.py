import pytest

from plainbill.case import Line
from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic

Date          Procedure   {heads}
04/02/2025    99213       {first}
04/09/2025    99212       {second}
04/16/2025    85025       {third}
"""


def lines(heads: str, *rows: str) -> tuple[Line, ...]:
    """The lines of a notice with these columns of amounts."""
    first, second, third = rows
    return read_text(NOTICE.format(heads=heads, first=first, second=second, third=third)).lines


@pytest.mark.parametrize(
    ("heads", "rows", "field"),
    [
        (
            "Billed    Zorbel    Plan paid   You owe",
            (
                "100.00     80.00        60.00     20.00",
                " 60.00     50.00        40.00     10.00",
                " 30.00     30.00        30.00      0.00",
            ),
            "allowed",
        ),
        (
            "Billed    Discount    Zorbel   Plan paid",
            (
                "100.00       20.00     80.00       60.00",
                " 60.00       10.00     50.00       40.00",
                " 30.00        0.00     30.00       30.00",
            ),
            "allowed",
        ),
        (
            "Billed    Allowed   Zorbel     You owe",
            (
                "100.00     80.00       60.00      20.00",
                " 60.00     50.00       40.00      10.00",
                " 30.00     30.00       30.00       0.00",
            ),
            "plan_paid",
        ),
    ],
)
def test_a_column_nobody_knows_is_told_by_the_sums_of_its_rows(heads: str, rows: tuple[str, ...], field: str) -> None:
    place = heads.replace("Plan paid", "Paid").split().index("Zorbel")
    amounts = [str(getattr(line, field)) for line in lines(heads, *rows)]
    assert amounts == [row.split()[place] for row in rows]


def test_a_column_whose_rows_do_not_add_up_stays_unknown() -> None:
    read = lines(
        "Billed    Allowed   Zorbel     You owe",
        "100.00     80.00       65.00      20.00",
        " 60.00     50.00       40.00      10.00",
        " 30.00     30.00       30.00       0.00",
    )
    assert [line.plan_paid for line in read] == [None, None, None]


def test_a_head_half_understood_gives_way_to_the_one_that_says_the_same_for_sure() -> None:
    (first, *_) = lines(
        "Billed    Plan's share zorbel   Plan paid   You owe",
        "100.00               80.00        60.00     20.00",
        " 60.00               50.00        40.00     10.00",
        " 30.00               30.00        30.00      0.00",
    )
    assert [first.allowed, first.plan_paid] == [80, 60]


def test_a_head_half_understood_is_left_out_where_no_sum_says_what_it_is() -> None:
    (first, *_) = lines(
        "Billed    Plan's share zorbel   Plan paid   You owe",
        "100.00               77.00        60.00     20.00",
        " 60.00               51.00        40.00     10.00",
        " 30.00               13.00        30.00      0.00",
    )
    assert [first.allowed, first.plan_paid] == [None, 60]


def test_two_heads_that_nobody_knows_are_told_one_by_one() -> None:
    (first, *_) = lines(
        "Billed    Zorbel    Quibnot  Allowed   Plan paid   You owe",
        "100.00     20.00     13.00     80.00       60.00     20.00",
        " 60.00     10.00     11.00     50.00       40.00     10.00",
        " 30.00      5.00     17.00     25.00       25.00      0.00",
    )
    assert [adjustment.amount for adjustment in first.adjustments] == [20]


REASONS = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic

Date          Procedure   Billed    Zorbel    Plan paid
04/02/2025    99213       100.00     80.00        60.00
              CO-45 20.00   PR-2 20.00
04/09/2025    99212        60.00     {second}        40.00
              CO-45 10.00   PR-3 10.00
04/16/2025    85025        30.00     {third}         0.00
              {refused}
"""


@pytest.mark.parametrize(
    ("second", "third", "refused", "allowed"),
    [
        ("50.00", " 0.00", "PR-96 30.00", ["80.00", "50.00", "0.00"]),
        ("50.00", "25.00", "CO-45 5.00   PR-1 25.00", ["80.00", "50.00", "25.00"]),
        # Once it does not add up, nobody knows.
        ("51.00", "25.00", "CO-45 5.00   PR-1 25.00", ["None", "None", "None"]),
        ("50.00", "26.00", "CO-45 5.00   PR-1 25.00", ["None", "None", "None"]),
    ],
)
def test_a_column_nobody_knows_is_told_by_what_the_reasons_below_take_off(
    second: str, third: str, refused: str, allowed: list[str]
) -> None:
    read = read_text(REASONS.format(second=second, third=third, refused=refused)).lines
    assert [str(line.allowed) for line in read] == allowed


def test_one_misread_row_among_many_does_not_hide_what_the_others_tell() -> None:
    rows = "\n".join(
        f"04/{day:02}/2025    99213       100.00     80.00        60.00\n              CO-45 {off}.00"
        for day, off in enumerate([20] * 7 + [29], 1)
    )
    notice = "\n".join(row for row in REASONS.splitlines()[:6])
    assert {str(line.allowed) for line in read_text(f"{notice}\n{rows}\n").lines} == {"80.00"}


@pytest.mark.parametrize(
    ("owed", "allowed", "adjusted"), [("10.00", "None", "85.00"), ("-5.00", "85.00", None), ("7.00", "85.00", None)]
)
def test_an_allowance_that_the_sums_take_off_is_no_amount_allowed(
    owed: str, allowed: str, adjusted: str | None
) -> None:
    (first, *_) = lines(
        "Billed    Plan allowance   Plan paid   You owe",
        f"185.00               85.00       90.00     {owed}",
        " 60.00               20.00       30.00     10.00",
        " 30.00               10.00       15.00      5.00",
    )
    assert str(first.allowed) == allowed
    assert [str(each.amount) for each in first.adjustments] == ([adjusted] if adjusted else [])


def test_a_guess_that_a_column_is_what_the_plan_paid_gives_way_to_the_reasons_below() -> None:
    text = """
Larkspur Health Plan                       Explanation of benefits
Member ID: W205407118      Patient: Ada Lombard      Processed on 05/23/2025

Date         Service            Billed    Plan's Share Measure    Deductible    Coinsurance    You owe
05/02/2025   Office visit       334.00                  177.02          0.00          53.11      53.11
Adjustments: CO45 156.98 , PR2 53.11
05/02/2025   Blood count         20.00                   11.60          0.00           2.32       2.32
Adjustments: CO45 8.40 , PR2 2.32
05/03/2025   X-ray              100.00                   70.00          0.00          14.00      14.00
Adjustments: CO45 30.00 , PR2 14.00
"""
    assert [(str(line.allowed), line.plan_paid) for line in read_text(text).lines] == [
        ("177.02", None),
        ("11.60", None),
        ("70.00", None),
    ]


def test_amounts_that_were_not_read_say_nothing_against_the_sums_of_those_that_were() -> None:
    found = lines(
        "Billed    Zorbel    Allowed   Plan paid",
        "100.00     20.00     80.00       65.00",
        " 60.00     10.00     50.00       42.00",
        " 30.00                25.00      20.00",
    )
    assert [[str(each.amount) for each in line.adjustments] for line in found] == [["20.00"], ["10.00"], []]


REDUCED = """
Tamarack Casualty Company
Explanation of Review                     Review / payment date: 05/09/2025
Provider: Quarrytown Clinic

Date          Procedure   Billed    {heads}   Allowance
04/02/2025    99213       100.00                   30.00           10.00       60.00
04/09/2025    97110        60.00                   15.00            5.00       40.00
04/16/2025    L3908        30.00                    0.00            2.00       28.00
"""


@pytest.mark.parametrize("heads", ["Fee sched. reduction   PPO reduction", "    Zorbel reduction   PPO reduction"])
def test_two_columns_of_reductions_are_both_what_was_taken_off(heads: str) -> None:
    read = read_text(REDUCED.format(heads=heads)).lines
    assert [[str(a.amount) for a in line.adjustments] for line in read] == [
        ["30.00", "10.00"],
        ["15.00", "5.00"],
        ["0.00", "2.00"],
    ]
    assert [line.not_covered for line in read] == [None] * 3
    assert [line.allowed for line in read] == [60, 40, 28]


def test_a_sum_of_many_columns_is_told_where_each_row_fills_another_of_them() -> None:
    (one, two, three) = lines(
        "Billed    Allowed   Plan paid   Copay   Deductible   Coins.   Not covered   Zorbel",
        "200.00    100.00       80.00     0.00         0.00    20.00          0.00    20.00",
        "150.00     90.00       60.00    30.00         0.00     0.00          0.00    30.00",
        " 25.00      0.00        0.00     0.00         0.00     0.00         25.00    25.00",
    )
    assert [str(line.patient_responsibility) for line in (one, two, three)] == ["20.00", "30.00", "25.00"]


@pytest.mark.parametrize(("last", "owed"), [("20.00", "20.00"), ("35.00", None)])
def test_what_a_plan_left_of_each_price_may_be_headed_out_of_pocket(last: str, owed: str | None) -> None:
    found = lines(
        "Billed    Allowed    Plan paid   Out of pocket",
        f"100.00      80.00        60.00       {last}",
        " 60.00      50.00        40.00       10.00",
        " 30.00      30.00        25.00        5.00",
    )
    assert str(found[0].patient_responsibility) == str(owed)
