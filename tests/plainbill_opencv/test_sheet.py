"""The search for a sheet leaves out what cannot be the best outline, and finds the same one."""

from collections.abc import Callable

import cv2
import numpy
import pytest

from plainbill_opencv import sheet
from plainbill_opencv.sheet import Corners, Outline, sheet_corners
from tests.plainbill_opencv.photographing import PAGE, Pixels, on_a_table, page_of_rows

SIZE = (480, 640)
CORNERS = [(60, 50), (410, 66), (428, 560), (44, 540)]


def photo_of(page: Pixels) -> Pixels:
    """A small photo of the page on a striped table."""
    laid = on_a_table(page, CORNERS, SIZE, table=0).pixels
    rows, columns = numpy.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    striped = ((rows + columns // 3) // 14 % 2).astype(bool)[:, :, None]
    cloth = numpy.where(striped, (205, 90, 170), (60, 130, 190))
    return numpy.where(laid.max(axis=2, keepdims=True) > 0, laid, cloth).astype(numpy.uint8)


def judged(photo: Pixels, monkeypatch: pytest.MonkeyPatch) -> tuple[Corners | None, int]:
    """The corners found, and how many outlines were judged to the end."""
    lost, outlines = sheet._Judge._lost, 0

    def counted(self: sheet._Judge, mask: Pixels, like: numpy.typing.NDArray[numpy.bool_]) -> float:
        nonlocal outlines
        outlines += 1
        return lost(self, mask, like)

    with monkeypatch.context() as patch:
        patch.setattr(sheet._Judge, "_lost", counted)
        return sheet_corners(photo), outlines


def test_outlines_that_cannot_win_are_not_judged_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = photo_of(page_of_rows())
    found, few = judged(photo, monkeypatch)
    worth: Callable[..., float] = sheet._Judge.worth

    def worth_of_any(self: sheet._Judge, outline: Outline, *, least: float) -> float:
        return worth(self, outline, least=-numpy.inf)

    monkeypatch.setattr(sheet._Judge, "worth", worth_of_any)
    best_of_all, all_ = judged(photo, monkeypatch)
    assert found is not None
    assert best_of_all is not None
    assert numpy.array_equal(found, best_of_all)
    assert cv2.contourArea(found) == pytest.approx(cv2.contourArea(numpy.array(CORNERS, numpy.float32)), rel=0.06)
    assert few < 0.8 * all_


def test_where_nothing_is_printed_no_sheet_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(_: object) -> None:
        raise AssertionError("sides were looked for")

    monkeypatch.setattr(sheet, "sides_of", look)
    assert sheet_corners(photo_of(numpy.full((PAGE[1], PAGE[0], 3), 245, numpy.uint8))) is None
