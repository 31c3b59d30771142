"""Days printed by their number alone below the name of their month: "May" over "2026" over 1, 3, 6.

In a narrow column that goes over two rows of services the name may stand on the first and the number on the second.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

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


def with_days_over_two_services(table: Table) -> Table:
    """The table, the name of a month and the number of a day below it read as the day of both services they stand on.

    One alone may be anything.
    """
    at = next((i for i, column in enumerate(table.columns) if column.field == "date"), None)
    if at is None:
        return table
    found = {
        i: day
        for i, (above, below) in enumerate(pairwise(table.rows))
        if above.role == below.role == "service" and (day := _wrapped(above.cells[at], below.cells[at])) is not None
    }
    if len(found) < _FEWEST:
        return table
    rows = list(table.rows)
    for i, day in found.items():
        rows[i], rows[i + 1] = rows[i].with_cell(at, (day,)), rows[i + 1].with_cell(at, ())
    return replace(table, rows=tuple(rows))


def _wrapped(above: Sequence[Atom], below: Sequence[Atom]) -> Atom | None:
    """The day whose month is all that one cell holds and whose number is all of the next."""
    if not len(above) == len(below) == 1 or not _WORD.match(above[0].text) or not _DAY.match(below[0].text):
        return None
    text = f"{above[0].text} {below[0].text}"
    date = parse_date(text)
    tokens = (*above[0].tokens, *below[0].tokens)
    return None if date is None else replace(above[0], kind="date", text=text, tokens=tokens, date=date)


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
    return row.with_cell(at, (day,))
