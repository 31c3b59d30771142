"""Which way rows of print run, told from how letters join into words and how sharply ink gathers in rows."""

import cv2
import numpy

from plainbill_opencv.ink import Pixels, gray_of, ink_of, reduced

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


def ink_for_rows(pixels: Pixels) -> Pixels | None:
    """The print of the picture, small; None where there is too little to tell rows by."""
    small = reduced(pixels, min(1.0, SEARCH_SIDE / max(pixels.shape[:2])))
    ink = ink_of(gray_of(small), 15)
    return ink if float((ink > 0).mean()) >= LEAST_INK else None


def lies_on_its_side(ink: Pixels) -> bool:
    """True where letters stand closer together from top to bottom than from left to right."""
    pieces, _ = cv2.connectedComponents(ink)
    if pieces < FEW_PIECES:
        return False
    level, standing = _pieces_joined(ink, across=GAP, down=1), _pieces_joined(ink, across=1, down=GAP)
    return level > SIDEWAYS_GAIN * standing


def _pieces_joined(ink: Pixels, *, across: int, down: int) -> int:
    """How many pieces of ink are left when gaps of that many pixels are closed."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((down, across), numpy.uint8))
    return int(cv2.connectedComponents(joined)[0])


def skew_of(ink: Pixels) -> float:
    """Degrees by which the rows fall to the right, positive clockwise; 0 where they are level or cannot be told."""
    level = _sharpness(ink)
    coarse = max(numpy.arange(-MOST_SKEW, MOST_SKEW + 0.1, 1.0), key=lambda angle: _sharpness(_turned(ink, angle)))
    fine = max(numpy.arange(coarse - 0.8, coarse + 0.81, 0.2), key=lambda angle: _sharpness(_turned(ink, angle)))
    if abs(fine) < LEAST_SKEW or abs(fine) > MOST_SKEW - 0.5 or _sharpness(_turned(ink, fine)) < SKEW_GAIN * level:
        return 0.0
    return float(fine)


def _sharpness(ink: Pixels) -> float:
    """How much ink changes from one row to the next: most where lines of print lie level."""
    rows = ink.mean(axis=1, dtype=numpy.float64)
    return float(numpy.square(numpy.diff(rows)).sum() / max(float(rows.mean()), 1e-6))


def _turned(ink: Pixels, angle: float) -> Pixels:
    """The ink turned back by `angle` degrees; a shear does, and is quick."""
    if not angle:
        return ink
    height, width = ink.shape
    slant = numpy.tan(numpy.radians(angle))
    shear = numpy.array([[1.0, 0.0, 0.0], [-slant, 1.0, slant * width / 2]])
    return numpy.asarray(cv2.warpAffine(ink, shear, (width, height), flags=cv2.INTER_NEAREST), dtype=numpy.uint8)
