"""Rows below the charges that take something off: payments, whatever sum their words could be the label of."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_coded
from plainbill.reading.terms.wording import is_payment, is_total, takes_back

# So many charges with a code say that each has one.
_FEWEST_CODED = 3


def with_payments_below_charges(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows, those below the charges that take something off as payments."""
    found = _with_payments_below_sums(columns, _with_entries_before_sums(columns, rows))
    return _with_payments_among_coded(columns, found)


def _with_payments_among_coded(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows, dated ones of a ledger that take something off and name no code as payments.

    Every charge has a code, and so has one that is taken back; other rows among them are payments by their words.
    """
    coded = [row.role == "service" and is_coded(columns, row.cells) for row in rows]
    off = [i for i, row in enumerate(rows) if row.role == "service" and _takes_off(columns, row)]
    paid = [row for row in rows if row.role == "payment" and any((atom.money or 0) < 0 for atom in row.atoms)]
    others = any(row.role == "service" and not coded[i] and i not in off for i, row in enumerate(rows))
    if sum(coded) < _FEWEST_CODED or not paid or others or not off:
        return tuple(rows)
    return tuple(replace(row, role="payment") if i in off else row for i, row in enumerate(rows))


def _with_entries_before_sums(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Entries begin where the services' words do and a payment is among them; the labels of the sums stand elsewhere.

    "Uninsured discount" is then an entry as "Patient payment" beside it is.
    """
    worded = [i for i, column in enumerate(columns) if column.field == "description"]
    charged = [i for i, row in enumerate(rows) if row.role == "service"]
    if not worded or not charged:
        return tuple(rows)
    starts = [rows[i].cells[worded[0]][0].x0 for i in charged if rows[i].cells[worded[0]]]
    below = range(charged[-1] + 1, len(rows))
    listed = [i for i in below if rows[i].role != "words"]
    ends = next((n for n, i in enumerate(listed) if not _begins_at(starts, rows[i])), 0)
    entries = listed[:ends]
    if not any(rows[i].role == "payment" for i in entries) or not all(map(_may_take_off, (rows[i] for i in entries))):
        return tuple(rows)
    return tuple(replace(row, role="payment") if i in entries else row for i, row in enumerate(rows))


def _begins_at(starts: Sequence[float], row: TableRow) -> bool:
    return bool(row.atoms) and any(abs(row.atoms[0].x0 - x) < row.height for x in starts)


def _may_take_off(row: TableRow) -> bool:
    """True for a payment, and for words of one that could sum up several and do not say so."""
    amounts = sum(atom.kind == "money" for atom in row.atoms)
    return row.role == "payment" or amounts == 1 and is_payment(row.text) and not is_total(row.text)


def _with_payments_below_sums(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
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
