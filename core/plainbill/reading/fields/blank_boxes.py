"""Boxes for the patient's name that hold nothing: whoever else the paper names may be anybody."""

from collections.abc import Container, Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import field_labels

# So many other labels with their values stand on the row of the empty one.
_FEWEST_OTHERS = 2
_PATIENT = "patient.name"
# What stands below a caption begins no further down, in heights of print.
_BELOW = 2.2


def is_left_blank(page: PageLayout, labels: Sequence[Labeled]) -> bool:
    """Return whether a label of the patient's name stands among others that have values, and has none.

    Nothing stands between it and the next label of its row, nor below it.
    """
    starts = {label.label[0] for label in labels}
    rows = [row for row in page.free if row]
    for i, row in enumerate(rows):
        others = sum(bool(starts & set(atom.tokens)) for cell in row for atom in cell.atoms)
        for place, cell in enumerate(row):
            size = _size_of_label_at_the_end(cell)
            behind = row[place + 1].atoms[0] if place + 1 < len(row) else None
            ends = behind is not None and (bool(starts & set(behind.tokens)) or _may_be_label(row[place + 1]))
            if not (size and ends) or others + _in_line(cell, rows[i + 1 : i + 3], starts) < _FEWEST_OTHERS:
                continue
            if not _has_value_below(cell, size, rows[i + 1 : i + 2], starts):
                return True
    return False


def _in_line(cell: Cell, below: Sequence[Sequence[Cell]], starts: Container[Token]) -> int:
    """How many labels with values stand in line below a label, as in a grid."""
    near = (other for row in below for other in row[:1] if abs(other.x0 - cell.x0) < cell.height)
    return sum(other.atoms[0].tokens[0] in starts for other in near)


def _size_of_label_at_the_end(cell: Cell) -> int:
    """How many words at the end of the cell are a whole label of the patient's name: two or more, or with a colon."""
    words = [atom.text for atom in cell.atoms]
    for size in range(min(len(words), 5), 0, -1):
        if size == 1 and not words[-1].endswith(":"):
            continue
        meaning = field_labels().find(words[-size:])
        if meaning is not None and meaning.exact and meaning.fields[0] == _PATIENT:
            return size
    return 0


def _may_be_label(cell: Cell) -> bool:
    meaning = field_labels().find([atom.text for atom in cell.atoms])
    return meaning is not None and meaning.exact


def _has_value_below(cell: Cell, size: int, below: Sequence[Sequence[Cell]], starts: Container[Token]) -> bool:
    label = cell.atoms[-size:]
    return any(
        other.y - cell.y < _BELOW * cell.height and min(other.x1, label[-1].x1) > max(other.x0, label[0].x0)
        for row in below
        for other in row
        if not label[-1].text.endswith(":") and other.atoms[0].tokens[0] not in starts
    )
