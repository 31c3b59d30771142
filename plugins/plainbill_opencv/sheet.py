"""The four sides of a sheet, chosen together: what speaks for each, and how much of what they hold looks like paper."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Pixels, reduced, specks_of_black_print
from plainbill_opencv.sides import Numbers, Side, logs_of, sides_of

Corners = NDArray[numpy.float32]
Many = NDArray[numpy.float64]

# Longest side of the picture in which sides are looked for, and of the one in which what they hold is judged.
SEARCH_SIDE, JUDGED_SIDE = 512, 128
# What a pixel of a side costs, so that the side must have more evidence than that; less for the picture's own edge.
COST, FRAME_COST = 0.45, 0.02
# Least share of a side, and of all sides on average, that has evidence; sides that are not the picture's own edge.
LEAST_SUPPORT, LEAST_MEAN, LEAST_FREE = 0.35, 0.55, 3
# Paper darker than its table shows all its sides, and each along so much of it.
ALL_SIDES, DARKER_SUPPORT = 4, 0.9
LEAST_AREA = 0.13
# Share of the picture's longest side by which corners may lie outside it.
SLACK = 0.01
# Outlines that are judged, those with most evidence first.
MOST_OUTLINES = 250
# What differs from the paper by more than this in color or light, or within a few pixels, does not look like it.
OTHER_COLOR, DARKER, ROUGH = 0.07, 1.3, 0.06
# Specks of print outside on what looks like the paper, as share of all or of so many: more, and it goes on there.
MOST_LOST, FEW_SPECKS = 0.25, 20
# What counts how much for an outline, fitted to photos whose corners are known: its evidence, its sides that are not
# the picture's own edge, the least and the mean share of a side that has evidence; what looks like paper within (less
# what does not), what looks like it outside, print left outside, uneven light.
EVIDENCE, FREE, LEAST, MEAN = 1.5, 0.2, 1.25, 0.7
GOOD, OUTSIDE, LOST, UNEVEN = 1.35, 1.2, 2.0, 1.5
# Share of the picture by which an outline drawn in pixels may hold more than it does exactly.
ROUNDED = 0.03
# Specks below which there is nothing to read on it.
LEAST_SPECKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Four corners, clockwise from the top left; evidence by length, and the shares of the sides that have any."""

    corners: Corners
    evidence: float
    free: int
    least: float
    mean: float


def sheet_corners(pixels: Pixels) -> Corners | None:
    """The sheet's corners in a picture of 640 pixels, clockwise from the top left; None where no sheet stands out."""
    scale = min(1.0, SEARCH_SIDE / max(pixels.shape[:2]))
    specks = specks_of_black_print(pixels)
    if len(specks) < LEAST_SPECKS:
        return None
    logs = logs_of(reduced(pixels, scale))
    judge = _Judge(logs, specks * scale)
    best = _best(logs, judge)
    if best is None:
        # On a lighter table or in shadow: the paper is what is darker all around.
        best = _best(numpy.asarray(logs * numpy.array([-1, 1, 1], numpy.float32)), judge)
        best = best if best is not None and best.free == ALL_SIDES and best.least >= DARKER_SUPPORT else None
    return None if best is None else numpy.asarray(best.corners / scale, dtype=numpy.float32)


def _best(logs: Numbers, judge: "_Judge") -> Outline | None:
    height, width = logs.shape[:2]
    best, most = None, -numpy.inf
    for outline in _outlines(sides_of(logs), width, height):
        # Most outlines could not be worth more even if all they hold looked like paper.
        if judge.at_most(outline) > most and (worth := judge.worth(outline, least=most)) > most:
            best, most = outline, worth
    return best


