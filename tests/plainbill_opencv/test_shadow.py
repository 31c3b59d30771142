"""Sheets of which a part lies in the shadow of whoever photographs them: what is printed there is kept."""

import cv2
import numpy
import pytest
from numpy.typing import NDArray

from plainbill.plugins.records import Picture
from plainbill_opencv.outline import paper_corners
from tests.plainbill_opencv.photographing import Pixels, on_a_table, page_of_rows, picture

SIZE = (1150, 1400)
LAID = [(150, 110), (1010, 140), (1000, 1270), (120, 1240)]


def sheet() -> Pixels:
    """A page whose last column stands by itself at the right."""
    pixels = page_of_rows()
    for row in range(26):
        cv2.putText(pixels, f"{row}.10", (740, 110 + row * 34), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (20, 20, 20), 2)
    return pixels


def in_shadow(photo: Picture, edge: int) -> Picture:
    """The photo, from `edge` pixels on to the right, with half of its light."""
    across = numpy.arange(photo.pixels.shape[1])
    light = 1.0 - 0.5 / (1 + numpy.exp(-(across - edge) / 6))
    return picture((photo.pixels * light[None, :, None]).astype(numpy.uint8))


def furthest_from(corners: NDArray[numpy.float32] | None) -> float:
    assert corners is not None
    return float(numpy.abs(corners - numpy.array(LAID, numpy.float32)).max())


@pytest.mark.parametrize("edge", [880, 900, 940])
def test_print_in_the_shadow_of_a_hand_is_kept(edge: int) -> None:
    photo = in_shadow(on_a_table(sheet(), LAID, SIZE, table=55), edge)

    assert furthest_from(paper_corners(photo.pixels)) < 30


def test_a_blotter_below_the_paper_is_no_shadow_of_it() -> None:
    pixels = on_a_table(sheet(), LAID, SIZE, table=55).pixels.copy()
    under = on_a_table(
        numpy.full((1100, 850, 3), 130, numpy.uint8), [(60, 40), (1110, 40), (1110, 1360), (60, 1360)], SIZE, 55
    )
    photo = numpy.where(pixels > 60, pixels, under.pixels).astype(numpy.uint8)

    assert furthest_from(paper_corners(photo)) < 30
