"""Columns that say what a plan decided of each service, told by what stands in them: "Result" over PAID and DENIED.

Of a service that is not decided the word for it may stand in the place of its amounts: "pending R8".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import is_key_of_a_note

_DECISION = re.compile(r"^(?:paid|denied|pending|pended|(?:not )?approved|rejected|allowed|adjusted)$", re.IGNORECASE)
_UNDECIDED = re.compile(r"^(?:denied|pending|pended|rejected|in review|in process)[,;:]?$", re.IGNORECASE)
_FEWEST = 2


def with_decisions(table: Table) -> Table:
    """Return the table with such a column, where its head means nothing by itself and no other tells the decision."""
    services = [row for row in table.rows if row.role == "service"]
    if "status" in table.fields or len(services) < _FEWEST:
        return table
    for i, column in enumerate(table.columns):
        said = [" ".join(atom.text for atom in row.cells[i]) for row in services]
        if column.field == "ignore" and all(map(_DECISION.match, said)):
            columns = (*table.columns[:i], replace(column, field="status"), *table.columns[i + 1 :])
            return replace(table, columns=columns)
    return table


def with_decisions_for_amounts(table: Table) -> Table:
    """Return the table with what stands in the place of amounts as decisions, and the keys of notes behind them."""
    if "status" in table.fields:
        return table
    told = [_told(table, row) if row.role == "service" else None for row in table.rows]
    if not any(told):
        return table
    columns = (*table.columns, placeless("status"), *(() if "remark" in table.fields else (placeless("remark"),)))
    rows = tuple(_moved(table, row, at, len(columns)) for row, at in zip(table.rows, told, strict=True))
    return replace(table, columns=columns, rows=rows)


def _told(table: Table, row: TableRow) -> tuple[int, int] | None:
    """The column of amounts that holds a decision, and how many of its words are one; None where none does."""
    for i, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        for size in range(1, len(cell) + 1) if column.field in AMOUNT_FIELDS else ():
            decided = _UNDECIDED.match(" ".join(atom.text for atom in cell[:size]))
            if decided and all(is_key_of_a_note(atom.text) for atom in cell[size:]):
                return i, size
    return None


def _moved(table: Table, row: TableRow, at: tuple[int, int] | None, columns: int) -> TableRow:
    cells: list[Sequence[Atom]] = [*row.cells, *((),) * (columns - len(row.cells))]
    if at is not None:
        (i, size), status = at, len(row.cells)
        decided, keys = cells[i][:size], cells[i][size:]
        cells[i], cells[status] = (), decided
        remark = next((j for j, column in enumerate(table.columns) if column.field == "remark"), columns - 1)
        cells[remark] = (*cells[remark], *keys)
    return replace(row, cells=tuple(tuple(cell) for cell in cells))
