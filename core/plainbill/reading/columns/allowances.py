"""Columns of allowances that a bill takes off its charges: what is left of each is what the patient owes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom

_ALLOWANCES = frozenset({"allowance", "allowances"})
_LEFT = frozenset({"patient_responsibility", "balance"})
# With a payment of the plan among the columns an allowance may as well be what it allows.
_TAKES_MORE = frozenset({"adjustment", "plan_paid", "payment", "other_paid", "not_covered", "deductible"})
_FEWEST_ROWS = 2


def with_allowances_taken_off(
    columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]
) -> tuple[Column, ...]:
    """Return the columns, an allowance told as an adjustment where the charge less it is what the patient owes.

    That has to hold row for row. `rows` are the cells of each row by column.
    """
    fields = [column.field for column in columns]
    at = [i for i, column in enumerate(columns) if column.field == "allowed" and _names_an_allowance(column)]
    left = [i for i, name in enumerate(fields) if name in _LEFT]
    if len(at) != 1 or len(left) != 1 or fields.count("charge") != 1 or _TAKES_MORE & {*fields}:
        return tuple(columns)
    (allowance,), (owed,), charge = at, left, fields.index("charge")
    if not _are_taken_off([(_money(row[charge]), _money(row[allowance]), _money(row[owed])) for row in rows]):
        return tuple(columns)
    return tuple(replace(column, field="adjustment") if i == allowance else column for i, column in enumerate(columns))


def _names_an_allowance(column: Column) -> bool:
    return any(token.text.lower().strip(".:") in _ALLOWANCES for token in column.head.tokens)


def _are_taken_off(rows: Sequence[tuple[Decimal | None, ...]]) -> bool:
    shown = 0
    for charge, allowance, owed in rows:
        if charge is None or allowance is None or owed is None:
            continue
        if abs(charge) - abs(allowance) != owed:
            return False
        shown += bool(allowance and owed)
    return shown >= _FEWEST_ROWS


def _money(cell: Sequence[Atom]) -> Decimal | None:
    return next((atom.money for atom in cell if atom.money is not None), None)
