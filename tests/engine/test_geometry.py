"""Matrices that lead back to the picture that people see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.engine.geometry import IDENTITY, Matrix, box_in_source, followed_by
from plainbill.reading.page import Box

coordinates = st.floats(min_value=0, max_value=1000)
BOX = Box(x0=10, y0=20, x1=30, y1=25)


def shifted(dx: float, dy: float) -> Matrix:
    return (1, 0, dx, 0, 1, dy, 0, 0, 1)


@given(coordinates, coordinates)
def test_two_steps_back_are_one(dx: float, dy: float) -> None:
    both = followed_by(shifted(dx, 0), shifted(0, dy))
    assert box_in_source(BOX, both, width=9999, height=9999) == box_in_source(
        BOX, shifted(dx, dy), width=9999, height=9999
    )


def test_a_quarter_turn_swaps_the_sides() -> None:
    turned = box_in_source(BOX, (0, 1, 0, -1, 0, 100, 0, 0, 1), width=500, height=500)
    assert (turned.width, turned.height) == (BOX.height, BOX.width)
    assert turned == Box(x0=20, y0=70, x1=25, y1=90)


def test_nothing_done_leaves_a_box_where_it_was() -> None:
    assert box_in_source(BOX, IDENTITY, width=500, height=500) == BOX


def test_perspective_divides_by_the_third_coordinate() -> None:
    assert box_in_source(BOX, (1, 0, 0, 0, 1, 0, 0, 0, 2), width=500, height=500) == Box(x0=5, y0=10, x1=15, y1=12.5)


@given(st.tuples(*[st.floats(min_value=-5, max_value=5) for _ in range(9)]))
def test_a_box_never_leaves_the_picture(matrix: Matrix) -> None:
    box = box_in_source(BOX, matrix, width=50, height=40)
    assert 0 <= box.x0 <= box.x1 <= 50
    assert 0 <= box.y0 <= box.y1 <= 40


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_order_matters_where_a_step_scales(scale: float) -> None:
    scaled: Matrix = (scale, 0, 0, 0, scale, 0, 0, 0, 1)
    assert followed_by(shifted(10, 0), scaled) == (scale, 0, 10 * scale, 0, scale, 0, 0, 0, 1)
    assert followed_by(scaled, shifted(10, 0)) == (scale, 0, 10, 0, scale, 0, 0, 0, 1)
