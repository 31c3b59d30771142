"""Amounts on the row of a label: which of them it announces, and words that say what an amount is for."""

from collections.abc import Sequence
from decimal import Decimal

from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.terms.dates import parse_date

_FEWEST_AMOUNTS = 3


def leads_an_amount(words: Sequence[Atom], row: Sequence[Cell]) -> bool:
    """True where the words fill a cell right before an amount, or end in it: they say what the amount is for."""
    if words[-1].kind == "money" and words[0].kind == "text":
        return True
    for cell, behind in zip(row, row[1:], strict=False):
        if cell.atoms[-1] is words[-1] and behind.atoms[0].kind == "money":
            return True
    return False


def from_their_amount(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells behind a label from the amount on that it announces.

    Only the day of a sum may stand before it: "TOTAL CHARGE  031026  9291.65"; and it is the sum of the others where
    they add up to the last one: "Plan allowance  85.00  90.00  130.00  305.00".
    """
    dated = len(cells) > 1 and cells[1].atoms[0].kind == "money" and len(cells[0].atoms) == 1
    return cells[1:] if dated and parse_date(cells[0].text, dense=True) is not None else _sum_at_the_end(cells)


def _sum_at_the_end(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The last cell where its amount is what the others add up to, "none" and dashes left out; else the cells."""
    amounts = [cell.atoms[0].money for cell in cells if len(cell.atoms) == 1]
    printed = [money for money in amounts if money is not None]
    if len(amounts) != len(cells) or len(printed) < _FEWEST_AMOUNTS or amounts[-1] is None:
        return cells
    *parts, whole = printed
    added = min(parts) >= 0 and sum(parts, Decimal(0)) == whole and max(parts) < whole
    return cells[-1:] if added else cells
