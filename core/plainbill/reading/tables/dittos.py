"""Marks under a day that say the same day again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.rows.atoms import Atom

# Two strokes, which readers take for ones, small Ls or an I beside another.
_MARK = re.compile(r"^(?:[\"\u201c\u201d\u201e\u3003]|''|,,|``|ditto|do\.|same|[1lI|]{2})$", re.IGNORECASE)
_FEWEST_ALIKE = 2


def with_dittos(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of a table, a mark in the column of days read as the day of the service above it."""
    place = next((i for i, column in enumerate(columns) if column.field == "date"), None)
    if place is None:
        return tuple(rows)
    services = [row for row in rows if row.role == "service"]
    marked = sum(is_ditto(row.cells[place]) for row in services)
    told = sum(any(atom.date is not None for atom in row.cells[place]) for row in services)
    if not told or marked + told < len(services) or marked + told < _FEWEST_ALIKE:
        return tuple(rows)
    kept: list[TableRow] = []
    day: Atom | None = None
    for row in rows:
        cell = row.cells[place]
        if row.role == "service" and is_ditto(cell) and day is not None:
            same = replace(cell[0], kind="date", money=None, date=day.date, until=day.until)
            row = row.with_cell(place, (same,))
        elif row.role == "service":
            day = next((atom for atom in cell if atom.date is not None), None)
        kept.append(row)
    return tuple(kept)


def is_ditto(cell: Sequence[Atom]) -> bool:
    """True where a cell holds one mark, or two strokes apart, and nothing else."""
    return 0 < len(cell) <= _FEWEST_ALIKE and _MARK.match("".join(atom.text for atom in cell)) is not None
