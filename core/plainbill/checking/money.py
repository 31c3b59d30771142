"""Exact sums of dollars, and when two of them count as equal."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
_MOST_PARTS = 8  # 255 combinations; a bill with more open amounts than that explains anything


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Return the sum of the amounts that are there, in dollars."""
    return sum((amount for amount in amounts if amount is not None), ZERO)


def total_if_whole(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum, or None where an amount is absent: an absent amount is not a zero."""
    return None if any(amount is None for amount in amounts) else total(amounts)


def same(one: Decimal, other: Decimal, *, lines: int = 1) -> bool:
    """Tell whether two sums are equal to one cent for each line summed, at least one cent."""
    return abs(one - other) <= CENT * max(1, lines)


def above(one: Decimal, other: Decimal, *, lines: int = 1) -> bool:
    """Tell whether `one` is larger than `other` by more than rounding."""
    return one - other > CENT * max(1, lines)


def some_add_up(parts: Sequence[Decimal], whole: Decimal) -> bool:
    """Tell whether some of `parts` add up to `whole`; of many parts only single ones and all of them are tried."""
    positive = [part for part in parts if part > 0]
    sizes: Iterable[int] = range(1, len(positive) + 1) if len(positive) <= _MOST_PARTS else (1, len(positive))
    return any(same(total(chosen), whole, lines=size) for size in sizes for chosen in combinations(positive, size))
