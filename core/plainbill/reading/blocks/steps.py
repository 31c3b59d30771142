"""Bills in steps: what all services below it cost, what was taken off, each with its parts below, and what is left."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from plainbill.reading.blocks.item_rows import ItemRow

# Parts end this many heights left of their step.
_FARTHER_LEFT = 1.5
_FEWEST = 2


def steps_of(rows: Sequence[ItemRow], services: Collection[int]) -> list[int]:
    """Return which rows are such steps, `services` being those of services; none where they do not add up."""
    first = min(services, default=0)
    begun = next((i for i in range(first - 1, -1, -1) if rows[i].amount is not None), None)
    if begun is None or not rows[begun].is_priced or _sum_of_parts(rows, begun) != _amount(rows[begun]):
        return []
    steps, left = [begun], _amount(rows[begun])
    for i in range(first, len(rows)):
        if i in services or not rows[i].is_priced:
            continue
        if _amount(rows[i]) < 0:
            if _sum_of_parts(rows, i) not in {Decimal(0), -_amount(rows[i])}:
                return []
            steps.append(i)
            left += _amount(rows[i])
        elif _amount(rows[i]) == left and len(steps) > _FEWEST:
            return [*steps, i]
    return []


def parts_of_step(rows: Sequence[ItemRow], step: int) -> list[int]:
    """Return which rows below a step are its parts: amounts that end left of its own, up to one that does not."""
    found: list[int] = []
    own = rows[step].amount
    for i in range(step + 1, len(rows)):
        amount = rows[i].amount
        if amount is None:
            continue
        if own is None or _amount(rows[i]) < 0 or own.x1 - amount.x1 < _FARTHER_LEFT * rows[i].height:
            break
        found.append(i)
    return found


def _sum_of_parts(rows: Sequence[ItemRow], step: int) -> Decimal:
    return sum((_amount(rows[i]) for i in parts_of_step(rows, step)), Decimal(0))


def _amount(row: ItemRow) -> Decimal:
    return (row.amount.money if row.amount is not None else None) or Decimal(0)
