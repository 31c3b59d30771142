"""Values close behind their labels in a list of both: they begin where the values of the rows around them do."""

from collections.abc import Sequence

from plainbill.reading.labels.label_words import label_meaning
from plainbill.reading.rows.atoms import Cell

# In heights of print: how near the rows of one list are, and how exactly their values line up.
_PITCH, _EDGE = 2.6, 0.35
_LONGEST_LABEL = 4


def with_values_apart(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Return the cells of each row, a label and its value in two where labels around end and values begin alike."""
    return [
        tuple(part for cell in row for part in _parted(cell, [*rows[max(0, i - 1) : i], *rows[i + 1 : i + 2]]))
        for i, row in enumerate(rows)
    ]


def _parted(cell: Cell, around: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    for size in range(1, min(_LONGEST_LABEL, len(cell.atoms) - 1) + 1):
        label, value = cell.atoms[:size], cell.atoms[size:]
        parts = Cell(atoms=label, height=cell.height), Cell(atoms=value, height=cell.height)
        if any(_lines_up(*parts, row) for row in around) and _is_label(parts[0]):
            return parts
    return (cell,)


def _lines_up(label: Cell, value: Cell, row: Sequence[Cell]) -> bool:
    """True where another label of the row ends, and its value begins, where these do."""
    near = _EDGE * label.height
    return any(
        abs(before.x1 - label.x1) < near and abs(behind.x0 - value.x0) < near and _is_label(before)
        for before, behind in zip(row, row[1:], strict=False)
        if abs(before.y - label.y) < _PITCH * label.height
    )


def _is_label(cell: Cell) -> bool:
    meaning = label_meaning(cell.atoms)
    return meaning is not None and meaning.exact and meaning.listed
