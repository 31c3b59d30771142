"""Sums in a sidebar left of a table, level with its rows: "Plan discount  -$100.00 |  03/02/26  Office visit ..."."""

import statistics
from collections.abc import Sequence

from plainbill.reading.atoms import Atom
from plainbill.reading.head import Head

# Heights: how closely the rows of a table begin below each other, and the gutter beside them.
_ALIGNED, _GUTTER = 1.0, 1.5
_FEWEST, _MOSTLY = 3, 0.6


def without_sidebar(head: Head, body: Sequence[tuple[Atom, ...]], height: float) -> list[tuple[Atom, ...]]:
    """The rows below a head without what stands left of where they all begin, where amounts stand there.

    No table has amounts left of its first head. Below its last row any sum may begin farther left.
    """
    starts = [x for row in body if (x := _start(head, row, height)) is not None]
    edge = statistics.median(starts) if len(starts) >= _FEWEST else head.x0
    rows = [i for i, row in enumerate(body) if _begins_at(row, edge, height)]
    if len(rows) < max(_FEWEST, _MOSTLY * len(starts)):
        return [*body]
    parted = {i: _parted(body[i], edge - _GUTTER * height) for i in range(rows[0], rows[-1] + 1)}
    summed = [beside for beside, _ in parted.values() if any(atom.kind == "money" for atom in beside)]
    worded = [beside for beside in summed if beside[0].kind == "text"]
    if not summed or not worded and len(summed) > _MOSTLY * len(rows):
        return [*body]
    return [parted[i][1] if i in parted else row for i, row in enumerate(body)]


def _start(head: Head, row: Sequence[Atom], height: float) -> float | None:
    """Where the row begins below the first head, None for a row that ends in no amount or begins elsewhere."""
    if not row or row[-1].kind != "money":
        return None
    reach = _ALIGNED * 2 * height
    return next((atom.x0 for atom in row if abs(atom.x0 - head.x0) < reach), None)


def _begins_at(row: Sequence[Atom], edge: float, height: float) -> bool:
    """True where an amount ends the row and an atom begins at the edge, apart from what stands before it."""
    if not row or row[-1].kind != "money":
        return False
    for i, atom in enumerate(row):
        if abs(atom.x0 - edge) < _ALIGNED * height:
            return i == 0 or atom.x0 - row[i - 1].x1 > _GUTTER * height
    return False


def _parted(row: Sequence[Atom], edge: float) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """What of a row stands left of the edge, and the rest."""
    return tuple(atom for atom in row if atom.x1 < edge), tuple(atom for atom in row if atom.x1 >= edge)
