"""Which way rows of print run, told from how letters join into words and how sharply ink gathers in rows."""

import math

import cv2
import numpy

from plainbill_opencv.ink import Pixels, ink_of, reduced

# Longest side of the picture in which rows are looked for: 10-point print is some 12 pixels high.
SEARCH_SIDE = 1000
# Degrees to each side that a page is turned back; more is a page on its side, or no page.
MOST_SKEW = 16.0
# Below this many degrees a row of letter paper drifts by less than a third of a line.
LEAST_SKEW = 0.15
# Pixels between letters of a word at that size; lines of print lie further apart.
GAP = 5
# How many times more pieces must be left when they are joined across than when they are joined down before a page is
# turned (upright fixtures: 0.1 to 0.5), and pieces below which nothing is told.
SIDEWAYS_GAIN, FEW_PIECES = 1.6, 60
# How much sharper rows must be when they are set level.
SKEW_GAIN = 1.03
# Share of the picture that must be ink for rows to be told.
LEAST_INK = 0.003


def ink_for_rows(gray: Pixels) -> Pixels | None:
    """The print of the picture, small; None where there is too little to tell rows by."""
    ink = ink_of(reduced(gray, min(1.0, SEARCH_SIDE / max(gray.shape))), 15)
    return ink if float((ink > 0).mean()) >= LEAST_INK else None


def lies_on_its_side(ink: Pixels) -> bool:
    """True where letters stand closer together from top to bottom than from left to right."""
    level, standing = _pieces_joined(ink, across=GAP, down=1), _pieces_joined(ink, across=1, down=GAP)
    # Whether there are enough pieces is asked of the few pages that seem to lie on their side.
    return level > SIDEWAYS_GAIN * standing and int(cv2.connectedComponents(ink)[0]) >= FEW_PIECES


def _pieces_joined(ink: Pixels, *, across: int, down: int) -> int:
    """How many pieces of ink are left when gaps of that many pixels are closed."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((down, across), numpy.uint8))
    return int(cv2.connectedComponents(joined)[0])


def skew_of(ink: Pixels) -> float:
    """Degrees by which the rows fall to the right, positive clockwise; 0 where they are level or cannot be told."""
    rows = _Rows(ink)
    level = rows.sharpness(0.0)
    coarse = max(numpy.arange(-MOST_SKEW, MOST_SKEW + 0.1, 1.0), key=rows.sharpness)
    fine = max(numpy.arange(coarse - 0.8, coarse + 0.81, 0.2), key=rows.sharpness)
    if abs(fine) < LEAST_SKEW or abs(fine) > MOST_SKEW - 0.5 or rows.sharpness(fine) < SKEW_GAIN * level:
        return 0.0
    return float(fine)


class _Rows:
    """How ink gathers in the rows of a page that is turned back.

    A shear does, of which it is enough to know where in each column a stroke begins and ends.
    """

    def __init__(self, ink: Pixels) -> None:
        self._height, self._width = ink.shape
        inked = numpy.zeros((self._width, self._height + 2), numpy.bool_)
        inked[:, 1:-1] = ink.T > 0
        # In each column beginnings and ends take turns, and there are as many of both.
        columns, down = numpy.nonzero(inked[:, 1:] != inked[:, :-1])
        self._begins, self._ends = down[::2], down[1::2]
        self._in_column = numpy.bincount(columns[::2], minlength=self._width)

    def sharpness(self, angle: float) -> float:
        """How much ink changes from one row to the next: most where lines of print lie level."""
        slant = math.tan(math.radians(angle))
        shift = numpy.floor(slant * (numpy.arange(self._width) - self._width / 2) + 0.5).astype(numpy.intp)
        most = int(numpy.abs(shift).max(initial=0))
        turned = numpy.repeat(shift - most, self._in_column)
        high = self._height + 2 * most + 1
        more, fewer = (numpy.bincount(places - turned, minlength=high) for places in (self._begins, self._ends))
        counts = numpy.cumsum(more - fewer)[most : most + self._height]
        rows = counts * (255 / self._width)
        return float(numpy.square(numpy.diff(rows)).sum() / max(float(rows.mean()), 1e-6))
