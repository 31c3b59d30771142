"""Counted levels tell the same percentiles as the pixels do."""

import numpy
import pytest

from plainbill_opencv.ink import counted, counted_among, level_at


@pytest.mark.parametrize("percent", [5, 10, 40, 50, 90, 95, 100])
@pytest.mark.parametrize("pixels", [1, 2, 7, 1000])
def test_the_percentile_of_counted_levels_is_that_of_the_pixels(percent: float, pixels: int) -> None:
    levels = numpy.random.default_rng(pixels).integers(0, 256, (pixels, 1), dtype=numpy.uint8)
    assert level_at(counted(levels), percent) == pytest.approx(float(numpy.percentile(levels, percent)))
    among = counted_among(levels.ravel())
    assert level_at(among, percent) == pytest.approx(float(numpy.percentile(levels, percent)))


def test_no_pixels_have_no_level() -> None:
    assert not counted_among(numpy.zeros(0, numpy.uint8)).any()
