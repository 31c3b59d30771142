"""Columns that lean: on a photo taken at a slant, cells of one column stand further to one side row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy

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
    gathering = _Gathering(atoms, top, height, edges)
    best = gathering.best_of([_Lean(left=lean, right=lean) for lean in _steps(0.0, _MOST, _STEP)])
    for reach, step in ((_WIDER, _STEP), (_STEP, _FINE)):
        best = gathering.best_of([_Lean(left=lean, right=best.right) for lean in _steps(best.left, reach, step)])
        best = gathering.best_of([_Lean(left=best.left, right=lean) for lean in _steps(best.right, reach, step)])
    deep = max(atom.y for atom in atoms) - top
    if max(abs(best.left), abs(best.right)) * deep < _SEEN * height:
        return None
    leaning, straight = gathering.at([best, _Lean(left=0.0, right=0.0)])
    return best if leaning >= _GAIN * straight else None


def _steps(middle: float, reach: float, step: float) -> list[float]:
    """Values around the middle, the nearest first, so that of equal ones the straighter is kept."""
    count = round(reach / step)
    return [middle + i * step for i in sorted(range(-count, count + 1), key=abs)]


class _Gathering:
    """How much left and right edges gather in few places at a lean; it is asked of some 30 leans for each table."""

    def __init__(self, atoms: Sequence[Atom], top: float, height: float, edges: Edges) -> None:
        self._wide = _SAME * height
        whole = _Lean(left=0.0, right=1.0)
        self._shares = numpy.array([whole.at(atom.middle, edges) for atom in atoms])
        self._downs = numpy.array([atom.y - top for atom in atoms])
        self._edges = numpy.array([[atom.x0 for atom in atoms], [atom.x1 for atom in atoms]])

    def best_of(self, leans: Sequence[_Lean]) -> _Lean:
        """Return the lean at which edges gather most, the first of those that are as good."""
        gathered = self.at(leans)
        return leans[gathered.index(max(gathered))]

    def at(self, leans: Sequence[_Lean]) -> list[float]:
        """Return for each lean the squares of how many edges stand in each place, summed."""
        left = numpy.array([[lean.left] for lean in leans])
        more = numpy.array([[lean.right] for lean in leans]) - left
        shifts = (left + self._shares * more) * self._downs
        places = (self._edges - shifts[:, numpy.newaxis]) / self._wide
        # Bins that overlap by half, so that none of their borders matters.
        bins = numpy.floor(numpy.stack([places, places + _HALF_A_BIN], axis=1))
        bins.sort()
        begins = numpy.ones(bins.shape, dtype=bool)
        numpy.not_equal(bins[..., 1:], bins[..., :-1], out=begins[..., 1:])
        firsts = numpy.flatnonzero(begins)
        counts = numpy.diff(firsts, append=bins.size)
        gathered: list[float] = numpy.bincount(firsts // (bins.size // len(leans)), counts * counts).tolist()
        return gathered
