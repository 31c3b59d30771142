"""Headings in a column left of what they head: "What was done" beside the first of the services below each other."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import is_glued_code, parse_code

# A heading stands apart from what is beside it by this many heights; edges of one column differ by less than the other.
_GUTTER = 1.0
_EVEN = 0.6
# Rows that a wrapped heading takes up, and how far apart rows of one list are.
_MOST_ROWS = 2
_NEXT_ROW = 3.0

Laid = tuple[list[Row], list[tuple[Atom, ...]]]


def headings_above(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], heads: Callable[[Sequence[Atom]], bool]
) -> Laid:
    """Return the rows of a page, each heading beside a list with codes put on a row of its own above the list.

    `heads` says which words are such a heading; without one the rows are those of the page.
    """
    found: Laid = ([], [])
    i = 0
    while i < len(rows):
        parted = _parted(rows, atoms, i, heads)
        if parted is None:
            _put(found, rows[i], atoms[i])
            i += 1
            continue
        heading, lists = parted
        # The heading takes the place of a row as far above the list as its rows are apart.
        step = rows[i + 1].y - rows[i].y if i + 1 < len(rows) else rows[i].height
        _put(found, replace(rows[i], y=rows[i].y - min(step, _NEXT_ROW * rows[i].height)), heading)
        for own in lists:
            _put(found, rows[i], own)
            i += 1
    return found


def _put(found: Laid, row: Row, own: tuple[Atom, ...]) -> None:
    found[0].append(row)
    found[1].append(own)


def _parted(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], i: int, heads: Callable[[Sequence[Atom]], bool]
) -> tuple[tuple[Atom, ...], list[tuple[Atom, ...]]] | None:
    """The heading that begins at a row, and what stands beside each of the rows it takes up."""
    cut = _cut(atoms[i], rows[i].height)
    if cut is None or not _is_coded(atoms[i][cut:]):
        return None
    heading, lists = atoms[i][:cut], [atoms[i][cut:]]
    found = (heading, lists) if heads(heading) else None
    for own, row in zip(atoms[i + 1 : i + _MOST_ROWS], rows[i + 1 : i + _MOST_ROWS], strict=True):
        beside = _beside(own, lists[0], heading, row.height)
        if beside is None:
            break
        # The longest that is a heading counts: "Services" may go on with "performed".
        heading, lists = (*heading, *own[:beside]), [*lists, own[beside:]]
        found = (heading, lists) if heads(heading) else found
    return found


def _cut(own: Sequence[Atom], height: float) -> int | None:
    """The place behind the first wide blank of a row."""
    gaps = (i for i in range(1, len(own)) if own[i].x0 - own[i - 1].x1 >= _GUTTER * height)
    return next(gaps, None)


def _beside(own: Sequence[Atom], first: Sequence[Atom], heading: Sequence[Atom], height: float) -> int | None:
    """Where the list begins on a row on which the words of its heading go on."""
    place = next((i for i, atom in enumerate(own) if abs(atom.x0 - first[0].x0) < _EVEN * height), None)
    return place if place and abs(own[0].x0 - heading[0].x0) < _EVEN * height else None


def _is_coded(own: Sequence[Atom]) -> bool:
    """True where a procedure code begins or ends what stands on a row, and words say what it is."""
    coded = (atom.kind == "text" and parse_code(atom.text) is not None for atom in (own[0], own[-1]))
    glued = is_glued_code(own[0].text) or is_glued_code(own[-1].text)
    return len(own) > 1 and any(coded) and not glued and all(atom.money is None for atom in own)
