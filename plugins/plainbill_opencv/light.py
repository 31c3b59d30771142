"""Paper in very low light made as light as paper, so that the reader's networks see its print at all."""

import cv2
import numpy

from plainbill_opencv.ink import Pixels, gray_of

# The 90th percentile of brightness below which a page is lightened. Of 18 hard photos between 40 and 90, lightened ones
# had 2,395 of 2,733 printed words exactly, as they come 2,185; above it as many are lost as are found, since grain
# grows with the print.
DARK = 90
# Gray level that paper is brought to, by no more than so many times.
PAPER, MOST_TIMES = 225.0, 12.0
# The paper's light is worked out so many times smaller, over this share of its longest side: wider than print.
SMALLER, REACH = 8, 0.03


def is_dark(pixels: Pixels) -> bool:
    """True where even the lightest part of a page, its paper, is very dark."""
    return float(numpy.percentile(gray_of(numpy.ascontiguousarray(pixels[::8, ::8])), 90)) < DARK


def lightened(pixels: Pixels) -> Pixels:
    """The page with its paper evenly light."""
    height, width = pixels.shape[:2]
    gray = gray_of(pixels)
    small = cv2.resize(gray, (max(width // SMALLER, 1), max(height // SMALLER, 1)), interpolation=cv2.INTER_AREA)
    reach = max(int(REACH * max(small.shape)) | 1, 3)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((reach, reach), numpy.uint8))
    light = cv2.resize(cv2.GaussianBlur(paper, (reach, reach), 0), (width, height)).astype(numpy.float32)
    times = (PAPER / numpy.maximum(light, 1.0)).clip(1.0, MOST_TIMES)
    return numpy.asarray((pixels * times[:, :, None]).clip(0, 255), dtype=numpy.uint8)
