"""The last day of a service on a row below its first, in a column whose head speaks of several: "Dates of service"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

# "From" over "To" heads both: these are read below (`plainbill.reading.lines.wrapped_cells`).
_SEVERAL = re.compile(r"\bdate(?:s\b|\(s\))", re.IGNORECASE)
_MOST_BELOW, _FIRST_AND_LAST, _LEAP_YEAR = 2, 2, 2024


def with_last_days_below(table: Table) -> Table:
    """Return the table, each last day that stands below the first one of a service beside it."""
    at = next((i for i, column in enumerate(table.columns) if column.field == "date" and _is_of_several(column)), None)
    if at is None or table.is_paired:
        return table
    return replace(table, rows=tuple(_joined(table.rows, at)))


def _is_of_several(column: Column) -> bool:
    return _SEVERAL.search(" ".join(token.text for token in column.head.tokens)) is not None


def _joined(rows: Sequence[TableRow], at: int) -> Iterator[TableRow]:
    taken: set[float] = set()
    for i, row in enumerate(rows):
        below = [*itertools.takewhile(lambda other: other.role == "words", rows[i + 1 : i + 1 + _MOST_BELOW])]
        last = next((other for other in below if other.cells[at]), None) if row.role == "service" else None
        if last is not None and _is_range((*row.cells[at], *last.cells[at])):
            taken.add(last.y)
            yield row.with_cell(at, (*row.cells[at], *last.cells[at]))
        elif row.y not in taken:
            yield row
        elif row.cells[at] != row.atoms:
            yield row.with_cell(at, ())


def _is_range(days: Sequence[Atom]) -> bool:
    """True for two days and nothing else, the second no earlier than the first."""
    printed = [atom.date for atom in days if atom.date is not None and atom.until is None]
    if not len(days) == len(printed) == _FIRST_AND_LAST:
        return False
    # Where no year is printed, it is one of both.
    first, last = (day.on(_LEAP_YEAR) for day in printed)
    return first is not None and last is not None and first <= last
