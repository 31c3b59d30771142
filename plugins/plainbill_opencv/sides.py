"""Lines at which smooth paper may begin, on a table of any color or pattern, with how much speaks for each."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Pixels

Numbers = NDArray[numpy.float32]

# Added to gray levels before their logarithm is taken, so that the grain of a dark picture is no edge.
GROUND = 4.0
# Pixels to each side of an edge whose colors are compared, and pixels further in that must have the paper's color too.
BESIDE, DEEPER = (3, 5), (7, 11)
# Logarithms: by how much paper is lighter, or of another color, than what lies beside it, for full evidence; evidence
# begins at the share. Colors that differ by more than SMOOTH within the paper are none.
LIGHTER, OTHER_COLOR, BEGINS, SMOOTH = 0.045, 0.05, 0.4, 0.07
# Colors are averaged along an edge over so many pixels against grain.
ALONG = 9
# Degrees by which a side may lean, in steps; evidence so many pixels wide counts for one line, for edges are bent.
MOST_LEAN, LEAN_STEP, WIDE = 24.0, 1.0, 3
# Lines that are tried for each side, and the least share of the picture's length that speaks for one.
MOST_LINES, LEAST_LENGTH = 14, 0.1
# Lines this near to a better one, in pixels and steps of lean, are that one.
NEAR, NEAR_LEANS = 5, 4
# Lines are counted in a picture half as large: pixels there that part two of them, and pixels beyond the picture in
# which the far end of a leaning line may lie.
APART, BEYOND = 2, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A line that may be a side of the paper: its place is `start` + `lean` x the way along it, from 0.

    `summed` is the evidence from the line's beginning up to each pixel along it; None for the picture's own edge.
    """

    start: float
    lean: float
    summed: Numbers | None


def logs_of(small: Pixels) -> Numbers:
    """Logarithms of light, of red and of blue against green, print closed over: a shadow changes the first alone."""
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8))
    soft = cv2.GaussianBlur(closed, (3, 3), 0).astype(numpy.float32)
    red, green, blue = cv2.split(cv2.log(soft + GROUND))
    return numpy.asarray(cv2.merge([(red + green + blue) / 3, red - green, blue - green]), dtype=numpy.float32)


def sides_of(logs: Numbers) -> tuple[list[Side], list[Side], list[Side], list[Side]]:
    """Lines that may be the left, right, upper and lower side, best first, the picture's own edge last.

    Left and right sides run down the picture and are places across it, the other two the other way round.
    """
    height, width = logs.shape[:2]
    left, right = _evidence(logs)
    upper, lower = _evidence(numpy.ascontiguousarray(logs.transpose(1, 0, 2)))
    return (
        [*_beginnings(left), _frame(0)],
        [*_endings(right), _frame(width - 1)],
        [*_beginnings(upper), _frame(0)],
        [*_endings(lower), _frame(height - 1)],
    )


def _frame(place: float) -> Side:
    return Side(start=float(place), lean=0.0, summed=None)


def _endings(seen: Numbers) -> list[Side]:
    """Lines at which paper may end, from left to right, by the evidence that it does."""
    last = seen.shape[1] - 1
    found = _beginnings(numpy.ascontiguousarray(seen[:, ::-1]))
    return [Side(start=last - side.start, lean=-side.lean, summed=side.summed) for side in found]


