"""What came together in the year before this paper's: "PREVIOUS YEAR TOTAL  1,284.00", no sum of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from plainbill.reading.rows.atoms import Cell

_LAST_YEAR = re.compile(r"\b(?:last|prior|previous) (?:calendar )?year(?:'s)?\b", re.IGNORECASE)


def cells_of_last_year(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Return the cells that name it, each with the amount that stands alone behind it."""
    for row in rows:
        for cell, behind in zip_longest(row, row[1:]):
            if _LAST_YEAR.search(cell.text):
                yield cell
                if behind is not None and _is_amount_of(cell, behind):
                    yield behind


def _is_amount_of(cell: Cell, behind: Cell) -> bool:
    """True for an amount alone behind a cell that has none itself."""
    return (
        all(atom.money is None for atom in cell.atoms) and len(behind.atoms) == 1 and behind.atoms[0].money is not None
    )
