"""Closing sums right below a list of payments: where every entry has a day, a row without one is no service."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_coded

_FEWEST_PAID = 2


def without_services_below_payments(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows; in a list of payments with their days, rows that name neither day nor code told as closing sums."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    paid = [i for i, row in enumerate(rows) if row.role == "payment"]
    if not services or len(paid) < _FEWEST_PAID or min(services) < max(paid):
        return tuple(rows)
    dated = all(any(atom.date is not None for atom in rows[i].atoms) for i in paid)
    named = any(is_coded(columns, rows[i].cells) or any(a.date is not None for a in rows[i].atoms) for i in services)
    if not dated or named:
        return tuple(rows)
    return tuple(replace(row, role="summary") if i in services else row for i, row in enumerate(rows))
