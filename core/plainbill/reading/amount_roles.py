"""What a column of amounts holds whose head nobody knows, by the sums its rows make with the other columns."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plainbill.reading.atoms import Atom

UNKNOWN = "unknown_amount"
"""What a column holds whose amounts nobody can name."""
# Each whole with the parts that make it up.
_SUMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("charge", ("adjustment", "allowed")),
    ("charge", ("adjustment", "not_covered", "allowed")),
    ("charge", ("adjustment", "plan_paid", "patient_responsibility")),
    ("allowed", ("plan_paid", "patient_responsibility")),
    ("allowed", ("plan_paid", "deductible", "copay", "coinsurance")),
    ("patient_responsibility", ("deductible", "copay", "coinsurance")),
)
# So many rows have to add up before the sums tell what a column is.
_FEWEST_ROWS = 2


def role_by_sums(fields: Sequence[str], rows: Sequence[Sequence[Sequence[Atom]]]) -> str | None:
    """What the one column without a known head holds, None where the sums of the rows allow no or several meanings.

    `fields` are those of the columns from left to right, `rows` the cells of each row in the same order.
    """
    if fields.count(UNKNOWN) != 1:
        return None
    amounts = [_amounts(fields, row) for row in rows]
    meant = {role[0] for role in _roles(frozenset(fields)) if _holds(role, amounts)}
    return meant.pop() if len(meant) == 1 else None


_Role = tuple[str, str, tuple[str, ...]]


def _roles(fields: frozenset[str]) -> Iterator[_Role]:
    """Every meaning that would complete a sum of known columns, with that sum."""
    for whole, parts in _SUMS:
        missing = [name for name in (whole, *parts) if name not in fields]
        if len(missing) == 1:
            yield missing[0], whole, parts


def _amounts(fields: Sequence[str], row: Sequence[Sequence[Atom]]) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for name, cell in zip(fields, row, strict=True):
        amount = next((atom.money for atom in cell if atom.money is not None), None)
        if amount is not None:
            found[name] = abs(amount)
    return found


def _holds(role: _Role, rows: Sequence[Mapping[str, Decimal]]) -> bool:
    """True where every row adds up with the unknown amount in its place, and enough rows have one to show it."""
    name, whole, parts = role
    shown = 0
    for amounts in rows:
        here = {**amounts, name: amounts[UNKNOWN]} if UNKNOWN in amounts else dict(amounts)
        if len(here.keys() & {whole, *parts}) < _FEWEST_ROWS:
            continue
        if here.get(whole, Decimal(0)) != sum((here.get(part, Decimal(0)) for part in parts), Decimal(0)):
            return False
        shown += bool(here.get(name) and all(here.get(part) for part in (whole, *parts)[:2]))
    return shown >= _FEWEST_ROWS
