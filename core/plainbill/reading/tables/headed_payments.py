"""Payments that only the heading above them calls so: a plan's name and what is taken off, among other payments."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_coded, is_late_fee
from plainbill.reading.terms.wording import heads_payments_made, is_charged_among_payments, is_payment

_LONGEST_HEADING = 4


def with_headed_payments(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of a table, those below a heading of payments and behind one told as payments where they take off."""
    found: list[TableRow] = []
    headed = made = False
    for row in rows:
        if row.role == "words":
            headed, made = _heads_payments(row), heads_payments_made(row.text)
        elif made and (row.role == "payment" and _takes_off(row) or is_charged_among_payments(row.text)):
            # Here what is paid bears a sign, and what bears none is something else.
            made = False
        elif row.role not in {"service", "payment"} or is_coded(columns, row.cells) or is_late_fee(row.atoms):
            headed = made = False
        elif row.role == "service" and (made or headed and found[-1].role == "payment" and _takes_off(row)):
            row = replace(row, role="payment")
        found.append(row)
    return tuple(found)


def _heads_payments(row: TableRow) -> bool:
    short = len(row.atoms) <= _LONGEST_HEADING and all(atom.kind == "text" for atom in row.atoms)
    return short and is_payment(row.text)


def _takes_off(row: TableRow) -> bool:
    amounts = [atom.money for atom in row.atoms if atom.money is not None]
    return bool(amounts) and all(amount < 0 for amount in amounts)
