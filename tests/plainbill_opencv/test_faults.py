"""Faults of a photo are told before reading, and only where they are plain."""

import cv2
import numpy

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


def test_a_page_in_the_dark_is_dark() -> None:
    assert kinds((page_of_rows() // 6).astype(numpy.uint8)) == ["dark"]


def test_a_page_under_a_dim_lamp_is_not_dark() -> None:
    assert kinds((page_of_rows() // 2).astype(numpy.uint8)) == []


def test_a_preview_is_too_small() -> None:
    small = cv2.resize(page_of_rows(), (400, 518), interpolation=cv2.INTER_AREA)
    assert "too_small" in kinds(numpy.asarray(small, dtype=numpy.uint8))
