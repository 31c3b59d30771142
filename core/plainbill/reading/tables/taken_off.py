"""Rows below the sum of the charges that take something off on a day: payments, whatever their words say."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_coded
from plainbill.reading.terms.wording import takes_back


def with_payments_below_sums(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows, dated ones below the sum of all services that have no code and a sum below zero as payments.

    A charge that is taken back stands among the charges, above their sum, or says so.
    """
    charged = [i for i, row in enumerate(rows) if row.role == "service" and not _takes_off(columns, row)]
    last = max(charged, default=len(rows))
    total = next((i for i, row in enumerate(rows) if i > last and row.role == "total"), len(rows))
    return tuple(
        replace(row, role="payment") if i > total and row.role == "service" else row for i, row in enumerate(rows)
    )


def _takes_off(columns: Sequence[Column], row: TableRow) -> bool:
    amounts = [atom.money for atom in row.atoms if atom.money is not None]
    dated = any(atom.date is not None for atom in row.atoms)
    off = dated and len(amounts) == 1 and amounts[0] < 0
    return off and not is_coded(columns, row.cells) and not takes_back(row.text)
