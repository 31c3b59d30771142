"""Days printed by their number alone below the name of their month: "May" over "2026" over 1, 3, 6."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import PrintedDate, parse_date

_YEAR, _DAY, _WORD = re.compile(r"^(?:19|20)\d{2}$"), re.compile(r"^\d{1,2}$"), re.compile(r"^[A-Za-z]{3,9}\.?$")
# The month stands right above its year, so many heights up and aside at most.
_PITCH, _ASIDE = 2.3, 1.5
_FEWEST = 2


def with_days_of_a_month(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """The table, the numbers below a month and its year read as days where none comes before the one above it."""
    for at, column in enumerate(table.columns):
        month = _month_of(column, atoms)
        if month is None:
            continue
        cells = [row.cells[at] for row in table.rows if row.role == "service" and row.cells[at]]
        days = [int(cell[0].text) for cell in cells if len(cell) == 1 and _DAY.match(cell[0].text)]
        if len(days) == len(cells) >= _FEWEST and days == sorted(days) and _is_day(month, days[-1]):
            return replace(table, rows=tuple(_dated(row, at, month) for row in table.rows))
    return table


def _month_of(column: Column, atoms: Sequence[tuple[Atom, ...]]) -> PrintedDate | None:
    """The first of the month that the head of a column prints over its year."""
    tokens = column.head.tokens
    if column.field != "date" or len(tokens) != 1 or not _YEAR.match(tokens[0].text):
        return None
    height = tokens[0].box.height
    for atom in (atom for row in atoms for atom in row):
        near = 0 < tokens[0].y - atom.y < _PITCH * height and abs(atom.x0 - tokens[0].box.x0) < _ASIDE * height
        if near and _WORD.match(atom.text):
            return parse_date(f"{atom.text} 1 {tokens[0].text}")
    return None


def _is_day(month: PrintedDate, day: int) -> bool:
    return replace(month, day=day).on(None) is not None


def _dated(row: TableRow, at: int, month: PrintedDate) -> TableRow:
    cell = row.cells[at]
    if row.role != "service" or not cell:
        return row
    day = replace(cell[0], kind="date", money=None, date=replace(month, day=int(cell[0].text)))
    return replace(row, cells=(*row.cells[:at], (day,), *row.cells[at + 1 :]))
