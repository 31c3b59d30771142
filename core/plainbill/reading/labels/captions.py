"""Captions: labels in a row of their own above the row of their values, as in the boxes of a form."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.terms.vocabulary import field_labels

BELOW = 2.6
"""How far below a label its value may stand, in heights of print."""

_FEWEST_HEADS = 3
# A blank between two values, in heights of print; between words of one it is narrower.
_WIDE = 0.4
# What stands in a column begins within so many heights of print of its head.
_ALIGNED = 0.5
# Between the first and the last day of a range.
_RANGE = frozenset({"to", "thru", "through"})
# The cents of a form, behind the rule that parts them from the dollars.
_CENTS = re.compile(r"^\d{2}$")
# Captions of boxes side by side stand this much further apart than the words of one; in heights where each is a word.
_FURTHER, _NARROW = 1.4, 0.5


def with_captions_apart(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of a row, one that prints nothing but several captions cut between them."""
    return tuple(piece for cell in row for piece in _captions_of(cell) or (cell,))


def _captions_of(cell: Cell) -> list[Cell]:
    """The captions that a cell prints side by side: labels with wider blanks between them than within; else nothing."""
    gaps = [after.x0 - before.x1 for before, after in zip(cell.atoms, cell.atoms[1:], strict=False)]
    if not gaps or any(atom.kind != "text" for atom in cell.atoms) or _is_label(cell.atoms):
        return []
    least = _FURTHER * (min(gaps) if len(gaps) > 1 else _NARROW * cell.height)
    cuts = [0, *(i for i, gap in enumerate(gaps, start=1) if gap > least), len(cell.atoms)]
    runs = [cell.atoms[start:end] for start, end in zip(cuts, cuts[1:], strict=False)]
    if len(runs) == 1 or not all(_is_label(run) for run in runs):
        return []
    return [Cell(atoms=run, height=cell.height) for run in runs]


def _is_label(run: Sequence[Atom]) -> bool:
    meaning = field_labels().find([atom.text for atom in run])
    return meaning is not None and meaning.exact


def heads_columns(cells: Sequence[Sequence[Cell]], row: int, starts: set[int]) -> bool:
    """True where the cells of a row are captions and their values stand below them.

    Several are nothing but labels, or one is and below every cell of the row begins one that is no label. `starts`
    are the ids of the atoms of labels.
    """
    alone = [_is_label_alone(cell, starts) for cell in cells[row]]
    several = sum(alone) >= _FEWEST_HEADS and not _alternates(alone)
    return several or any(alone) and _stands_over_values(cells, row, starts)


def are_captions(cells: Sequence[Cell], starts: set[int]) -> bool:
    """Return whether several cells stand on a row and all are nothing but labels."""
    return len(cells) > 1 and all(_is_label_alone(cell, starts) for cell in cells)


def _alternates(alone: Sequence[bool]) -> bool:
    """True for the cells of a row of labels with the value of each beside it: "Group  4400  Provider  A. Finch"."""
    return len(alone) % 2 == 0 and all(label is (i % 2 == 0) for i, label in enumerate(alone))


def _is_label_alone(cell: Cell, starts: set[int]) -> bool:
    return all(id(atom) in starts for atom in cell.atoms)


def _stands_over_values(cells: Sequence[Sequence[Cell]], row: int, starts: set[int]) -> bool:
    heads, below = cells[row], next((under for under in cells[row + 1 :] if under), ())
    if len(heads) < _FEWEST_HEADS or len(below) != len(heads):
        return False
    return all(
        abs(head.x0 - value.x0) < _ALIGNED * head.height
        and value.y - head.y < BELOW * head.height
        and not any(mark.isdigit() or mark == ":" for mark in head.text)
        and id(value.atoms[0]) not in starts
        for head, value in zip(heads, below, strict=True)
    )


def apart(cell: Cell, edges: Sequence[float]) -> Iterator[Cell]:
    """The cell cut where a head begins above it, and before and behind an amount or a day: values of their own."""
    run: list[Atom] = []
    for atom in cell.atoms:
        kinds = {atom.kind, run[-1].kind} if run else set()
        valued = len(kinds) > 1 and kinds & {"money", "date"} and "dash" not in kinds and not _CENTS.match(atom.text)
        valued = valued and not _RANGE & {atom.text.lower(), run[-1].text.lower()}
        if run and (valued or _begins_column(atom, run[-1], edges, cell.height)):
            yield Cell(atoms=tuple(run), height=cell.height)
            run = []
        run.append(atom)
    yield Cell(atoms=tuple(run), height=cell.height)


def _begins_column(atom: Atom, before: Atom, edges: Sequence[float], height: float) -> bool:
    """True where the word stands below the beginning of a head, with a blank wider than one between words before it."""
    return atom.x0 - before.x1 > _WIDE * height and any(abs(atom.x0 - edge) < _ALIGNED * height for edge in edges)


def without_signs(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells of a row without a dollar sign that stands apart from the amount behind it."""
    signs = {i for i, (cell, after) in enumerate(pairwise(row)) if cell.text == "$" and after.atoms[0].kind == "money"}
    return tuple(cell for i, cell in enumerate(row) if i not in signs)
