"""Counts that stand before the words of each service, as the head over them says: "Services (units first)"."""

import re
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow

_COUNTS = re.compile(r"^\W*(?:units?|qty|quantity|count)\b", re.IGNORECASE)
_COUNT = re.compile(r"^\d{1,3}(?:\.\d)?$")


def with_counts_before_words(table: Table) -> Table:
    """Return the table with such counts in a column of their own; as it is where a service has none."""
    at = next((i for i, column in enumerate(table.columns) if column.field == "description"), None)
    services = [row for row in table.rows if row.role == "service"]
    if at is None or not services or "units" in table.fields:
        return table
    announced = any(_COUNTS.match(token.text) for token in table.columns[at].head.tokens)
    if not announced or not all(_is_counted(row, at) for row in services):
        return table
    return replace(
        table,
        columns=(*table.columns, placeless("units")),
        rows=tuple(_parted(row, at) if row.role == "service" else _parted(row, None) for row in table.rows),
    )


def _is_counted(row: TableRow, at: int) -> bool:
    cell = row.cells[at]
    return len(cell) > 1 and _COUNT.match(cell[0].text) is not None


def _parted(row: TableRow, at: int | None) -> TableRow:
    """The row with the first of its words in the new column; nothing there where it counts nothing."""
    if at is None:
        return replace(row, cells=(*row.cells, ()))
    first, *rest = row.cells[at]
    return replace(row, cells=(*row.cells[:at], tuple(rest), *row.cells[at + 1 :], (first,)))
