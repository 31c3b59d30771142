"""Counts whose point a reader lost: "10" in a column of "1.0", "2.0" and the like."""

import re
from collections import Counter
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow

_POINTED, _BARE = re.compile(r"^\d{1,3}\.(\d{1,2})$"), re.compile(r"^\d{2,5}$")
_FEWEST, _MOSTLY = 3, 0.5


def with_points_of_counts(table: Table) -> Table:
    """Return the table, a count that ends in as many zeros as the others have behind their points with its own."""
    at = next((i for i, column in enumerate(table.columns) if column.field == "units"), None)
    if at is None:
        return table
    texts = [row.cells[at][0].text for row in table.rows if row.role == "service" and len(row.cells[at]) == 1]
    decimals = Counter(len(match[1]) for text in texts if (match := _POINTED.match(text)) is not None)
    if not decimals:
        return table
    (usual, count), *_ = decimals.most_common(1)
    if count < _FEWEST or count < _MOSTLY * len(texts):
        return table
    return replace(table, rows=tuple(_pointed(row, at, usual) for row in table.rows))


def _pointed(row: TableRow, at: int, decimals: int) -> TableRow:
    cell = row.cells[at]
    if row.role != "service" or len(cell) != 1 or not _BARE.match(cell[0].text):
        return row
    whole, zeros = cell[0].text[:-decimals], cell[0].text[-decimals:]
    if not whole or zeros.strip("0"):
        return row
    return row.with_cell(at, (replace(cell[0], text=f"{whole}.{zeros}"),))