def _outlines(sides: Sequence[Sequence[Side]], width: int, height: int) -> Iterator[Outline]:
    """Outlines with evidence on every side, most first."""
    left, right, upper, lower = sides
    met = [_crossings(left, upper), _crossings(right, upper), _crossings(right, lower), _crossings(left, lower)]
    gain, share = _supported(sides, met)
    gain = gain / (width + height)
    is_free = ~numpy.isnan(share)
    free = is_free.sum(axis=0)
    least = numpy.where(is_free, share, 1.0).min(axis=0)
    mean = numpy.where(is_free, share, 0.0).sum(axis=0) / numpy.maximum(free, 1)
    likely = (least >= LEAST_SUPPORT) & (mean >= LEAST_MEAN) & (free >= LEAST_FREE)
    order = numpy.argsort(numpy.where(likely, -gain, numpy.inf), axis=None, kind="stable")[: int(likely.sum())]
    at = numpy.unravel_index(order, gain.shape)
    one, other, above, below = at
    which = (one, above), (other, above), (other, below), (one, below)
    corners = numpy.stack(
        [numpy.stack([x[i], y[i]], axis=-1) for (x, y), i in zip(met, which, strict=True)], axis=1
    ).astype(numpy.float32)
    fitting = numpy.flatnonzero(_inside(corners, width, height))
    shaped = (i for i in fitting if _is_shaped(corners[i], width, height))
    for i in itertools.islice(shaped, MOST_OUTLINES):
        place = tuple(int(axis[i]) for axis in at)
        some, all_ = float(least[place]), float(mean[place])
        yield Outline(corners=corners[i], evidence=float(gain[place]), free=int(free[place]), least=some, mean=all_)


def _supported(sides: Sequence[Sequence[Side]], met: Sequence[tuple[Many, Many]]) -> tuple[Many, Many]:
    """Evidence above its cost of all four sides, and of each the share that has evidence.

    The last four axes of both are the numbers of the left, right, upper and lower side; `met` are their crossings.
    """
    left, right, upper, lower = sides
    upper_left, upper_right, lower_right, lower_left = met
    found = [
        _along(left, upper_left[1], lower_left[1])[:, :, None],
        _along(right, upper_right[1], lower_right[1])[:, None],
        _along(upper, upper_left[0].T, upper_right[0].T).transpose(0, 2, 3, 1)[:, :, :, :, None],
        _along(lower, lower_left[0].T, lower_right[0].T).transpose(0, 2, 3, 1)[:, :, :, None],
    ]
    gain = found[0][0] + found[1][0] + found[2][0] + found[3][0]
    return gain, numpy.stack(numpy.broadcast_arrays(*(each[1] for each in found)))


def _crossings(standing: Sequence[Side], level: Sequence[Side]) -> tuple[Many, Many]:
    """x and y of where each standing line (first axis) meets each level one (second)."""
    across, lean = (numpy.array([[getattr(side, name)] for side in standing]) for name in ("start", "lean"))
    down, fall = (numpy.array([[getattr(side, name) for side in level]]) for name in ("start", "lean"))
    x = (across + lean * down) / (1 - lean * fall)
    return x, down + fall * x


def _along(sides: Sequence[Side], starts: Many, ends: Many) -> Many:
    """Evidence above its cost, and share that has evidence, of each side between each start and each end it may have.

    Shape 2 x sides x starts x ends. The share of the picture's own edge is no number.
    """
    found = []
    for side, start, end in zip(sides, starts, ends, strict=True):
        length = end[None, :] - start[:, None]
        if side.summed is None:
            found.append([-FRAME_COST * length, numpy.full_like(length, numpy.nan)])
            continue
        steps = numpy.arange(len(side.summed))
        seen = numpy.interp(end, steps, side.summed)[None, :] - numpy.interp(start, steps, side.summed)[:, None]
        found.append([seen - COST * length, seen / numpy.maximum(length, 1.0)])
    return numpy.array(found).transpose(1, 0, 2, 3)


def _inside(corners: Corners, width: int, height: int) -> NDArray[numpy.bool_]:
    """Which of many outlines, of shape n x 4 x 2, lie in the picture."""
    slack = SLACK * max(width, height)
    low, high = corners.min(axis=1), corners.max(axis=1)
    ends = numpy.array([width - 1 + slack, height - 1 + slack])
    return numpy.asarray((low >= -slack).all(axis=1) & (high <= ends).all(axis=1))


