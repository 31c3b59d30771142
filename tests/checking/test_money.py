"""Sums of dollars, when they count as equal, and the order of ids."""

from decimal import Decimal

import pytest

from plainbill.checking.money import above, same, some_add_up
from plainbill.checking.papers import natural


def dollars(*amounts: str) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize(
    ("one", "lines", "is_above"),
    [("1.01", 1, False), ("1.02", 1, True), ("1.03", 3, False), ("1.04", 3, True), ("1.01", 0, False)],
)
def test_rounding_is_a_cent_for_each_line_and_one_at_least(one: str, lines: int, is_above: bool) -> None:
    assert above(Decimal(one), Decimal("1.00"), lines=lines) is is_above
    assert same(Decimal(one), Decimal("1.00"), lines=lines) is not is_above


def test_some_of_a_few_parts_add_up() -> None:
    assert some_add_up(dollars("10.00", "20.00", "40.00"), Decimal("60.00"))
    assert not some_add_up(dollars("10.00", "20.00", "40.00"), Decimal("80.00"))
    assert not some_add_up([], Decimal("10.00"))


def test_eight_parts_are_still_a_few() -> None:
    assert some_add_up(dollars(*(f"{n}.00" for n in range(1, 9))), Decimal("13.00"))


def test_of_many_parts_one_or_all_add_up() -> None:
    many = dollars(*(f"{n}.00" for n in range(1, 11)))

    assert some_add_up(many, Decimal("7.00"))
    assert some_add_up(many, Decimal("55.00"))
    assert not some_add_up(many, Decimal("54.00"))


def test_leading_zeros_are_no_difference_to_the_order() -> None:
    assert natural("line 10") == natural("line 010")
    assert natural("2") < natural("010") < natural("11")
