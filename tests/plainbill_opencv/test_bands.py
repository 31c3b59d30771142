"""A dark band at the edge of a paper belongs to it, though it is as dark as the table."""

import cv2
import numpy
import pytest

from plainbill.plugins.records import Picture
from plainbill_opencv.bands import with_bands
from plainbill_opencv.outline import paper_corners
from tests.plainbill_opencv.photographing import PAGE, Pixels, on_a_table, page_of_rows

CORNERS = [(180, 160), (1290, 200), (1340, 1690), (140, 1630)]
PHOTO = (1500, 1900)
HIGH = 90
DARK = (70, 40, 110)


def with_band(*, top: bool, text: str = "Members: 1-877-555-0161   Providers: 1-877-555-0162") -> Pixels:
    page = page_of_rows()
    start = 0 if top else PAGE[1] - HIGH
    page[start : start + HIGH] = DARK
    cv2.putText(page, text, (60, start + 52), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (250, 250, 250), 2)
    return page


def distance_of_corners(photo: Picture) -> float:
    corners = paper_corners(photo.pixels)
    assert corners is not None
    return float(numpy.abs(corners - numpy.array(CORNERS)).max())


@pytest.mark.parametrize("top", [True, False])
def test_a_band_with_print_is_part_of_the_paper(top: bool) -> None:
    assert distance_of_corners(on_a_table(with_band(top=top), CORNERS, PHOTO)) < 25


def test_a_strip_without_print_may_be_a_shadow_and_is_left_out() -> None:
    assert distance_of_corners(on_a_table(with_band(top=False, text=""), CORNERS, PHOTO)) > 80


def test_print_on_the_table_beside_a_paper_is_no_band() -> None:
    photo = on_a_table(page_of_rows(), CORNERS, PHOTO)
    pixels = photo.pixels.copy()
    cv2.putText(pixels, "PLACE MAT  PLACE MAT  PLACE MAT", (200, 110), cv2.FONT_HERSHEY_SIMPLEX, 2.0, (160,) * 3, 3)
    assert distance_of_corners(Picture(pixels=pixels)) < 25


def test_a_dark_book_wider_than_the_paper_is_no_band() -> None:
    photo = on_a_table(page_of_rows(), CORNERS, PHOTO)
    pixels = photo.pixels.copy()
    pixels[:150] = DARK
    cv2.putText(pixels, "A book about something", (200, 100), cv2.FONT_HERSHEY_SIMPLEX, 2.0, (250,) * 3, 3)
    assert distance_of_corners(Picture(pixels=pixels)) < 25


def test_a_band_that_ends_near_the_edge_of_the_picture_is_part_of_the_paper() -> None:
    corners = [(46, 160), (1454, 180), (1456, 1690), (44, 1660)]
    photo = on_a_table(with_band(top=True), corners, PHOTO)
    found = paper_corners(photo.pixels)
    assert found is not None
    assert float(numpy.abs(found - numpy.array(corners)).max()) < 25


def test_a_wide_bar_at_the_side_is_part_of_the_paper_also_in_a_hue_near_that_of_the_table() -> None:
    small = numpy.full((600, 500, 3), 90, numpy.uint8)
    small[60:540, 40:460] = 245
    small[60:540, 40:170] = (75, 100, 75)
    for row in range(90, 530, 30):
        cv2.putText(small, "Account 4471", (50, row), cv2.FONT_HERSHEY_SIMPLEX, 0.4, (250, 250, 250), 1)
    white = numpy.array([(170, 60), (460, 60), (460, 540), (170, 540)], numpy.float32)
    assert abs(float(with_bands(white, lab_of(small))[:, 0].min()) - 40) < 5


def lab_of(small: Pixels) -> Pixels:
    return numpy.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), dtype=numpy.uint8)


def with_a_panel(small: Pixels, left: float, right: float) -> None:
    small[60:540, round(left) : round(right)] = (40, 36, 70)
    for row in range(90, 530, 30):
        place = (round(left) + 10, row)
        cv2.putText(small, "Account 4471", place, cv2.FONT_HERSHEY_SIMPLEX, 0.4, (250, 250, 250), 1)


def test_a_panel_of_two_fifths_of_the_paper_is_part_of_it() -> None:
    small = numpy.full((600, 500, 3), 150, numpy.uint8)
    small[60:540, 30:290] = 245
    with_a_panel(small, 290, 465)
    white = numpy.array([(30, 60), (290, 60), (290, 540), (30, 540)], numpy.float32)
    assert abs(float(with_bands(white, lab_of(small))[:, 0].max()) - 465) < 6


def test_a_panel_within_the_corners_of_bent_paper_is_part_of_it_also_near_the_edge_of_the_picture() -> None:
    small = numpy.full((580, 500, 3), 150, numpy.uint8)
    small[40:560, 30:290] = 245
    with_a_panel(small, 290, 440)
    white = numpy.array([(30, 40), (290, 40), (290, 560), (30, 560)], numpy.float32)
    assert abs(float(with_bands(white, lab_of(small))[:, 0].max()) - 440) < 6
