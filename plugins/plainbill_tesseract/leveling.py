"""A picture as Tesseract likes it: gray, evenly lit, print of middling size."""

from typing import TYPE_CHECKING

from plainbill.plugins.records import Picture

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# Longest side below which a letter page has less than 170 dpi: its print is enlarged.
SMALL_SIDE = 1900
# Beyond this Tesseract takes longer and reads no more.
LARGEST_SIDE = 4000
# Share of the picture's longest side over which the light of the paper is averaged: wider than any line of print.
LIGHT_REACH = 0.03


def leveled(picture: Picture) -> "tuple[NDArray[numpy.uint8], float]":
    """The picture in gray with the paper white everywhere, and how much larger it is than the one that went in."""
    import cv2
    import numpy

    side = max(picture.width, picture.height)
    scale = 2.0 if side < SMALL_SIDE else min(1.0, LARGEST_SIDE / side)
    gray = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY)
    if scale != 1:
        way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
        gray = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=way)
    # The paper's light: print is closed over in a small picture, which is blurred and drawn large again.
    small = cv2.resize(gray, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    reach = max(int(LIGHT_REACH * max(small.shape)) | 1, 3)
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((reach, reach), numpy.uint8))
    light = cv2.resize(cv2.GaussianBlur(light, (reach, reach), 0), gray.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return numpy.asarray(cv2.divide(gray, light, scale=255), dtype=numpy.uint8), scale
