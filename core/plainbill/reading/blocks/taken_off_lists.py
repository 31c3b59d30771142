"""What a list without a head takes off its services until its balance is left: a discount, a payment on a day."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import TableRow
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import takes_back


def with_amounts_taken_off(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Return the rows, those below zero under the services as payments where they leave what the next sum says.

    One of them has to print a day: a list of sums alone has none.
    """
    charged = [i for i, row in enumerate(rows) if row.role == "service" and _amount(row) >= 0]
    last = max(charged, default=len(rows))
    left = next((i for i, row in enumerate(rows) if i > last and row.role in {"total", "subtotal"}), len(rows))
    off = [i for i in range(last + 1, left) if _takes_off(rows[i])]
    dated = any(atom.date is not None for i in off for atom in rows[i].atoms)
    whole = sum((_amount(rows[i]) for i in (*charged, *off)), Decimal(0))
    if left == len(rows) or not dated or whole != _amount(rows[left]):
        return tuple(rows)
    return tuple(replace(row, role="payment") if i in off else row for i, row in enumerate(rows))


def _takes_off(row: TableRow) -> bool:
    """True for words and an amount below zero, with no code, that undo nothing."""
    coded = any(parse_code(atom.text) is not None for atom in row.atoms)
    return row.role in {"service", "payment"} and _amount(row) < 0 and not coded and not takes_back(row.text)


def _amount(row: TableRow) -> Decimal:
    return next((atom.money for atom in reversed(row.atoms) if atom.money is not None), Decimal(0))
