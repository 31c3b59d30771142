"""Titles of boxes that stand on a row of labels: "Accumulators" over "Deductible limit  $750.00" names nobody."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom, Cell

# What a box lists begins below its title, in heights of print.
_ALIGNED = 1.0
_REACH = 9.0
_FEWEST = 2
_ABOUT_SUMS = re.compile(
    r"\b(?:accumulators?|amounts?|totals?|sums?|summary|status|limits?|maximums?|deductibles?|out-of-pocket|charges?|costs?"
    r"|balances?|benefits|account|payments?|progress|spending|usage|shares?|year)\b",
    re.IGNORECASE,
)


def titles_sums(words: Sequence[Atom], cells: Sequence[Sequence[Cell]], row: int) -> bool:
    """True where the words fill a cell of this row and amounts with words before them are listed right below it.

    Amounts in the cell below the words alone are those of a column.
    """
    title = next((cell for cell in cells[row] if cell.atoms[0] is words[0] and cell.atoms[-1] is words[-1]), None)
    if title is None or not _may_title(title):
        return False
    listed = 0
    for under in cells[row + 1 :]:
        if under and under[0].y - title.y > _REACH * title.height:
            break
        listed += any(
            abs(cell.x0 - title.x0) < _ALIGNED * title.height and _is_sum(under[i:]) for i, cell in enumerate(under)
        )
    return listed >= _FEWEST


def _may_title(cell: Cell) -> bool:
    """True for one word and for words about sums: "Ada Lombard" and "4471902" are values, whatever stands below."""
    if any(map(str.isdigit, cell.text)):
        return False
    return len(cell.atoms) == 1 or _ABOUT_SUMS.search(cell.text) is not None


def _is_sum(cells: Sequence[Cell]) -> bool:
    """True for words and the amount that ends their cell, or is the next one."""
    first, *others = cells
    *words, last = first.atoms
    if words and last.kind == "money":
        return all(atom.kind == "text" for atom in words)
    return first.atoms[0].kind == "text" and bool(others) and others[0].atoms[0].kind == "money"
