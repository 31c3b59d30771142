"""How high each word would stand on a level page: the slope and the curl of its baselines, found from neighbors.

A page that bends around an upright axis shows its baselines as one curve, the higher the further they are from the
camera's height: the drop of a row is a curve along it, and changes with the row's own height in proportion. A sheet
held by its corners bends one way at the top and another way further down: there it changes more freely.
"""

import functools
import operator
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from plainbill.reading.page import Word
from plainbill.reading.rows.bridging import bridged

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


def _fitted(words: Sequence[Word], shapes: Sequence[_Shape], typical: float, ridges: _Shape) -> list[float]:
    """The heights on the level page, found in rounds: each sees neighbors with the slope that the last one found."""
    middles = [word.box.middle[1] for word in words]
    heights, weights = middles, (0.0,) * len(ridges)
    for reach in _REACH:
        links = _links(words, heights, typical, reach)
        if len(links) >= _FEWEST_LINKS:
            weights = _fit(links, middles, shapes, weights, typical, ridges)
            heights = [y - typical * _sum(weights, shape) for y, shape in zip(middles, shapes, strict=True)]
    return heights


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


def _shapes(words: Sequence[Word], degree: int, down_to: int) -> list[_Shape]:
    """What the weights are for, of each word: powers of its place across, -1 to 1, times powers of it down."""
    left, top = min(word.box.x0 for word in words), min(word.box.y0 for word in words)
    wide = max(word.box.x1 for word in words) - left or 1.0
    tall = max(word.box.y1 for word in words) - top or 1.0
    shapes = []
    for word in words:
        x, y = word.box.middle
        across, down = (x - left) / wide * 2 - 1, (y - top) / tall * 2 - 1
        powers = [across**power for power in range(1, degree + 1)]
        shapes.append(tuple(power * down**times for times in range(down_to + 1) for power in powers))
    return shapes


def _links(words: Sequence[Word], heights: Sequence[float], typical: float, far: float) -> list[tuple[int, int]]:
    """Each word with its nearest neighbor to the right on about the same height, as places in `words`."""
    order = sorted(range(len(words)), key=lambda i: (heights[i], words[i].box.x0))
    placed = [(words[i].box.x0, words[i].box.height, i) for i in order]
    levels = [heights[i] for i in order]
    links = []
    for i, (_, high, place) in enumerate(placed):
        reach = 0.5 * min(high, 1.5 * typical)
        first, behind = bisect_left(levels, levels[i] - reach, 0, i), bisect_right(levels, levels[i] + reach, i)
        end, high = words[place].box.x1, max(high, 1e-6)
        best: int | None = None
        least, nearest = -0.3 * typical, far * typical
        # The nearest in height come first: of two as near, one above is taken, then one below.
        for start, other_high, other in (*placed[first:i][::-1], *placed[i + 1 : behind]):
            gap = start - end
            if least < gap < nearest and 0.6 < other_high / high < 1.67:
                best, nearest = other, gap
        if best is not None:
            links.append((place, best))
    return links


def _fit(
    links: Sequence[tuple[int, int]],
    middles: Sequence[float],
    shapes: Sequence[_Shape],
    weights: _Shape,
    typical: float,
    ridges: _Shape,
) -> _Shape:
    """The weights with which linked words stand level; links that today's weights explain badly count less."""
    size = len(weights)
    falls = [(middles[other] - middles[one]) / typical for one, other in links]
    differences = [tuple(map(operator.sub, shapes[other], shapes[one])) for one, other in links]
    trusts = []
    for fall, difference in zip(falls, differences, strict=True):
        left_over = abs(fall - _sum(weights, difference))
        trusts.append(1.0 if left_over < _TRUSTED else (_TRUSTED / left_over) ** 2)
    parts = list(zip(*differences, strict=True))
    trusted = [list(map(operator.mul, trusts, part)) for part in parts]
    normal = [[0.0] * size for _ in range(size)]
    for i in range(size):
        # The matrix is the same on both sides of its middle.
        for j in range(i, size):
            start = ridges[i] if i == j else 0.0
            normal[i][j] = normal[j][i] = _added_up(start, trusted[i], parts[j])
    return _solve(normal, [_added_up(0.0, trusted[i], falls) for i in range(size)])


def _added_up(start: float, ones: Sequence[float], others: Sequence[float]) -> float:
    """The products of pairs added one by one, which `sum` does in another way from Python 3.12 on."""
    return functools.reduce(operator.add, map(operator.mul, ones, others), start)


def _sum(weights: Sequence[float], shape: Sequence[float]) -> float:
    total: float = sum(map(operator.mul, weights, shape))
    return total


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
