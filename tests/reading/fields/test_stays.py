"""The stay that a paper prints bare beside the account, and the year of days that print none."""

from datetime import date

import pytest

from tests.reading.papers import read_text

BILL = """
Alder Fork Hospital
ACCOUNT 20881-4        LOMBARD, ADA        {stay}        page 1 of 1

Rev     Day      Description                 Qty     Amount
0120    {first}    Semi-private room           1     1,410.00
0250    {first}    Saline 500 ml               2        58.00
0120    {last}    Semi-private room           1     1,410.00
0301    {last}    Basic panel                 1       140.00
Total charges                                      3,018.00
"""


@pytest.mark.parametrize("stay", ["03/11/26 - 03/12/26", "03/11/26 - 03/13/26"])
def test_two_days_around_those_of_the_lines_are_the_stay_and_give_the_year(stay: str) -> None:
    document = read_text(BILL.format(stay=stay, first="03/11", last="03/12"))
    assert (document.service_from, document.service_to) == (date(2026, 3, 11), date(2026, 3, int(stay[-5:-3])))
    assert [line.service_date for line in document.lines] == [date(2026, 3, 11)] * 2 + [date(2026, 3, 12)] * 2


def test_a_stay_over_the_end_of_a_year_gives_each_day_its_own() -> None:
    document = read_text(BILL.format(stay="12/31/25 - 01/02/26", first="12/31", last="01/01"))
    assert [line.service_date for line in document.lines] == [date(2025, 12, 31)] * 2 + [date(2026, 1, 1)] * 2


def test_two_days_wider_than_those_of_the_lines_are_a_period() -> None:
    document = read_text(BILL.format(stay="03/01/26 - 03/31/26", first="03/11", last="03/12"))
    assert document.service_from is None
