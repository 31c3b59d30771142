"""What payments leave of each group of charges: "Left for this visit 30.00", and "All visits 220.60" below the last."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_named
from plainbill.reading.terms.vocabulary import plain_key

# What one group leaves may be the price of a service by chance.
_FEWEST_GROUPS = 2
_CHARGED, _TAKEN_OFF = frozenset({"service"}), frozenset({"payment", "summary"})
_SUMS = frozenset({"service", "total", "subtotal", "summary"})


def with_balances_of_groups(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, those that repeat the same words and leave of each group what was not paid told as subtotals.

    Every service has to stand in such a group. What was taken off in one is an entry of it, and one row below
    the last may be what all of them leave together.
    """
    left: list[int] = []
    paid: list[int] = []
    words = _words_of_balances(columns, rows)
    group: list[int] = []
    for i, row in enumerate(rows):
        if plain_key(row.text) in words and _is_bare(columns, row):
            if not group or _left_of([rows[j] for j in group]) != _amount(row):
                return tuple(rows)
            left.append(i)
            paid += [j for j in group if _takes_off(rows[j])]
            group = []
        elif _amounts(row) and row.role in _CHARGED | _TAKEN_OFF:
            group.append(i)
    services = any(rows[i].role in _CHARGED and is_named(columns, rows[i]) for i in group)
    if len(left) < _FEWEST_GROUPS or not paid or services:
        return tuple(rows)
    found = [*rows]
    for i in left:
        found[i] = replace(found[i], role="subtotal")
    for i in paid:
        found[i] = replace(found[i], role="payment")
    whole = sum((_amount(rows[i]) for i in left), Decimal(0))
    if (last := next(iter(group), None)) is not None and _is_bare(columns, rows[last]) and _amount(rows[last]) == whole:
        found[last] = replace(found[last], role="total")
    return tuple(found)


def _words_of_balances(columns: Sequence[Column], rows: Sequence[TableRow]) -> frozenset[str]:
    """The words of rows without day and code that stand below something taken off in several groups."""
    said: dict[str, int] = {}
    below = False
    for row in rows:
        if _takes_off(row):
            below = True
        elif below and _is_bare(columns, row) and row.role in _SUMS:
            said[plain_key(row.text)] = said.get(plain_key(row.text), 0) + 1
            below = False
        elif row.role in _CHARGED:
            below = False
    return frozenset(words for words, times in said.items() if words and times >= _FEWEST_GROUPS)


def _is_bare(columns: Sequence[Column], row: TableRow) -> bool:
    """True for words and one amount, not below zero, with neither a day nor a code."""
    amounts = _amounts(row)
    dated = any(atom.date is not None for atom in row.atoms)
    return len(amounts) == 1 and amounts[0] >= 0 and not dated and not is_named(columns, row)


def _takes_off(row: TableRow) -> bool:
    amounts = _amounts(row)
    return len(amounts) == 1 and (row.role == "payment" or row.role in _TAKEN_OFF | _CHARGED and amounts[0] < 0)


def _left_of(rows: Sequence[TableRow]) -> Decimal:
    return sum((-abs(_amount(row)) if row.role in _TAKEN_OFF else _amount(row) for row in rows), Decimal(0))


def _amounts(row: TableRow) -> list[Decimal]:
    return [atom.money for atom in row.atoms if atom.money is not None]


def _amount(row: TableRow) -> Decimal:
    return next(iter(_amounts(row)[-1:]), Decimal(0))
