from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.reading.terms.money import parse_money


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("125.00", "125.00"),
        ("$1,250.00", "1250.00"),
        ("1250.00", "1250.00"),
        ("$ 12.50", "12.50"),
        ("(64.00)", "-64.00"),
        ("($64.00)", "-64.00"),
        ("64.00-", "-64.00"),
        ("-$64.00", "-64.00"),
        ("$-64.00", "-64.00"),
        ("64.00 CR", "-64.00"),
        ("1,250.00CR", "-1250.00"),
        ("0.00", "0.00"),
        ("12.00*", "12.00"),
        ("$35", "35.00"),
        ("1.250,00 €", "1250.00"),
        ("$2, 886.58", "2886.58"),
    ],
)
def test_every_printed_form_of_an_amount_is_read(printed: str, amount: str) -> None:
    assert parse_money(printed) == Decimal(amount)


@pytest.mark.parametrize(
    "printed",
    ["125", "99213", "12.5", "12.000", "03/17/2025", "-", "N/A", "S9470", "1 250", "99396,25", "12.34.56", ""],
)
def test_what_is_no_amount_stays_none(printed: str) -> None:
    assert parse_money(printed) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_an_amount_keeps_every_digit(cents: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    assert parse_money(f"${amount:,.2f}") == amount
    assert parse_money(f"({amount:,.2f})") == -amount


@given(st.text(max_size=20))
def test_noise_never_raises_and_never_gains_digits(noise: str) -> None:
    amount = parse_money(noise)
    if amount is not None:
        assert sum(mark.isdigit() for mark in noise) >= len(str(abs(amount)).replace(".", "").lstrip("0")) - 2


@pytest.mark.parametrize(("text", "amount"), [("$262:15", "262.15"), ("$316 75", "316.75"), ("($820 14)", "-820.14")])
def test_behind_a_dollar_sign_the_point_may_be_read_as_two_or_none(text: str, amount: str) -> None:
    assert str(parse_money(text)) == amount


@pytest.mark.parametrize("text", ["10:30", "316 75", "12:15"])
def test_without_a_sign_it_is_no_amount(text: str) -> None:
    assert parse_money(text) is None
