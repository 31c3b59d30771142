"""Pictures of a screen: nothing is cut off where print stands around what looks like a sheet."""

import cv2
import numpy

from plainbill_opencv.drawn import is_drawn
from plainbill_opencv.outline import paper_corners
from tests.plainbill_opencv.photographing import Pixels, on_a_table, page_of_rows


def screen() -> Pixels:
    """A bar over a framed paper whose table is shaded, and shaded boxes with notes below."""
    pixels = numpy.full((1180, 1280, 3), 255, numpy.uint8)
    cv2.rectangle(pixels, (0, 0), (1280, 48), (96, 58, 36), -1)
    cv2.rectangle(pixels, (26, 68), (1254, 418), (90, 90, 90), 1)
    cv2.rectangle(pixels, (43, 199), (1237, 248), (230, 218, 212), -1)
    for left in (26, 440, 854):
        cv2.rectangle(pixels, (left, 436), (left + 400, 492), (226, 242, 253), -1)
        cv2.rectangle(pixels, (left, 506), (left + 400, 577), (226, 242, 253), -1)
    rows = [96, 120, 150, 180, 215, 238, 265, 286, 307, 328, 349, 372, 395, 455, 478, 525, 548, 570, 600]
    for at, y in enumerate(rows):
        for x in range(50, 1180, 260):
            text = f"{at + 1:02}/22/25 {x * 3}.00"
            cv2.putText(pixels, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (20, 20, 20), 1, cv2.LINE_AA)
    return pixels


def test_no_print_of_a_screen_is_cut_off() -> None:
    corners = paper_corners(screen())
    assert corners is None or float(corners[:, 1].min()) < 90


def test_even_color_around_is_a_screens_and_grain_a_cameras() -> None:
    pixels = screen()
    corners = numpy.array([[26, 68], [1254, 68], [1254, 418], [26, 418]], numpy.float32)
    assert is_drawn(pixels, corners)
    grain = numpy.random.default_rng(0).integers(-3, 4, pixels.shape)
    assert not is_drawn((pixels.astype(int) + grain).clip(0, 255).astype(numpy.uint8), corners)


def test_paper_on_an_even_table_is_still_found() -> None:
    photo = on_a_table(page_of_rows(), [(160, 120), (1010, 150), (1000, 1260), (130, 1230)], (1150, 1400))
    assert paper_corners(photo.pixels) is not None
