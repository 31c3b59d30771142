"""How high each word would stand on a level page: the slope and the curl of its baselines, found from neighbors.

A page that bends around an upright axis shows its baselines as one curve, the higher the further they are from the
camera's height: the drop of a row is a curve along it, and changes with the row's own height in proportion. A sheet
held by its corners bends one way at the top and another way further down: there it changes more freely.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy

from plainbill.reading.page import Word
from plainbill.reading.rows.bridging import bridged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]
    Indexes = NDArray[numpy.intp]

# How far apart, in heights of print, neighbors are that tell the slope, from round to round: close ones are on one
# baseline whatever the curl is, those far apart are told from those of the next row once it is roughly known.
_REACH = (1.6, 3.0, 5.0, 8.0, 8.0)
# The curve of a baseline is a polynomial of this degree without its constant; a fold in the middle asks for four.
_DEGREE = 4
# Ridges: a stiff curve does not take chance for curl where words are few. Where it says that rows drop by more than so
# many heights of print, one that bends more freely is asked too, and taken where words stand so much closer in rows.
_STIFF, _LOOSE, _CURLED, _CLEARLY_CLOSER = 0.02, 0.0005, 0.5, 1.02
# Words so many heights of print apart, and less, stand in one row, the nearer the surer.
_ONE_ROW = 0.3
# Neighbors whose heights differ from the curve by less than so many heights of print count in full, others less.
_TRUSTED = 0.12
_FEWEST_WORDS, _FEWEST_LINKS = 4, 3

# A sheet that bends both ways: the degree along a row and down the page. More freedom follows chance more easily, so it
# is asked for strong curl alone, and has to bring words closer by more.
_TWISTED_DEGREE, _TWISTED_DOWN, _TWISTED, _FAR_CLOSER = 5, 3, 1.5, 1.2

_Shape = tuple[float, ...]


def level_heights(words: Sequence[Word], typical: float) -> list[float]:
    """Return the middle height of each word on the level page, in pixels; `typical` is the usual height of print."""
    middles = [word.box.middle[1] for word in words]
    if len(words) < _FEWEST_WORDS:
        return middles
    shapes = _shapes(words, _DEGREE, 1)
    stiff = _fitted(words, shapes, typical, _ridges(_STIFF, _DEGREE, 1))
    drops = [middle - height for middle, height in zip(middles, stiff, strict=True)]
    if max(drops) - min(drops) < _CURLED * typical:
        return stiff
    loose = _fitted(words, shapes, typical, _ridges(_LOOSE, _DEGREE, 1))
    closer = _closeness(loose, typical) > _CLEARLY_CLOSER * _closeness(stiff, typical)
    best = loose if closer else stiff
    if max(drops) - min(drops) > _TWISTED * typical:
        shapes = _shapes(words, _TWISTED_DEGREE, _TWISTED_DOWN)
        free = _fitted(words, shapes, typical, _ridges(_LOOSE, _TWISTED_DEGREE, _TWISTED_DOWN))
        best = free if _closeness(free, typical) > _FAR_CLOSER * _closeness(best, typical) else best
    return bridged(words, best, typical)


def _ridges(ridge: float, degree: int, down: int) -> _Shape:
    """The ridge of each weight: higher powers of the place across are held more stiffly."""
    return tuple(ridge * power for _ in range(down + 1) for power in range(1, degree + 1))


def _fitted(words: Sequence[Word], shapes: "Numbers", typical: float, ridges: _Shape) -> list[float]:
    """The heights on the level page, found in rounds: each sees neighbors with the slope that the last one found."""
    middles = numpy.array([word.box.middle[1] for word in words])
    places = numpy.array([(word.box.x0, word.box.x1, word.box.height) for word in words]).T
    heights, weights = middles, (0.0,) * len(ridges)
    for reach in _REACH:
        links = _links(places, heights, typical, reach)
        if len(links[0]) >= _FEWEST_LINKS:
            weights = _fit(links, middles, shapes, weights, typical, ridges)
            heights = middles - typical * _summed(shapes * weights)
    found: list[float] = heights.tolist()
    return found


def _closeness(heights: Sequence[float], typical: float) -> float:
    """How closely words stand in rows: how many others are on a word's height, the sum over all words."""
    order, near = sorted(heights), _ONE_ROW * typical
    close = 0.0
    for i, height in enumerate(order):
        for other in order[i + 1 :]:
            if other - height >= near:
                break
            close += 1 - (other - height) / near
    return close


