"""Tables in two parts, each with the numbers of the lines: what was done and charged, then what the plan decided."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.vocabulary import plain_key

_FEWEST = 2
Cells = tuple[tuple[Atom, ...], ...]


def with_numbered_parts(tables: Sequence[Table], atoms: Sequence[tuple[Atom, ...]]) -> tuple[Table, ...]:
    """Return the tables, one that goes on under a second head for the same numbers joined with that part.

    `atoms` are those of each row of the page.
    """
    for one, other in pairwise(tables):
        if _goes_on(one, other) and (joined := _joined(one, other, atoms)) is not None:
            return tuple(joined if table is one else table for table in tables if table is not other)
    return tuple(tables)


def _goes_on(one: Table, other: Table) -> bool:
    """True where both begin with the numbers of lines, and the other tells only amounts that the one lacks."""
    services = [row for row in one.rows if row.role == "service"]
    numbers = [" ".join(atom.text for atom in row.cells[0]) for row in services]
    numbered = len(services) >= _FEWEST and numbers == [str(i + 1) for i in range(len(services))]
    amounts = {column.field for column in other.columns[1:]}
    same = bool(other.columns) and _words(one.columns[0]) == _words(other.columns[0]) != ""
    return numbered and same and bool(amounts) and amounts <= AMOUNT_FIELDS and not amounts & one.fields


def _words(column: Column) -> str:
    return plain_key(" ".join(token.text for token in column.head.tokens))


def _joined(one: Table, other: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    top = max(token.y for token in other.head)
    below = [_placed(other.columns, row) for row in atoms if row and row[0].y > top + 0.5 * _height(row)]
    services = [row for row in one.rows if row.role == "service"]
    numbers = [" ".join(atom.text for atom in cells[0]) for cells in below[: len(services)]]
    if numbers != [str(i + 1) for i in range(len(services))]:
        return None
    parts = dict(zip((row.y for row in services), below, strict=False))
    totals = [row for row in one.rows if row.role == "total"]
    closing = below[len(services)] if len(below) > len(services) else ()
    if totals and closing and all(cell and cell[0].money is not None for cell in closing[1:]):
        parts[totals[-1].y] = closing
    columns = (*one.columns, *(placeless(column.field) for column in other.columns[1:]))
    nothing: Cells = tuple(() for _ in other.columns)
    rows = tuple(_with(row, parts.get(row.y, nothing)) for row in one.rows)
    return replace(one, columns=columns, rows=rows, head=(*one.head, *other.head), is_paired=True)


def _height(row: Sequence[Atom]) -> float:
    return row[0].tokens[0].box.height


def _placed(columns: Sequence[Column], row: Sequence[Atom]) -> Cells:
    return tuple(tuple(cell) for cell in assign(columns, row))


def _with(row: TableRow, part: Cells) -> TableRow:
    return replace(row, cells=(*row.cells, *part[1:]))
