"""What a plan allows or pays of a charge is no more than the charge."""

from decimal import Decimal

from plainbill.reading.confirming.larger_parts import larger_parts
from plainbill.reading.rows.found import Found


def found(**amounts: str) -> dict[str, Found]:
    """The amounts of one line."""
    return {f"lines[0].{name}": Found(value=Decimal(amount), tokens=()) for name, amount in amounts.items()}


def test_a_charge_below_what_was_allowed_of_it_is_in_doubt_with_that() -> None:
    amounts = found(charge="3.02", allowed="225.37", plan_paid="1.00")
    assert {*larger_parts(amounts, 1)} == {"lines[0].charge", "lines[0].allowed"}


def test_parts_up_to_the_whole_and_what_is_taken_back_are_not() -> None:
    assert not [*larger_parts(found(charge="313.02", allowed="313.02", plan_paid="0.00"), 1)]
    assert not [*larger_parts(found(charge="-313.02", allowed="-225.37"), 1)]
    assert not [*larger_parts(found(allowed="225.37"), 1)]
