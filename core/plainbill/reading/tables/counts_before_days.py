"""How much of a drug was given before the days that it lasts: "90/30" under "Qty/Days"."""

import re
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_COUNTED, _LASTS = re.compile(r"\b(?:qty|quantity)\b", re.IGNORECASE), re.compile(r"\bdays?\b", re.IGNORECASE)
_BOTH = re.compile(r"^(\d{1,4}(?:\.\d{1,3})?)/\d{1,3}$")


def with_counts_before_days(table: Table) -> Table:
    """Return the table, of such cells the count alone; as it is where no head says both."""
    at = next((i for i, column in enumerate(table.columns) if column.field == "units" and _says_both(column)), None)
    return table if at is None else replace(table, rows=tuple(_counted(row, at) for row in table.rows))


def _says_both(column: Column) -> bool:
    words = " ".join(token.text for token in column.head.tokens)
    return _COUNTED.search(words) is not None and _LASTS.search(words) is not None


def _counted(row: TableRow, at: int) -> TableRow:
    cell = row.cells[at]
    both = _BOTH.match(cell[0].text) if row.role == "service" and len(cell) == 1 else None
    if both is None:
        return row
    # "3/28" was read as a day.
    count = Atom(kind="text", tokens=cell[0].tokens, text=both[1], shift=cell[0].shift)
    return row.with_cell(at, (count,))
