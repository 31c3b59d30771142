"""Sums in the last of several columns of print, which add up the services of all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.tables.row_roles import is_named


def with_sums_over_columns(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables of columns of print, one below the other, the sum of all their services told as such in the last."""
    if len(tables) < 2:
        return tuple(tables)
    *before, last = tables
    charged = sum((_charge(table, row) for table in before for row in _services(table)), Decimal(0))
    for i, row in enumerate(last.rows):
        if row.role != "service" or is_named(last.columns, row):
            continue
        above = sum((_charge(last, own) for own in last.rows[:i] if own.role == "service"), Decimal(0))
        if charged and _charge(last, row) == charged + above:
            rows = (*last.rows[:i], replace(row, role="total"), *_closing(last, last.rows[i + 1 :]))
            return (*before, replace(last, rows=rows))
    return tuple(tables)


def _services(table: Table) -> Iterator[TableRow]:
    return (row for row in table.rows if row.role == "service")


def _closing(table: Table, rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """What was taken off below the sum, with neither a day nor a code, is part of the closing sums."""
    for row in rows:
        taken_off = row.role == "payment" or row.role == "service" and _charge(table, row) < 0
        yield replace(row, role="summary") if taken_off and not is_named(table.columns, row) else row


def _charge(table: Table, row: TableRow) -> Decimal:
    amounts = (atom.money for atom in table.cell(row, "charge") if atom.money is not None)
    return next(amounts, Decimal(0))
