"""Days printed as four digits with no mark between them, month and day: "0203" under the head of days."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import PrintedDate

_MONTH_AND_DAY = re.compile(r"^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$")
_DAYS = frozenset({"date", "date_to"})


def with_dense_days(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of a table, digits in a column of days read as month and day where every service prints them so."""
    found = tuple(rows)
    for i, column in enumerate(columns):
        printed = [row.cells[i] for row in found if row.role == "service" and row.cells[i]]
        if column.field in _DAYS and printed and all(_day(cell) is not None for cell in printed):
            found = tuple(_read(row, i) if row.role == "service" else row for row in found)
    return found


def _day(cell: Sequence[Atom]) -> PrintedDate | None:
    match = _MONTH_AND_DAY.match(cell[0].text) if len(cell) == 1 else None
    day = PrintedDate(month=int(match[1]), day=int(match[2]), year=None) if match is not None else None
    # Of a year that leaps, until the paper tells which it is.
    return day if day is not None and day.on(2024) is not None else None


def _read(row: TableRow, at: int) -> TableRow:
    cell = row.cells[at]
    if not cell:
        return row
    dated = replace(cell[0], kind="date", money=None, date=_day(cell))
    return replace(row, cells=(*row.cells[:at], (dated,), *row.cells[at + 1 :]))
