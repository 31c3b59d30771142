"""Whether a picture was drawn by a machine, as what a screen shows: around its print the color is exactly even."""

import cv2
import numpy

from plainbill_opencv.ink import Pixels
from plainbill_opencv.sheet import Corners

# Share of the pixels outside an outline that are exactly like the one to their left; a camera sees grain on any table.
LEAST_ALIKE = 0.92
# The lid of a scanner may be black all over.
DARKEST = 24
# Pixels next to the outline that belong to its rule or shadow, and every how many rows are looked at.
RIM, STEP = 15, 3


def is_drawn(pixels: Pixels, corners: Corners) -> bool:
    """Return True where what lies outside the corners has no grain at all."""
    inside = numpy.zeros(pixels.shape[:2], numpy.uint8)
    cv2.fillConvexPoly(inside, corners.round().astype(numpy.int32), 255)
    outside = cv2.dilate(inside, numpy.ones((RIM, RIM), numpy.uint8))[::STEP, 1:] == 0
    rows = pixels[::STEP]
    alike = (rows[:, 1:] == rows[:, :-1]).all(axis=2) & (rows[:, 1:].max(axis=2) > DARKEST)
    return bool(outside.any()) and float(alike[outside].mean()) >= LEAST_ALIKE
