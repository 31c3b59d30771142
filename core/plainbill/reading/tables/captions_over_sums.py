"""Captions over a number and a sum that look like the head of a table: "Check No." and "Payment Total" side by side."""

from collections.abc import Sequence

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS

_NUMBERS = "ignore"


def without_captions(tables: Sequence[Table]) -> list[Table]:
    """Return the tables without those whose only service is one number that is none of a service, and one amount."""
    return [table for table in tables if not _are_captions(table)]


def _are_captions(table: Table) -> bool:
    entries = [row for row in table.rows if row.role in {"service", "payment", "total"}]
    return len(entries) == 1 and entries[0].role == "service" and _is_numbered_sum(table, entries[0])


def _is_numbered_sum(table: Table, row: TableRow) -> bool:
    filled = {column.field: cell for column, cell in zip(table.columns, row.cells, strict=True) if cell}
    number = filled.pop(_NUMBERS, ())
    numbered = len(number) == 1 and any(map(str.isdigit, number[0].text))
    return numbered and len(filled) == 1 and set(filled) <= AMOUNT_FIELDS