def _is_shaped(corners: Corners, width: int, height: int) -> bool:
    """True where the outline is large enough for a sheet and bent outward at every corner."""
    return cv2.contourArea(corners) >= LEAST_AREA * width * height and bool(cv2.isContourConvex(corners))


class _Judge:
    """Says what an outline is worth, from its evidence and from what lies within and outside it.

    Weights are fitted to photos whose corners are known; see docs/decisions/0018-sides-of-the-paper.md.
    """

    def __init__(self, logs: Numbers, specks: NDArray[numpy.float64]) -> None:
        height, width = logs.shape[:2]
        self._scale = JUDGED_SIDE / max(height, width)
        size = max(round(width * self._scale), 1), max(round(height * self._scale), 1)
        light = logs[:, :, 0]
        mean, square = cv2.blur(light, (9, 9)), cv2.blur(light * light, (9, 9))
        rough = numpy.sqrt(numpy.maximum(square - mean * mean, 0))
        self._planes = cv2.split(cv2.resize(logs, size, interpolation=cv2.INTER_AREA))
        self._smooth = numpy.asarray(cv2.resize(rough, size, interpolation=cv2.INTER_AREA) < ROUGH, dtype=bool)
        self._specks = numpy.zeros(size[::-1])
        at = (specks * self._scale).astype(int)
        numpy.add.at(self._specks, (at[:, 1].clip(0, size[1] - 1), at[:, 0].clip(0, size[0] - 1)), 1)

    def at_most(self, outline: Outline) -> float:
        """What the outline is worth if nothing speaks against what it holds."""
        height, width = self._smooth.shape
        share = cv2.contourArea(outline.corners) * self._scale**2 / (width * height)
        return float(_sides_worth(outline) + GOOD * (share + ROUNDED))

    def worth(self, outline: Outline, *, least: float) -> float:
        """More is better; minus infinity where it is not above `least`, or paper goes on outside or holds no print."""
        mask = numpy.zeros(self._smooth.shape, numpy.uint8)
        cv2.fillConvexPoly(mask, (outline.corners * self._scale).round().astype(numpy.int32), 1)
        within = mask > 0
        smooth = within & self._smooth
        # Only what is smooth looks like paper, and all of it may.
        at_most = _sides_worth(outline) + GOOD * (float(smooth.mean()) - float((within & ~self._smooth).mean()))
        if at_most <= least or not smooth.any() or self._specks[within].sum() < LEAST_SPECKS:
            return -numpy.inf
        paper = [plane[smooth] for plane in self._planes]
        light, red, blue = (plane - numpy.median(own) for plane, own in zip(self._planes, paper, strict=True))
        like = self._smooth & (cv2.magnitude(red, blue) < OTHER_COLOR) & (light > -DARKER)
        lost = self._lost(mask, like)
        if lost > MOST_LOST:
            return -numpy.inf
        good, bad, outside = (float(part.mean()) for part in (like & within, within & ~like, like & ~within))
        uneven = float(paper[0].std())
        return _sides_worth(outline) + GOOD * (good - bad) - OUTSIDE * outside - LOST * lost - UNEVEN * uneven

    def _lost(self, mask: Pixels, like: NDArray[numpy.bool_]) -> float:
        """Share of the print that stands outside on what looks like the same paper."""
        close = numpy.ones((3, 3), numpy.uint8)
        on_paper = cv2.dilate(like.astype(numpy.uint8), close).astype(bool)
        outside = on_paper & ~cv2.dilate(mask, close).astype(bool)
        return float(self._specks[outside].sum() / max(float(self._specks[on_paper].sum()), FEW_SPECKS))


def _sides_worth(outline: Outline) -> float:
    return EVIDENCE * outline.evidence + FREE * outline.free + LEAST * outline.least + MEAN * outline.mean
