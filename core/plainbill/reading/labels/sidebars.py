"""Captions below each other in a narrow column, each above its value, whatever stands beside the column."""

from collections.abc import Collection, Sequence

from plainbill.reading.rows.atoms import Atom, Cell

# In heights of print: how well captions and values are aligned, and how close the value stands.
_ALIGNED, _NEAR = 0.6, 2.4
_FEWEST = 2
# A name is wrapped over so many rows at most.
_MOST_ROWS = 2


def value_in_a_sidebar(
    label: Sequence[Atom], rows: Sequence[Sequence[Cell]], starts: Collection[int]
) -> tuple[Atom, ...] | None:
    """Return all that stands between a caption and the next one of its column; None where it is in no such column.

    At least two other captions of the column have their values below and nothing beside. `starts` are the ids of the
    atoms of labels.
    """
    column = _column(label[0], rows)
    at = next((i for i, (_, cell) in enumerate(column) if cell.atoms[0] is label[0]), None)
    if at is None or column[at][1].atoms[-1] is not label[-1]:
        return None
    alone = [
        i
        for i, (row, cell) in enumerate(column[:-1])
        if i != at and row[-1] is cell and _is_caption(cell, starts) and _is_value(column, i, starts)
    ]
    if len(alone) < _FEWEST or not _is_value(column, at, starts):
        return None
    end = next((i for i in range(at + 1, len(column)) if _is_caption(column[i][1], starts)), None)
    own = column[at + 1 : end]
    if end is None or len(own) > _MOST_ROWS:
        return column[at + 1][1].atoms
    return tuple(atom for _, cell in own for atom in cell.atoms)


def _column(first: Atom, rows: Sequence[Sequence[Cell]]) -> list[tuple[Sequence[Cell], Cell]]:
    """The cells that begin where the word does, each with its row."""
    reach = _ALIGNED * first.tokens[0].box.height
    return [(row, cell) for row in rows for cell in row if abs(cell.x0 - first.x0) < reach]


def _is_caption(cell: Cell, starts: Collection[int]) -> bool:
    return all(id(atom) in starts for atom in cell.atoms)


def _is_value(column: Sequence[tuple[Sequence[Cell], Cell]], at: int, starts: Collection[int]) -> bool:
    """True where no caption but a value stands right below the cell."""
    if at + 1 == len(column):
        return False
    (_, cell), (_, below) = column[at], column[at + 1]
    near = below.y - cell.y < _NEAR * max(cell.height, below.height)
    return near and id(below.atoms[0]) not in starts
