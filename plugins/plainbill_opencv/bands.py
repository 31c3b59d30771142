"""Dark bands as wide as the paper at its edge, which look like the table: what they print belongs to the page."""

import math

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Colors, Pixels, furthest
from plainbill_opencv.sheet import Corners

# The paper as it is drawn flat, in pixels, with as much beside it as is looked at.
LONG, BESIDE, BEYOND = 300, 24, 210
# A band of bent paper may begin so many pixels within the corners.
INSET = 16
# Pixels next to an edge that may show both sides of it, and pixels of one side that are compared.
EDGE, STRIP = 4, 6
# Least height of a band; print in it stands out by so many levels of light and fills a share between these.
LEAST_HIGH, STANDS_OUT, LEAST_PRINT, MOST_PRINT = 9, 30.0, 0.004, 0.3
# A row is of the band where its color (L, a, b) is that near; what lies beside and beyond it is further from that.
ALIKE, OTHER = 14.0, 16.0
# Least share of what lies beside a band that the picture shows.
SEEN = 0.15
# Share of a row of the band that has its color, though letters stand close on it.
BETWEEN_LETTERS = 0.25
# Share of a column that has it where the band begins.
MOST_OF_A_COLUMN = 0.5
# Share of a band that has its color: the rest is print. On a table of a pattern fewer have one.
EVEN = 0.7


def with_bands(corners: Corners, lab: Pixels) -> Corners:
    """The corners of the paper, those of a side moved outward where a band with print ends as wide as the paper is.

    `lab` has the picture's colors as L, a, b.
    """
    colors = lab.astype(numpy.float32)
    for side in range(4):
        turned = numpy.roll(corners, -side, axis=0)
        moved = _beyond_first_side(turned, colors)
        corners = numpy.roll(moved, side, axis=0)
    return corners


def _beyond_first_side(corners: Corners, lab: Colors) -> Corners:
    """The corners with the side from the first to the second moved to the end of a band beyond it."""
    flat = _flat_frame()
    back = cv2.getPerspectiveTransform(flat, corners.astype(numpy.float32))
    # What lies beyond the side, drawn down to the first row of the paper.
    size = (LONG + 2 * BESIDE, BEYOND + 1)
    view = cv2.warpPerspective(
        lab,
        back,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_NONE,
    )
    high = _height_of_band(numpy.asarray(view[::-1], dtype=numpy.float32))
    if not high:
        return corners
    ends = flat[:2] - numpy.array([0, high], dtype=numpy.float32)
    moved = corners.copy()
    moved[:2] = cv2.perspectiveTransform(ends[None], back)[0]
    return moved


def _flat_frame() -> Corners:
    left, right, top, bottom = BESIDE, BESIDE + LONG, BEYOND, BEYOND + LONG
    return numpy.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=numpy.float32)


# No color of a picture: what lies outside it is no table.
_NONE = (-1000.0, -1000.0, -1000.0)


def _height_of_band(rows: Colors) -> int:
    """How many rows beyond the paper are a band with print, 0 where none is; the first row is the paper's side."""
    within = rows[:, BESIDE + EDGE : -BESIDE - EDGE]
    band = numpy.median(within[EDGE : EDGE + STRIP].reshape(-1, 3), axis=0)
    alike = (furthest(within, band) < ALIKE).mean(axis=1) >= BETWEEN_LETTERS
    high = next((i for i in range(EDGE, len(rows)) if not alike[i]), len(rows))
    if high < LEAST_HIGH or high + EDGE + STRIP > len(rows):
        return 0
    long = rows[EDGE : high - EDGE // 2]
    around = (within[high + EDGE : high + EDGE + STRIP], _before(long, band), _before(long[:, ::-1], band))
    if not all(_is_other(part, band) for part in around):
        return 0
    return high if _is_printed(within[EDGE : high - EDGE // 2], band) else 0


def _before(rows: Colors, band: NDArray[numpy.float32]) -> Colors:
    """What stands right before the columns of the band, none where it begins at the edge of what is looked at."""
    alike = (furthest(rows[:, : BESIDE + INSET], band) < ALIKE).mean(axis=0) >= MOST_OF_A_COLUMN
    begins = int(alike.argmax()) if alike.any() else BESIDE
    end = max(begins - EDGE // 2, 0)
    return rows[:, max(end - BESIDE + 2 * EDGE, 0) : end]


def _is_other(part: Colors, band: NDArray[numpy.float32]) -> bool:
    """True where the picture goes on beside the band, and has another color there."""
    pixels = part.reshape(-1, 3)
    # The edge of the picture may cut through it; pixels at that edge are mixed with what is none.
    seen = pixels[pixels.min(axis=1) >= 0]
    if not len(seen) or len(seen) < SEEN * len(pixels):
        return False
    # Two hues of one lightness are as far apart as both parts of their color together.
    light, red, blue = (float(part) for part in numpy.median(seen, axis=0) - band)
    return max(abs(light), math.hypot(red, blue)) > OTHER


def _is_printed(part: Colors, band: NDArray[numpy.float32]) -> bool:
    """True where a band of one color has print on it."""
    away = furthest(part, band)
    printed = float((numpy.abs(part[:, :, 0] - band[0]) > STANDS_OUT).mean())
    return float((away < ALIKE).mean()) >= EVEN and LEAST_PRINT <= printed <= MOST_PRINT
