"""Print that the edge of the picture cuts off is told with its side, and only that."""

import numpy
import pytest

from plainbill_opencv import register_cleaners
from plainbill_opencv.cut import cut_sides
from plainbill_opencv.ink import Pixels
from tests.plainbill_opencv.photographing import on_a_table, page_of_rows, picture


def test_a_whole_page_is_not_cut() -> None:
    assert cut_sides(page_of_rows()) == []


@pytest.mark.parametrize(
    ("side", "part"),
    [
        ("left", numpy.s_[:, 150:]),
        ("right", numpy.s_[:, :400]),
        ("top", numpy.s_[228:, :]),
        ("bottom", numpy.s_[:660, :]),
    ],
)
def test_half_a_page_is_cut_at_its_side(side: str, part: tuple[slice, slice]) -> None:
    assert cut_sides(numpy.ascontiguousarray(page_of_rows()[part])) == [side]


def test_a_patterned_table_that_reaches_the_edge_is_not_cut() -> None:
    photo = on_a_table(page_of_rows(), [(180, 160), (1290, 200), (1340, 1690), (140, 1630)], (1500, 1900), table=90)
    striped: Pixels = photo.pixels.copy()
    striped[100::40, :130] = 20
    striped[101::40, :130] = 20
    assert cut_sides(striped) == []


def test_the_cut_is_told_with_its_place_in_the_cleaned_picture() -> None:
    (cleaner,) = register_cleaners()
    cleaned = cleaner.clean(picture(page_of_rows()[:, :400]))
    assert cleaned is not None
    (fault,) = cleaned.problems
    assert fault.kind == "cut_edge" and fault.box is not None
    assert fault.box == pytest.approx((400 - 44, 0, 400, 1100), abs=2)
