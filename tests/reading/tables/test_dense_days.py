"""Days printed as four digits under the head of days."""

from datetime import date

from tests.reading.papers import read_text

BILL = """
Alder Fork Hospital                                              Printed 03/30/2026
Patient: Ada Lombard          Account: AF-20881
{days}

Date     Rev     Description                 Qty     Amount
{first}     0250    Saline 500 ml               2        58.00
         0300    Blood draw                  1        22.00
         0301    Basic panel                 1       140.00
{last}     0250    Saline 500 ml               1        29.00
         0301    Basic panel                 1       140.00
Total charges                                       389.00
"""


def test_four_digits_under_the_head_of_days_are_month_and_day_of_their_group() -> None:
    document = read_text(BILL.format(days="ADM 031126      DIS 031226", first="0311", last="0312"))
    assert [line.service_date for line in document.lines] == [date(2026, 3, 11)] * 3 + [date(2026, 3, 12)] * 2
    assert (document.service_from, document.service_to) == (date(2026, 3, 11), date(2026, 3, 12))


def test_digits_that_are_no_day_leave_all_of_them_unread() -> None:
    document = read_text(BILL.format(days="", first="0311", last="1733"))
    assert {line.service_date for line in document.lines} == {None}