def _beginnings(seen: Numbers) -> list[Side]:
    """Lines at which paper may begin, from left to right, by the evidence that it does; most evidence comes first."""
    wide = cv2.dilate(seen, numpy.ones((1, WIDE), numpy.uint8))
    evidence = numpy.asarray(wide, dtype=numpy.float32)
    height, width = evidence.shape
    leans = _leans()
    half = cv2.resize(evidence, (max(width // 2, 1), max(height // 2, 1)), interpolation=cv2.INTER_AREA)
    sums = numpy.array([_summed(numpy.asarray(half, dtype=numpy.float32), lean) for lean in leans])
    found: list[Side] = []
    while len(found) < MOST_LINES:
        turn, column = (int(place) for place in numpy.unravel_index(int(sums.argmax()), sums.shape))
        if 2 * sums[turn, column] < LEAST_LENGTH * height:
            break
        first = _line(evidence, 2.0 * (column - BEYOND) - float(leans[turn]) * height / 2, float(leans[turn]))
        found.append(max(first, _fitted(evidence, first), key=_total))
        sums[max(turn - NEAR_LEANS, 0) : turn + NEAR_LEANS + 1, max(column - APART, 0) : column + APART + 1] = 0
    return found


def _line(evidence: Numbers, start: float, lean: float) -> Side:
    along = numpy.arange(evidence.shape[0])
    across = numpy.round(start + lean * along).astype(int)
    seen = _at(evidence, along, across)
    return Side(start=start, lean=lean, summed=numpy.concatenate([[0.0], numpy.cumsum(seen)]).astype(numpy.float32))


def _fitted(evidence: Numbers, side: Side) -> Side:
    """The line drawn through the evidence right around it."""
    along = numpy.arange(evidence.shape[0])[:, None]
    across = numpy.round(side.start + side.lean * along).astype(int) + numpy.arange(-NEAR, NEAR + 1)
    weights = numpy.square(_at(evidence, along, across))
    heavy = weights.sum(axis=1)
    seen = heavy > 0
    if int(seen.sum()) < 2:
        return side
    # The least squares of a line, each place along it with the weight of what is seen there.
    places, heavy = numpy.flatnonzero(seen), heavy[seen]
    middles = (weights * across).sum(axis=1)[seen] / heavy
    along_mean, across_mean = numpy.average(places, weights=heavy), numpy.average(middles, weights=heavy)
    off = heavy * (places - along_mean)
    lean = float(off @ (middles - across_mean) / (off @ (places - along_mean)))
    return _line(evidence, float(across_mean - lean * along_mean), lean)


def _total(side: Side) -> float:
    return 0.0 if side.summed is None else float(side.summed[-1])


def _at(evidence: Numbers, along: NDArray[numpy.intp], across: NDArray[numpy.intp]) -> NDArray[numpy.float64]:
    """The evidence at places of the picture, none outside it."""
    width = evidence.shape[1]
    return numpy.where((across >= 0) & (across < width), evidence[along, across.clip(0, width - 1)], 0.0)


@cache
def _leans() -> NDArray[numpy.float64]:
    degrees = numpy.arange(-MOST_LEAN, MOST_LEAN + LEAN_STEP / 2, LEAN_STEP)
    return numpy.asarray(numpy.tan(numpy.radians(degrees)), dtype=numpy.float64)


def _summed(evidence: Numbers, lean: float) -> NDArray[numpy.float64]:
    """The evidence along each line of this lean, by the place of its middle, from `BEYOND` left of the picture on."""
    height, width = evidence.shape
    upright = numpy.array([[1.0, lean, -BEYOND - lean * height / 2], [0.0, 1.0, 0.0]])
    way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    moved = cv2.warpAffine(evidence, upright, (width + 2 * BEYOND, height), flags=way)
    return numpy.asarray(cv2.reduce(moved, 0, cv2.REDUCE_SUM)[0], dtype=numpy.float64)


def _evidence(logs: Numbers) -> tuple[Numbers, Numbers]:
    """For each pixel, from 0 to 1, how much it looks as if paper began there, and as if it ended there."""
    soft = cv2.blur(logs, (1, ALONG))
    reach, width = max(DEEPER), logs.shape[1]
    wider = cv2.split(cv2.copyMakeBorder(soft, 0, 0, reach, reach, cv2.BORDER_REPLICATE))

    def at(plane: int, off: int) -> Numbers:
        return numpy.asarray(wider[plane][:, reach + off : reach + off + width], dtype=numpy.float32)

    def beside(plane: int, side: int) -> Numbers:
        return (at(plane, side * BESIDE[0]) + at(plane, side * BESIDE[1])) / numpy.float32(2)

    left, right = ([beside(plane, side) for plane in range(3)] for side in (-1, 1))

    def rough(inside: list[Numbers], side: int) -> Numbers:
        most = numpy.zeros(logs.shape[:2], numpy.float32)
        for plane, own in enumerate(inside):
            for off in DEEPER:
                cv2.max(most, cv2.absdiff(at(plane, side * off), own), dst=most)
        return most

    steps = [one - other for one, other in zip(right, left, strict=True)]
    return _as_paper(steps, rough(right, 1)), _as_paper([-step for step in steps], rough(left, -1))


def _as_paper(steps: list[Numbers], rough: Numbers) -> Numbers:
    """The evidence of steps in light and colors, from outside to a paper that is so rough within."""
    # Paper is hardly ever darker than what it lies on, but may be darker than light stripes of another color.
    strength = numpy.maximum(steps[0] / LIGHTER, cv2.magnitude(steps[1], steps[2]) / OTHER_COLOR)
    smooth = 1 - (rough / SMOOTH - 1).clip(0, 1)
    return numpy.asarray((strength - BEGINS).clip(0, 1 - BEGINS) / (1 - BEGINS) * smooth, dtype=numpy.float32)
