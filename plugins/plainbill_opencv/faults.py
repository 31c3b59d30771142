"""Faults of a picture that reading will suffer from, told before it with their place; they stop nothing."""

import cv2
import numpy
from numpy.typing import NDArray

from plainbill.case import Problem
from plainbill_opencv.ink import Pixels, counted, counted_among, gray_of, ink_of, level_at, lightness_of_paper, reduced

# All bounds are well beyond where fixtures begin to be misread: a false warning teaches people to ignore it.
# Readers reduce pictures to about this size, and blur that is gone by then does no harm.
READ_SIDE = 2000
LEAST_SIDE = 700
# The 90th percentile of brightness is the paper itself; at 67 a page was still read as well as by daylight.
DARKEST_PAPER = 50
# Steepest change from one pixel to the next at the edges of letters, as share of the contrast of ink and paper.
LEAST_STEEPNESS = 0.10
# Pixels of ink below which nothing is told of its sharpness.
LEAST_INK = 500
# Where light and dark are so many gray levels apart, the steepest change as share of that is 0.2 and more in focus,
# with print or without; where print is blurred away it was 0.05.
LEAST_CONTRAST, LEAST_EDGE = 60, 0.08
# A reflection is as bright as the picture gets, and brighter than the paper around it by so many gray levels.
BRIGHTEST, LEAST_BRIGHTER = 248, 22
# It covers at least this share of the page.
LEAST_GLARE, GLARE_SIDE = 0.0015, 640
# Print within so many pixels of its rim: least share that is ink there, and most of that share within the reflection.
RIM, LEAST_AROUND, MOST_WITHIN = 21, 0.02, 0.3
# Within its rim the paper is darker by so many gray levels: light from one side falls off by 2, reflections by 20.
LEAST_FALL = 10

Place = tuple[float, float, float, float]


def faults_of(pixels: Pixels) -> tuple[Problem, ...]:
    """Too few pixels, too little light, no sharp edge, a reflection: each with what to do, boxes in these pixels."""
    problems: list[Problem] = []
    height, width = pixels.shape[:2]
    if max(height, width) < LEAST_SIDE:
        text = f"the picture is very small ({width} x {height}); photograph the page from nearer, or send the original"
        problems.append(Problem(kind="too_small", text=text))
    gray = reduced(gray_of(pixels), min(1.0, READ_SIDE / max(height, width)))
    if lightness_of_paper(gray) < DARKEST_PAPER:
        text = "the picture is very dark; photograph the page again by daylight or under a lamp"
        problems.append(Problem(kind="dark", text=text))
    steepness = steepness_of(gray)
    if without_edges(gray) if steepness is None else steepness < LEAST_STEEPNESS:
        text = "the picture is blurred; hold still, tap the page to focus, and photograph it again"
        problems.append(Problem(kind="blurred", text=text))
    for place in glare_in(gray):
        text = "a reflection hides print here; turn the page away from the lamp, and photograph it again"
        scale = max(height, width) / max(gray.shape)
        problems.append(Problem(kind="glare", text=text, box=_rounded(place, scale)))
    return tuple(problems)


def steepness_of(gray: Pixels) -> float | None:
    """How steep the edges of print are, 0 to 1; None where there is no print."""
    inked = numpy.flatnonzero(ink_of(gray, 25) > 0)
    if len(inked) < LEAST_INK:
        return None
    levels = gray.ravel()
    ink = counted_among(levels[inked])
    contrast = level_at(counted(gray) - ink, 50) - level_at(ink, 10)
    # The first pixel of a row has none to its left.
    inner = inked[inked % gray.shape[1] > 0]
    steps = cv2.absdiff(levels[inner], levels[inner - 1]).ravel()
    return level_at(counted_among(steps), 95) / max(contrast, 1.0)


def without_edges(gray: Pixels) -> bool:
    """True where nothing in a picture of light and dark has an edge: print may be there, blurred away."""
    levels = counted(gray)
    contrast = level_at(levels, 95) - level_at(levels, 5)
    return contrast >= LEAST_CONTRAST and float(cv2.absdiff(gray[:, 1:], gray[:, :-1]).max()) < LEAST_EDGE * contrast


def glare_in(gray: Pixels) -> list[Place]:
    """Places of the page that are brighter than paper can be and at whose rim print breaks off, largest first."""
    scale = min(1.0, GLARE_SIDE / max(gray.shape))
    small = reduced(gray, scale)
    levels = counted(small)
    lighter = numpy.where(numpy.arange(len(levels)) >= level_at(levels, 40), levels, 0)
    paper = level_at(lighter, 50)
    if paper > BRIGHTEST - LEAST_BRIGHTER:
        return []
    bright = ((small >= BRIGHTEST) * 255).astype(numpy.uint8)
    large = cv2.morphologyEx(bright, cv2.MORPH_OPEN, numpy.ones((5, 5), numpy.uint8))
    if not cv2.countNonZero(large):
        return []
    whole = cv2.morphologyEx(large, cv2.MORPH_CLOSE, numpy.ones((RIM, RIM), numpy.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(whole)
    large_enough = [label for label in range(1, count) if stats[label, cv2.CC_STAT_AREA] >= LEAST_GLARE * small.size]
    if not large_enough:
        return []
    ink = ink_of(small, 9) > 0
    places: list[tuple[int, Place]] = []
    for label in large_enough:
        left, top, wide, high, area = (int(number) for number in stats[label])
        spot = labels == label
        if _stands_out(spot, small) and _print_ends_at(spot, ink):
            box = left / scale, top / scale, (left + wide) / scale, (top + high) / scale
            places.append((area, box))
    return [place for _, place in sorted(places, reverse=True)]


def _stands_out(spot: NDArray[numpy.bool_], gray: Pixels) -> bool:
    """True where the paper around the spot is darker: a sheet that light falls on from one side has no such rim."""
    far = _around(spot, RIM + RIM) & ~_around(spot, RIM)
    return bool(far.any()) and float(numpy.median(gray[far])) <= BRIGHTEST - LEAST_FALL


def _around(spot: NDArray[numpy.bool_], size: int) -> NDArray[numpy.bool_]:
    """The spot and half of `size` pixels around it."""
    return cv2.dilate(spot.astype(numpy.uint8), numpy.ones((size, size), numpy.uint8)).astype(bool)


def _print_ends_at(spot: NDArray[numpy.bool_], ink: NDArray[numpy.bool_]) -> bool:
    """True where print on both sides of the spot breaks off in it: paper in bright light keeps its print, and margins
    have none on their outer side.
    """
    rim = _around(spot, RIM) & ~spot
    around, within = float(ink[rim].mean()), float(ink[spot].mean())
    if around < LEAST_AROUND or within >= MOST_WITHIN * around:
        return False
    columns = numpy.flatnonzero(spot.any(axis=0))
    rows = numpy.flatnonzero(spot.any(axis=1))
    beside = rim[rows[0] : rows[-1] + 1]
    printed = ink[rows[0] : rows[-1] + 1]
    middle = (columns[0] + columns[-1]) // 2
    sides = [(beside[:, :middle], printed[:, :middle]), (beside[:, middle:], printed[:, middle:])]
    return all(part.any() and float(print_[part].mean()) >= LEAST_AROUND for part, print_ in sides)


def _rounded(place: Place, scale: float) -> Place:
    left, top, right, bottom = (round(number * scale, 1) for number in place)
    return left, top, right, bottom
