"""The cells of a row as labels are looked for in them: captions parted, labels that a wide blank tore put together."""

from collections.abc import Sequence

from plainbill.reading.labels.captions import with_captions_apart, without_signs
from plainbill.reading.labels.label_words import label_meaning
from plainbill.reading.labels.subjects import with_subjects_apart
from plainbill.reading.rows.atoms import Atom, Cell

# A blank hardly wider than those between words, in heights of print.
_HARDLY_A_GUTTER = 1.2
_LONGEST = 4


def label_cells(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells of a row of print for labels and their values."""
    return without_signs(with_captions_apart(with_subjects_apart(_joined(row))))


def _joined(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells, two as one where a colon ends a label that begins in the first: "PATIENT   DUE: $167.00"."""
    joined: list[Cell] = []
    for cell in row:
        before = joined[-1] if joined else None
        if before is not None and _is_torn(before, cell):
            joined[-1] = Cell(atoms=(*before.atoms, *cell.atoms), height=cell.height)
        else:
            joined.append(cell)
    return tuple(joined)


def _is_torn(before: Cell, cell: Cell) -> bool:
    if cell.x0 - before.x1 > _HARDLY_A_GUTTER * cell.height or any(atom.kind != "text" for atom in before.atoms):
        return False
    ends = next((i for i, atom in enumerate(cell.atoms[:_LONGEST], start=1) if atom.text.endswith(":")), 0)
    if not ends or any(":" in atom.text for atom in before.atoms) or _is_label(cell.atoms[:ends]):
        return False
    return _is_label((*before.atoms, *cell.atoms[:ends]))


def _is_label(run: Sequence[Atom]) -> bool:
    meaning = label_meaning(run)
    return meaning is not None and meaning.exact and meaning.listed
