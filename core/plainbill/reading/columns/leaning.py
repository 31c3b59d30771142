"""Columns that lean: on a photo taken at a slant, cells of one column stand further to one side row by row."""

import functools
import math
import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.reading.rows.atoms import Atom

Rows = Sequence[Sequence[Atom]]

# Steps by which the lean at the left and at the right edge is tried, pixels across for one down.
_STEP, _FINE, _MOST, _WIDER = 0.016, 0.004, 0.112, 0.032
# Edges this near to each other, in heights of print, stand in one line.
_SAME = 0.35
# A lean counts where it moves the last row by so many heights, and where edges then gather by so much more.
_SEEN, _GAIN = 0.6, 1.15
_FEWEST_ROWS = 4
_HALF_A_BIN = 0.5


Edges = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lean:
    """How far print stands aside for each pixel down, at the left and at the right edge."""

    left: float
    right: float

    def at(self, x: float, edges: Edges) -> float:
        share = (x - edges[0]) / max(edges[1] - edges[0], 1.0)
        return self.left + share * (self.right - self.left)


def set_upright(rows: Rows, top: float, height: float) -> list[tuple[Atom, ...]]:
    """Return the rows with columns that stand straight below `top`, where they lean; else as they are."""
    edges = min((row[0].x0 for row in rows if row), default=0.0), max((row[-1].x1 for row in rows if row), default=0.0)
    lean = _lean_of(rows, top, height, edges)
    if lean is None:
        return [tuple(row) for row in rows]
    return [tuple(replace(atom, shift=lean.at(atom.middle, edges) * (atom.y - top)) for atom in row) for row in rows]


def _lean_of(rows: Rows, top: float, height: float, edges: Edges) -> _Lean | None:
    atoms = [atom for row in rows for atom in row]
    if sum(len(row) > 1 for row in rows) < _FEWEST_ROWS:
        return None
    # The best lean so far is among the next ones tried, and is asked again at the end.
    gathered = functools.cache(_Gathering(atoms, top, height, edges).at)
    straight = _Lean(left=0.0, right=0.0)
    best = max((_Lean(left=lean, right=lean) for lean in _steps(0.0, _MOST, _STEP)), key=gathered)
    for reach, step in ((_WIDER, _STEP), (_STEP, _FINE)):
        best = max((_Lean(left=lean, right=best.right) for lean in _steps(best.left, reach, step)), key=gathered)
        best = max((_Lean(left=best.left, right=lean) for lean in _steps(best.right, reach, step)), key=gathered)
    deep = max(atom.y for atom in atoms) - top
    seen = max(abs(best.left), abs(best.right)) * deep >= _SEEN * height
    return best if seen and gathered(best) >= _GAIN * gathered(straight) else None


def _steps(middle: float, reach: float, step: float) -> list[float]:
    """Values around the middle, the nearest first, so that of equal ones the straighter is kept."""
    count = round(reach / step)
    return [middle + i * step for i in sorted(range(-count, count + 1), key=abs)]


class _Gathering:
    """How much left and right edges gather in few places at a lean; it is asked of some 30 leans for each table."""

    def __init__(self, atoms: Sequence[Atom], top: float, height: float, edges: Edges) -> None:
        self._wide = _SAME * height
        whole = _Lean(left=0.0, right=1.0)
        self._places = [(whole.at(atom.middle, edges), atom.y - top) for atom in atoms]
        self._edges = [atom.x0 for atom in atoms], [atom.x1 for atom in atoms]

    def at(self, lean: _Lean) -> float:
        """Return the squares of how many edges stand in each place, summed."""
        left, more, wide = lean.left, lean.right - lean.left, self._wide
        shifts = [(left + share * more) * down for share, down in self._places]
        counts: list[int] = []
        for edges in self._edges:
            places = [(x - shift) / wide for x, shift in zip(edges, shifts, strict=True)]
            # Bins that overlap by half, so that none of their borders matters.
            counts += Counter(map(math.floor, places)).values()
            counts += Counter(map(math.floor, [place + _HALF_A_BIN for place in places])).values()
        return float(sum(map(operator.mul, counts, counts)))
