"""Faults of a photo are told before reading, and only where they are plain."""

import cv2
import numpy
import pytest

from plainbill_opencv.faults import faults_of
from plainbill_opencv.ink import Pixels
from tests.plainbill_opencv.photographing import page_of_rows


def kinds(pixels: Pixels) -> list[str]:
    return [problem.kind for problem in faults_of(pixels)]


def blurred(by: float) -> Pixels:
    return numpy.asarray(cv2.GaussianBlur(page_of_rows(), (0, 0), by), dtype=numpy.uint8)


def test_a_good_page_has_no_fault() -> None:
    assert kinds(page_of_rows()) == []


def test_a_blank_page_has_no_fault() -> None:
    assert kinds(numpy.full((1100, 850, 3), 250, numpy.uint8)) == []


def test_a_little_softness_is_no_fault() -> None:
    assert kinds(blurred(1.2)) == []


def test_a_page_whose_letters_run_into_each_other_is_blurred() -> None:
    assert kinds(blurred(5.0)) == ["blurred"]


def test_a_page_whose_print_is_blurred_away_is_blurred() -> None:
    assert kinds(on_a_table(page_of_rows(), blur=16.0)) == ["blurred"]


def test_a_blank_page_on_a_table_has_no_fault_in_focus() -> None:
    assert kinds(on_a_table(numpy.full((1100, 850, 3), 250, numpy.uint8), blur=1.2)) == []


def on_a_table(page: Pixels, *, blur: float) -> Pixels:
    """A page as it lies on a dark table, all of it out of focus by `blur` pixels."""
    photo = numpy.full((1500, 1200, 3), 70, numpy.uint8)
    photo[200:1300, 175:1025] = page
    return numpy.asarray(cv2.GaussianBlur(photo, (0, 0), blur), dtype=numpy.uint8)


def test_a_page_moved_from_left_to_right_is_blurred() -> None:
    assert kinds(numpy.asarray(cv2.blur(page_of_rows(), (17, 1)), dtype=numpy.uint8)) == ["blurred"]


def by_lamplight(page: Pixels) -> Pixels:
    return (page * 0.8).astype(numpy.uint8)


def test_a_reflection_over_print_is_glare_with_its_place() -> None:
    page = by_lamplight(page_of_rows())
    cv2.ellipse(page, (400, 500), (110, 70), 0, 0, 360, (255, 255, 255), -1)
    (fault,) = faults_of(page)
    assert fault.kind == "glare" and fault.box is not None
    assert fault.box == pytest.approx((290, 430, 510, 570), abs=12)


def test_a_white_label_with_print_on_it_is_no_glare() -> None:
    page = by_lamplight(page_of_rows())
    page[400:600, 60:500] = numpy.where(page[400:600, 60:500] > 150, 255, page[400:600, 60:500])
    assert kinds(page) == []


def test_a_bright_spot_beside_the_print_is_no_glare() -> None:
    page = by_lamplight(page_of_rows())
    cv2.circle(page, (425, 1060), 30, (255, 255, 255), -1)
    assert kinds(page) == []


def test_a_page_in_the_dark_is_dark() -> None:
    assert kinds((page_of_rows() // 6).astype(numpy.uint8)) == ["dark"]


def test_a_page_under_a_dim_lamp_is_not_dark() -> None:
    assert kinds((page_of_rows() // 2).astype(numpy.uint8)) == []


def test_a_preview_is_too_small() -> None:
    small = cv2.resize(page_of_rows(), (400, 518), interpolation=cv2.INTER_AREA)
    assert "too_small" in kinds(numpy.asarray(small, dtype=numpy.uint8))


def test_a_margin_in_bright_light_beside_print_is_no_glare() -> None:
    page = by_lamplight(page_of_rows())
    inked = numpy.flatnonzero((page.min(axis=2) < 100).any(axis=0))
    page[150:900, : int(inked[0]) - 2] = 255
    assert kinds(page) == []


def test_a_page_that_light_falls_on_from_one_side_has_no_glare() -> None:
    page = page_of_rows()
    height, width = page.shape[:2]
    down, along = numpy.mgrid[0:height, 0:width]
    light = 1.05 - 0.3 * (down / height + along / width) / 2
    assert kinds(numpy.asarray(numpy.minimum(page * light[:, :, None], 255), dtype=numpy.uint8)) == []
