"""Rows below a drug that say when it was filled and how much of it: a day and a pharmacy, "Rx# 4471, 30 quantity".

The notice of a drug plan has one head over drug, day and pharmacy, and reads as words what stands left of the amounts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import Atom

_NUMBER = re.compile(r"^(?:rx|prescription)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^(?:qty|quantity|tablets?|capsules?)\b", re.IGNORECASE)
_COUNT = re.compile(r"^\d{1,4}(?:\.\d{1,3})?$")
# One drug alone may be anything; and most have such rows.
_FEWEST, _MOSTLY = 2, 0.6
_MOST_BELOW = 3


def with_fills_below(table: Table) -> Table:
    """Return the table, each drug with the day and the count that stand below it, and without these rows' words."""
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    edge = _first_of_amounts(table)
    if edge == 0 or {"date", "units", "code"} & {column.field for column in table.columns[edge:]}:
        return table
    fills = {i: fill for i in services if (fill := _fill(_below(table, i), edge)) is not None}
    if len(fills) < max(_FEWEST, _MOSTLY * len(services)):
        return table
    below = {row.y for i in fills for row in _below(table, i)}
    rows = (_without_left(row, edge) if row.y in below else row for row in table.rows)
    told = {table.rows[i].y: fill for i, fill in fills.items()}
    columns = (_joined(table.columns[:edge]), *table.columns[edge:], placeless("date"), placeless("units"))
    return replace(table, columns=columns, rows=tuple(_row(row, told.get(row.y, ((), ())), edge) for row in rows))


def are_filled_below(rows: Sequence[Sequence[Atom]]) -> bool:
    """True where names and amounts share rows, and rows of prescriptions between them tell of what stands above."""
    priced = [own for own in rows if any(atom.money is not None for atom in own)]
    named = sum(own[0].kind == "text" and own[0].text[:1].isalpha() for own in priced)
    numbered = sum(bool(own) and _NUMBER.match(own[0].text) is not None for own in rows)
    return numbered >= _FEWEST and named >= _MOSTLY * len(priced)


def _first_of_amounts(table: Table) -> int:
    """The first column that holds an amount of a service; 0 where none does."""
    services = [row for row in table.rows if row.role == "service"]
    held = (
        i for i in range(len(table.columns)) if any(atom.money is not None for row in services for atom in row.cells[i])
    )
    return next(held, 0)


def _below(table: Table, at: int) -> list[TableRow]:
    return [*takewhile(lambda row: row.role == "words", table.rows[at + 1 : at + 1 + _MOST_BELOW])]


def _fill(rows: Sequence[TableRow], edge: int) -> tuple[tuple[Atom, ...], tuple[Atom, ...]] | None:
    """The day and the count that the rows say, None unless one begins with a day and one with a prescription."""
    left = [[atom for cell in row.cells[:edge] for atom in cell] for row in rows]
    days = [own[0] for own in left if own and own[0].date is not None]
    numbered = [own for own in left if own and _NUMBER.match(own[0].text)]
    if len(days) != 1 or len(numbered) != 1:
        return None
    counts = [
        replace(one, text=one.text.strip(",;"))
        for one, other in pairwise(numbered[0])
        if _COUNT.match(one.text.strip(",;")) and _COUNTED.match(other.text)
    ]
    return (days[0],), tuple(counts[:1])


def _without_left(row: TableRow, edge: int) -> TableRow:
    """The row with nothing but what stands below the amounts."""
    return replace(row, cells=(*((),) * edge, *row.cells[edge:]))


def _joined(columns: Sequence[Column]) -> Column:
    """One column of what was done for all columns left of the amounts."""
    tokens = tuple(token for column in columns for token in column.head.tokens)
    head = HeadColumn(fields=("description",), x0=columns[0].head.x0, x1=columns[-1].head.x1, tokens=tokens)
    return Column(field="description", head=head, left=columns[0].left, right=columns[-1].right)


def _row(row: TableRow, fill: tuple[tuple[Atom, ...], tuple[Atom, ...]], edge: int) -> TableRow:
    words = tuple(atom for cell in row.cells[:edge] for atom in cell)
    return replace(row, cells=(words, *row.cells[edge:], *fill))
