"""Lists in the left one of two columns of print, as visit summaries set them: orders stand right of what was done."""

from collections.abc import Callable, Sequence

from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code

# In heights of print: a blank between two columns, and how far apart rows of one column may begin.
_GUTTER, _LEVEL, _OUTDENT = 2.0, 0.8, 2.5
# So many rows begin at the edge of the right column, some of them with nothing left of it.
_FEWEST, _FEWEST_ALONE = 4, 1

_Printed = tuple[list[Row], list[tuple[Atom, ...]]]


def left_of_other_print(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], is_heading: Callable[[Sequence[Atom]], bool]
) -> _Printed | None:
    """Return the print from a heading on in the left column, without what stands right of it; None for others."""
    firsts = [cells_of(own, _GUTTER * row.height)[0].atoms if own else () for row, own in zip(rows, atoms, strict=True)]
    at = next((i for i, own in enumerate(firsts) if own and is_heading(own)), None)
    if at is None:
        return None
    height = rows[at].height
    edge = _edge(rows, atoms, firsts[at][-1].x1, height)
    if edge is None:
        return None
    kept: list[tuple[Row, tuple[Atom, ...]]] = []
    for row, own in zip(rows[at:], atoms[at:], strict=True):
        if any(atom.x0 < edge - _LEVEL * height and atom.x1 > edge for atom in own) or _runs_across(own, edge, height):
            break
        if any(atom.x1 > edge and parse_code(atom.text) is not None for atom in own):
            # The codes of the list stand there.
            return None
        left = tuple(atom for atom in own if atom.x1 <= edge)
        if left:
            kept.append((row, left))
    return [row for row, _ in kept], [own for _, own in kept]


def _edge(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], begins: float, height: float) -> float | None:
    """Where the right column begins: the rows of both halves tell, and rows that stand in it alone."""
    cells = [cells_of(own, _GUTTER * row.height) if own else () for row, own in zip(rows, atoms, strict=True)]
    beside = [row[1].x0 for row in cells if len(row) > 1]
    alone = [own[0].x0 for own in atoms if own and own[0].x0 > begins + _GUTTER * height]
    for edge in sorted({*beside, *alone}):
        both, single = (sum(abs(x - edge) < _LEVEL * height for x in xs) for xs in (beside, alone))
        if edge > begins and both + single >= _FEWEST and single >= _FEWEST_ALONE:
            # Headings stand out to the left of what they head.
            return min(x for x in (*beside, *alone, edge) if edge - _OUTDENT * height < x <= edge)
    return None


def _runs_across(own: Sequence[Atom], edge: float, height: float) -> bool:
    """True where words go on over the edge with no blank there: a sentence over the whole page."""
    left = [atom.x1 for atom in own if atom.x1 <= edge]
    right = [atom.x0 for atom in own if atom.x0 >= edge - _LEVEL * height]
    return bool(left) and bool(right) and min(right) - max(left) < _LEVEL * height