def _shapes(words: Sequence[Word], degree: int, down_to: int) -> "Numbers":
    """What the weights are for, a row for each word: powers of its place across, -1 to 1, times powers of it down."""
    left, top = min(word.box.x0 for word in words), min(word.box.y0 for word in words)
    wide = max(word.box.x1 for word in words) - left or 1.0
    tall = max(word.box.y1 for word in words) - top or 1.0
    shapes = []
    for word in words:
        x, y = word.box.middle
        across, down = (x - left) / wide * 2 - 1, (y - top) / tall * 2 - 1
        powers = [across**power for power in range(1, degree + 1)]
        shapes.append([power * down**times for times in range(down_to + 1) for power in powers])
    return numpy.array(shapes)


def _links(places: "Numbers", levels: "Numbers", typical: float, far: float) -> "tuple[Indexes, Indexes]":
    """Each word with its nearest neighbor to the right on about the same height, by their indexes.

    `places` are the left edges, the right edges and the heights of their boxes.
    """
    order = numpy.lexsort((places[0], levels))
    starts, ends, tall = places[:, order]
    levels = levels[order]
    reach = 0.5 * numpy.minimum(tall, 1.5 * typical)
    first, behind = levels.searchsorted(levels - reach), levels.searchsorted(levels + reach, side="right")
    # Every word with every one on its height, by their indexes in that order.
    near = behind - first
    one = numpy.repeat(numpy.arange(len(order)), near)
    other = numpy.arange(len(one)) + numpy.repeat(first - near.cumsum() + near, near)
    gaps = starts[other] - ends[one]
    ratios = tall[other] / numpy.maximum(tall, 1e-6)[one]
    fit = (one != other) & (-0.3 * typical < gaps) & (gaps < far * typical) & (ratios > 0.6) & (ratios < 1.67)
    one, other, gaps = one[fit], other[fit], gaps[fit]
    # Of neighbors as near, those above come before those below, each the nearer in height the sooner.
    best = numpy.lexsort((abs(other - one), other > one, gaps, one))
    one, other = one[best], other[best]
    nearest = numpy.append(True, one[1:] != one[:-1])[: len(one)]
    return order[one[nearest]], order[other[nearest]]


def _fit(
    links: "tuple[Indexes, Indexes]",
    middles: "Numbers",
    shapes: "Numbers",
    weights: _Shape,
    typical: float,
    ridges: _Shape,
) -> _Shape:
    """The weights with which linked words stand level; links that today's weights explain badly count less."""
    ones, others = links
    falls = (middles[others] - middles[ones]) / typical
    differences = shapes[others] - shapes[ones]
    left_over = abs(falls - _summed(differences * weights))
    # The power of Python: that of NumPy rounds otherwise.
    trusts = [1.0 if apart < _TRUSTED else (_TRUSTED / apart) ** 2 for apart in left_over.tolist()]
    parts = differences.T
    trusted = parts * trusts
    # The matrix is the same on both sides of its middle.
    above, below = numpy.triu_indices(len(weights))
    starts = numpy.where(above == below, numpy.array(ridges)[above], 0.0)
    normal = numpy.zeros((len(weights), len(weights)))
    normal[above, below] = normal[below, above] = _summed(numpy.column_stack([starts, trusted[above] * parts[below]]))
    return _solve(normal.tolist(), _summed(trusted * falls).tolist())


def _summed(rows: "Numbers") -> "Numbers":
    """The sum of each row, its numbers added one by one: other ways to add them up differ by version and machine."""
    return numpy.add.accumulate(rows, axis=1)[:, -1]


def _solve(matrix: list[list[float]], right: list[float]) -> tuple[float, ...]:
    """Gaussian elimination; the ridge keeps the matrix regular."""
    size = len(right)
    rows = [[*matrix[i], right[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    solution = [0.0] * size
    for i in reversed(range(size)):
        solution[i] = (rows[i][size] - sum(rows[i][j] * solution[j] for j in range(i + 1, size))) / rows[i][i]
    return tuple(solution)
