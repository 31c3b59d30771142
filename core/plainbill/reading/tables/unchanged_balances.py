"""Rows of a ledger that say what happened and charge nothing: the balance beside them is that of the row above."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_coded


def without_unchanged_balances(columns: Sequence[Column], rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of a table, those no services that hold no amount but a balance which they leave as it was."""
    fields = [column.field for column in columns]
    if fields.count("balance") != 1 or "charge" not in fields:
        return list(rows)
    at = fields.index("balance")
    kept: list[TableRow] = []
    before: Decimal | None = None
    for row in rows:
        amounts = [atom.money for atom in row.atoms if atom.money is not None]
        balance = next((atom.money for atom in row.cells[at] if atom.money is not None), None)
        still = row.role == "service" and len(amounts) == 1 and balance is not None and balance == before
        kept.append(replace(row, role="summary") if still and not is_coded(columns, row.cells) else row)
        before = balance if balance is not None else before
    return kept
