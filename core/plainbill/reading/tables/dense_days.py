"""Days printed as digits with no mark between them, month, day and year: "0203" or "020326" under the head of days.

Print of even width leaves one blank between columns: then day and code stand under what looks like one head.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.dates import PrintedDate

_DENSE = re.compile(r"^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])((?:20)?[0-3]\d)?$")
_LEAPS, _CENTURY = 2024, 2000
_FEWEST, _MOST_YEARS = 2, 2
_DAYS = frozenset({"date", "date_to"})
# What may stand over the first of two days: all of a head, or its beginning.
_OF_DAYS = frozenset({"serv", "svc", "service", "dos", "date", "dates", "from", "of"})
# A payment among services prints its day as they do.
_ENTRIES = frozenset({"service", "payment"})


def with_dense_days(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of a table, digits in a column of days read as month and day where every service prints them so."""
    found = tuple(rows)
    for i, column in enumerate(columns):
        printed = [row.cells[i] for row in found if row.role == "service" and row.cells[i]]
        if column.field in _DAYS and printed and all(_day(cell) is not None for cell in printed):
            found = tuple(_read(row, i) if row.role in _ENTRIES else row for row in found)
    return found


def with_dense_days_headed(columns: tuple[Column, ...], rows: Sequence[TableRow]) -> tuple[Column, ...]:
    """Return the columns, one whose head nobody knows named days where every service prints digits of one time there.

    None where another column holds days, but the first of two: digits alone may number anything.
    """
    services = [row for row in rows if row.role == "service"]
    if len(services) < _FEWEST or any(len(row.cells) != len(columns) for row in services):
        return columns
    if _DAYS & {column.field for column in columns}:
        return _with_first_days(columns, services)
    for i, column in enumerate(columns):
        days = [_day(row.cells[i]) for row in services]
        dated = "date" in {token.text.lower() for token in column.head.tokens} or not column.head.tokens
        # "SERV" over the days of services, beside a column of their codes.
        dated |= column.field == "description" and "code" in {other.field for other in columns}
        if (
            column.field in {"", "description"}
            and dated
            and _are_of_one_time(days)
            and all(day and day.year for day in days)
        ):
            return (*columns[:i], replace(column, field="date"), *columns[i + 1 :])
    return columns


def _with_first_days(columns: tuple[Column, ...], services: Sequence[TableRow]) -> tuple[Column, ...]:
    """Return the columns, two under one head "SERV DATE" as first and last day: "0310" beside "031026"."""
    at = next((i for i, column in enumerate(columns) if column.field == "date"), 0)
    first = columns[at - 1] if at else None
    if first is None or any(column.field == "date_to" for column in columns):
        return columns
    words = {token.text.lower().strip(".:") for token in first.head.tokens}
    if not words or not words <= _OF_DAYS or not all(_begins(row.cells[at - 1], row.cells[at]) for row in services):
        return columns
    days = replace(first, field="date"), replace(columns[at], field="date_to")
    return (*columns[: at - 1], *days, *columns[at + 1 :])


def _begins(one: Sequence[Atom], other: Sequence[Atom]) -> bool:
    """True for a day without its year and one with it that does not come before."""
    first, last = _day(one), _day(other)
    if first is None or last is None or first.year is not None or last.year is None:
        return False
    return (first.month, first.day) <= (last.month, last.day) or first.month > last.month == 1


def with_days_and_codes_apart(table: Table) -> Table:
    """Return the table with days and codes in columns of their own where every service prints both under one head."""
    services = [row for row in table.rows if row.role == "service"]
    if {"date", "code"} & set(table.fields) or len(services) < _FEWEST:
        return table
    for i in range(len(table.columns)):
        days = [_day(row.cells[i][:1]) for row in services]
        if _are_of_one_time(days) and all(_is_coded(row.cells[i]) for row in services):
            columns = (placeless("date"), placeless("code"), *table.columns)
            return replace(table, columns=columns, rows=tuple(_parted(row, i) for row in table.rows))
    return table


def _are_of_one_time(days: Sequence[PrintedDate | None]) -> bool:
    """True for days of one year or two that follow each other; numbers of items that look like days are of many."""
    years = {day.year for day in days if day is not None}
    told = {year for year in years if year is not None}
    return None not in days and len(years) <= _MOST_YEARS and (not told or max(told) - min(told) < _MOST_YEARS)


def _is_coded(cell: Sequence[Atom]) -> bool:
    return len(cell) > 1 and parse_code(cell[1].text) is not None


def _parted(row: TableRow, at: int) -> TableRow:
    """The row with the day and the code of a service in front of its other cells."""
    if row.role != "service":
        return replace(row, cells=((), (), *row.cells))
    day, code, *rest = row.cells[at]
    dated = replace(day, kind="date", money=None, date=_day((day,)))
    return replace(row, cells=((dated,), (code,), *row.cells[:at], tuple(rest), *row.cells[at + 1 :]))


def _day(cell: Sequence[Atom]) -> PrintedDate | None:
    match = _DENSE.match(cell[0].text) if len(cell) == 1 else None
    if match is None:
        return None
    year = int(match[3]) % 100 + _CENTURY if match[3] else None
    day = PrintedDate(month=int(match[1]), day=int(match[2]), year=year)
    # Of a year that leaps, until the paper tells which it is.
    return day if day.on(year or _LEAPS) is not None else None


def _read(row: TableRow, at: int) -> TableRow:
    cell = row.cells[at]
    day = _day(cell)
    if day is None:
        return row
    dated = replace(cell[0], kind="date", money=None, date=day)
    return row.with_cell(at, (dated,))
