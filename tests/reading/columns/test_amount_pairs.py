"""Two columns of amounts that nobody can name, told together by what the rows add up to and one word."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

BILL = """
Larkspur Eye Care, LLC               Statement Date: 05/01/2026
Patient: Ada Lombard                 Account: LE-10447

Seen        Code     Care given          Full price   {one}   {other}   Left for you
04/02/2026  92004    Eye exam            200.00       70.00-        100.00-       30.00
04/09/2026  92134    Retinal scan        140.00       50.00-        60.00-        {left}
04/16/2026  92083    Visual field        155.00       66.10-        59.27-        29.63
"""


@pytest.mark.parametrize(("one", "other"), [("Written down", "Fenland ward"), ("Fenland ward", "Sent to us  ")])
def test_one_word_and_the_sums_of_the_rows_name_both(one: str, other: str) -> None:
    lines = read_text(BILL.format(one=one, other=other, left="30.00")).lines
    assert [line.plan_paid for line in lines] == [Decimal("100.00"), Decimal("60.00"), Decimal("59.27")]
    assert [line.adjustments[0].amount for line in lines] == [Decimal("70.00"), Decimal("50.00"), Decimal("66.10")]


def test_rows_that_do_not_add_up_name_neither() -> None:
    lines = read_text(BILL.format(one="Written down", other="Fenland ward", left="31.00")).lines
    assert all(line.plan_paid is None and line.adjustments == () for line in lines)


def test_without_a_word_neither_is_named() -> None:
    lines = read_text(BILL.format(one="Fenland east", other="Fenland ward", left="30.00")).lines
    assert all(line.plan_paid is None and line.adjustments == () for line in lines)


def test_a_fixed_copay_is_a_copay() -> None:
    document = read_text("""
EXPLANATION OF BENEFITS
Member Ida Quill               Member ID  KQ5501882
Provider Alder Bay Clinic      Date processed 11/20/2025

Date          Code      Billed    Discount   Fixed copay   Plan paid    You owe
11/03/2025    99204     360.00    146.00     30.00         184.00       30.00
11/10/2025    73564     190.00    128.00     0.00          62.00        0.00
""")
    assert [line.copay for line in document.lines] == [Decimal("30.00"), Decimal("0.00")]
