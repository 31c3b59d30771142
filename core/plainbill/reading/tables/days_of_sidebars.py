"""Days in a sidebar left of a table, within reach of its column of days: "Pay by June 19, 2026   04/14/26"."""

import statistics
from collections.abc import Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom

_Cells = tuple[tuple[Atom, ...], ...]
# The days of a range stand closer than so many heights, and those of one column begin as close to each other.
_GUTTER, _ALIGNED = 2.5, 1.5
_FEWEST = 3


def without_days_of_sidebars(columns: Sequence[Column], rows: Sequence[_Cells], height: float) -> list[_Cells]:
    """The cells of each row, in the first column no day that stands apart before the one that all rows have."""
    first = [row[0][0].x0 for row in rows if row and len(row[0]) == 1 and row[0][0].date is not None]
    if not columns or columns[0].field != "date" or len(first) < _FEWEST:
        return [*rows]
    edge = statistics.median(first)
    return [(_own(row[0], edge, height), *row[1:]) if row else row for row in rows]


def _own(cell: tuple[Atom, ...], edge: float, height: float) -> tuple[Atom, ...]:
    for i, (before, atom) in enumerate(zip(cell, cell[1:], strict=False), start=1):
        apart = atom.x0 - before.x1 > _GUTTER * height and abs(atom.x0 - edge) < _ALIGNED * height
        if apart and atom.date is not None and any(other.date is not None for other in cell[:i]):
            return cell[i:]
    return cell
