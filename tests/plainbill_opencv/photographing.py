"""Draws a page of rows and photographs it: made-up print on white paper, seen from the side on a table."""

import cv2
import numpy
from numpy.typing import NDArray

from plainbill.plugins.records import Picture

Pixels = NDArray[numpy.uint8]
PAGE = (850, 1100)


def page_of_rows() -> Pixels:
    """A letter page at 100 dpi with rows of print."""
    pixels = numpy.full((PAGE[1], PAGE[0], 3), 245, numpy.uint8)
    for row in range(26):
        text = f"02/{row + 1:02}/2025 99213 Office visit established {row * 7 + 11}.00"
        cv2.putText(pixels, text, (70, 110 + row * 34), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (20, 20, 20), 2)
    return pixels


def on_a_table(page: Pixels, corners: list[tuple[int, int]], size: tuple[int, int], table: int = 90) -> Picture:
    """The page with its corners at these points of a photo of `size`, on an even table of that gray."""
    height, width = page.shape[:2]
    frame = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], numpy.float32)
    matrix = cv2.getPerspectiveTransform(frame, numpy.array(corners, numpy.float32))
    photo = numpy.full((size[1], size[0], 3), table, numpy.uint8)
    cv2.warpPerspective(page, matrix, size, dst=photo, borderMode=cv2.BORDER_TRANSPARENT, flags=cv2.INTER_AREA)
    return picture(photo)


def picture(pixels: Pixels) -> Picture:
    """The pixels as a read-only picture."""
    kept = numpy.ascontiguousarray(pixels, dtype=numpy.uint8)
    kept.setflags(write=False)
    return Picture(pixels=kept)


def to_source(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    """The point of the cleaned picture in the picture that went in."""
    a, b, c = numpy.array(matrix).reshape(3, 3) @ (x, y, 1.0)
    return float(a / c), float(b / c)
