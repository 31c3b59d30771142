"""What became of a bill as a line of time: what was billed, what was taken off it with days below, and what is left.

The first entry adds up the charges listed above it, the last one is what remains, whatever their words say.
"""

from collections.abc import Sequence
from decimal import Decimal

from plainbill.reading.blocks.item_rows import ItemRow, item_rows
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row

_FIELDS = ("date", "description", "charge")
_FEWEST_CHARGES, _FEWEST_TAKEN_OFF = 2, 1
# A day stands below its entry within so many heights.
_PITCH = 2.8


def timeline(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the charges, the payments and the two sums of such a page, None where it prints no line of time."""
    parts = item_rows(rows, atoms)
    if len(parts) != 1:
        return None
    (said,) = parts
    for at in range(len(said)):
        charges = _charges_above(said, at)
        entries = _entries_below(said, at) if charges else []
        if entries:
            found = [_table_row("service", row) for row in charges]
            found.append(_table_row("total", said[at]))
            found += [_table_row("payment", row, day) for row, day in entries[:-1]]
            found.append(_table_row("total", entries[-1][0]))
            return Table(columns=tuple(placeless(name) for name in _FIELDS), rows=tuple(found), head=())
    return None


def _charges_above(said: Sequence[ItemRow], at: int) -> list[ItemRow]:
    """The charges listed one below the other above row `at` that it adds up; none where it does not."""
    if not said[at].is_priced or _amount(said[at]) <= 0:
        return []
    last = next((i for i in range(at - 1, -1, -1) if said[i].amount is not None), None)
    found: list[ItemRow] = []
    for row in said[last::-1] if last is not None else []:
        if not row.is_priced or row.told or row.day is not None or _amount(row) < 0:
            break
        found.insert(0, row)
        if len(found) >= _FEWEST_CHARGES and sum((_amount(each) for each in found), Decimal(0)) == _amount(said[at]):
            return found
    return []


def _entries_below(said: Sequence[ItemRow], at: int) -> list[tuple[ItemRow, Atom | None]]:
    """What was taken off below row `at`, each with its day, and last what is left; nothing where it does not close."""
    left = _amount(said[at])
    found: list[tuple[ItemRow, Atom | None]] = []
    for i in range(at + 1, len(said)):
        row = said[i]
        if row.amount is None and (row.is_day or not found):
            continue
        day = row.day or _day_below(said, i)
        if row.is_priced and _amount(row) < 0 and day is not None:
            left += _amount(row)
            found.append((row, day))
        elif row.is_priced and _amount(row) == left and len(found) >= _FEWEST_TAKEN_OFF:
            return [*found, (row, None)]
        else:
            return []
    return []


def _day_below(said: Sequence[ItemRow], at: int) -> Atom | None:
    row, below = said[at], said[at + 1] if at + 1 < len(said) else None
    near = below is not None and below.y - row.y < _PITCH * max(row.height, below.height)
    return below.day if below is not None and near and below.is_day else None


def _amount(row: ItemRow) -> Decimal:
    return (row.amount.money if row.amount is not None else None) or Decimal(0)


def _table_row(role: Role, row: ItemRow, day: Atom | None = None) -> TableRow:
    cells = ((day,) if day is not None else (), row.words, (row.amount,) if row.amount is not None else ())
    return TableRow(role=role, cells=cells, y=row.y, height=row.height)
