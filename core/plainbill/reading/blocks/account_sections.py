"""Statements in sections: the charges of each, what was taken off them on its days, and what is left of them.

What is left of all sections is what the statement asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from plainbill.reading.blocks.item_lists import is_of_another
from plainbill.reading.blocks.item_rows import ItemRow, item_rows
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.wording import is_total

_FIELDS = ("date", "description", "charge")
_FEWEST = 2


@dataclass(slots=True)
class _Section:
    """One section: the day of its heading, its charges and their sum, what was taken off, and what is left."""

    day: Atom | None = None
    charges: list[ItemRow] = field(default_factory=list)
    summed: ItemRow | None = None
    off: list[ItemRow] = field(default_factory=list)
    left: ItemRow | None = None

    @property
    def comes_to(self) -> Decimal:
        return sum((_amount(row) for row in (*self.charges, *self.off)), Decimal(0))


def account_sections(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the charges and payments of such a statement with the sums of its sections, None where it is none."""
    parts = item_rows(rows, atoms)
    if len(parts) != 1:
        return None
    (said,) = parts
    found = [*_sections(said)]
    asked = sum((_amount(section.left) for section in found if section.left is not None), Decimal(0))
    if len(found) < _FEWEST or not any(atom.money == asked for own in atoms for atom in own):
        return None
    listed = tuple(row for section in found for row in _rows_of(section))
    return Table(columns=tuple(placeless(name) for name in _FIELDS), rows=listed, head=())


def _sections(said: Sequence[ItemRow]) -> Iterator[_Section]:
    """The sections that close, from top to bottom; words without an amount stand only above the charges of one."""
    open_ = _Section()
    for row in said:
        if row.amount is None:
            days = [atom for atom in row.atoms if atom.date is not None]
            headed = len(days) == 1 and not is_of_another(row, days[0])
            kept = open_.day if not open_.charges else None
            open_ = _Section(day=days[0] if headed else kept)
        elif not row.is_priced or _amount(row) < 0 and (row.day is None or not open_.charges):
            open_ = _Section()
        elif _amount(row) < 0:
            open_.off.append(row)
        elif open_.off:
            if _amount(row) == open_.comes_to:
                open_.left = row
                yield open_
            open_ = _Section()
        elif open_.charges and is_total(row.text) and _amount(row) == open_.comes_to:
            open_.summed = row
        else:
            open_ = _Section(day=open_.day, charges=[] if open_.summed is not None else open_.charges)
            open_.charges.append(row)


def _rows_of(section: _Section) -> Iterator[TableRow]:
    for row in section.charges:
        yield _table_row("service", row, row.day or section.day)
    if section.summed is not None:
        yield _table_row("subtotal", section.summed)
    for row in section.off:
        yield _table_row("payment", row, row.day)
    if section.left is not None:
        yield _table_row("subtotal", section.left)


def _amount(row: ItemRow) -> Decimal:
    return (row.amount.money if row.amount is not None else None) or Decimal(0)


def _table_row(role: Role, row: ItemRow, day: Atom | None = None) -> TableRow:
    cells = ((day,) if day is not None else (), row.words, (row.amount,) if row.amount is not None else ())
    return TableRow(role=role, cells=cells, y=row.y, height=row.height)
