"""A "subtotal" of all services closes a table as a total does: what is paid below it on no day is a closing sum."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow

# One service and what it comes to are two like amounts by chance.
_FEWEST = 2
_CLOSES = frozenset({"payment", "summary", "total", "subtotal", "words", "amounts"})


def with_closing_subtotal(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows, payments without a day between the sum of all services and what is left as closing sums."""
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    charged = [i for i, row in enumerate(rows) if row.role == "service"]
    at = next((i for i, row in enumerate(rows) if row.role == "subtotal"), len(rows))
    if charge is None or len(charged) < _FEWEST or charged[-1] > at:
        return tuple(rows)
    left = next((i for i, row in enumerate(rows) if i > at and row.role == "total"), 0)
    dated = any(row.role == "payment" and _is_dated(row) for row in rows[at:left])
    whole = sum((_amount(rows[i], charge) for i in charged), Decimal(0))
    if dated or not left or any(row.role not in _CLOSES for row in rows[at:]) or _amount(rows[at], charge) != whole:
        return tuple(rows)
    return tuple(
        replace(row, role="summary") if row.role == "payment" and at < i < left else row for i, row in enumerate(rows)
    )


def _is_dated(row: TableRow) -> bool:
    return any(atom.date is not None for atom in row.atoms)


def _amount(row: TableRow, column: int) -> Decimal:
    return next((atom.money for atom in row.cells[column] if atom.money is not None), Decimal(0))
