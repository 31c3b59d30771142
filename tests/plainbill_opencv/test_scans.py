"""Scans and screens whose page has colored bands that run to its edge: nothing is cut off, nothing is bent."""

import cv2
import numpy
import pytest

from plainbill_opencv.outline import paper_corners
from tests.plainbill_opencv.photographing import Pixels, on_a_table, page_of_rows

WIDTH, HEIGHT = 1700, 2200
PANELS = {"left": (0, 520, 600), "right": (1180, WIDTH, 60)}


def page(panel: str, color: tuple[int, int, int]) -> Pixels:
    """A scan, slightly turned: a panel along one side, and beside it a short table, its head and sum in that color."""
    pixels = numpy.full((HEIGHT, WIDTH, 3), 255, numpy.uint8)
    first, last, left = PANELS[panel]
    pixels[:, first:last] = color
    pixels[560:616, left : left + 1060] = color
    pixels[860:930, left + 340 : left + 1060] = color
    for row in range(9):
        _print(pixels, f"For questions {row}", first + 50, 180 + row * 90, (255, 255, 255))
    for y, shade in ((600, 255), (670, 20), (740, 20), (810, 20), (905, 255)):
        for x in range(left + 370, left + 1000, 220):
            _print(pixels, f"{x + y}.00", x, y, (shade, shade, shade))
    for row in range(8):
        _print(
            pixels,
            "Please call our office when something looks wrong to you.",
            left + 20,
            1270 + row * 60,
            (20, 20, 20),
        )
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), 0.5, 1)
    turned = cv2.warpAffine(pixels, turn, (WIDTH, HEIGHT), borderValue=(255, 255, 255))
    grain = numpy.random.default_rng(3).normal(0, 3, turned.shape)
    return numpy.asarray((turned + grain).clip(0, 255), dtype=numpy.uint8)


def _print(pixels: Pixels, text: str, x: int, y: int, color: tuple[int, int, int]) -> None:
    cv2.putText(pixels, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, color, 2, cv2.LINE_AA)


@pytest.mark.parametrize("color", [(0, 128, 128), (110, 170, 220), (180, 30, 40), (16, 42, 92)])
@pytest.mark.parametrize("panel", PANELS)
def test_a_scan_is_left_whole_though_a_panel_runs_to_its_edge(panel: str, color: tuple[int, int, int]) -> None:
    assert paper_corners(page(panel, color)) is None


def test_a_photo_that_the_paper_nearly_fills_is_left_whole() -> None:
    corners = [(0, 0), (1150, 0), (1150, 1200), (0, 1230)]
    photo = on_a_table(page_of_rows(), corners, (1150, 1400))
    assert paper_corners(photo.pixels) is None


@pytest.mark.parametrize("table", [40, 150, 225])
def test_paper_is_found_on_a_table_of_one_color(table: int) -> None:
    photo = on_a_table(page_of_rows(), [(160, 120), (1010, 150), (1000, 1260), (130, 1230)], (1150, 1400), table)
    assert paper_corners(photo.pixels) is not None
