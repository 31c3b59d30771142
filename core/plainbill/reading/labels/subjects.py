"""The word that opens the subject of a letter, "Re:", before the first of a list of labels and values."""

from collections.abc import Sequence

from plainbill.reading.labels.label_words import label_meaning
from plainbill.reading.rows.atoms import Cell

_OPENS = frozenset({"re:", "ref:", "regarding:", "subject:"})
_LONGEST_LABEL = 4


def opens_a_subject(word: str) -> bool:
    """True for the word before the subject of a letter: it announces no value of its own."""
    return word.lower() in _OPENS


def with_subjects_apart(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells of a row, "Re:" in a cell of its own where a label begins behind it: "Re: Member ID  HX-41"."""
    return tuple(part for cell in row for part in _parted(cell))


def _parted(cell: Cell) -> tuple[Cell, ...]:
    first, *rest = cell.atoms
    if not opens_a_subject(first.text) or not _begins_with_a_label(cell):
        return (cell,)
    return Cell(atoms=(first,), height=cell.height), Cell(atoms=tuple(rest), height=cell.height)


def _begins_with_a_label(cell: Cell) -> bool:
    behind = cell.atoms[1:]
    said = (label_meaning(behind[:size]) for size in range(1, min(_LONGEST_LABEL, len(behind)) + 1))
    return any(meaning is not None and meaning.exact and meaning.listed for meaning in said)
