"""Paper in very low light is lightened before it is read, any other is left as it is."""

import numpy

from plainbill_opencv.light import is_dark
from plainbill_opencv.paper import clean_page
from tests.plainbill_opencv.photographing import Pixels, page_of_rows, picture


def in_light(share: float) -> Pixels:
    """A page in that share of full light, half of it from the left to the right edge."""
    falling = numpy.linspace(share, share / 2, page_of_rows().shape[1])[None, :, None]
    return (page_of_rows() * falling).astype(numpy.uint8)


def test_very_dark_paper_comes_out_light_everywhere_and_its_print_black() -> None:
    cleaned = clean_page(picture(in_light(0.2)))
    assert cleaned is not None
    page = cleaned.picture.pixels
    paper = [float(numpy.percentile(part, 80)) for part in numpy.array_split(page, 4, axis=1)]
    assert min(paper) > 200
    assert float(numpy.percentile(page, 1)) < 60


def test_lightened_paper_keeps_its_place() -> None:
    cleaned = clean_page(picture(in_light(0.2)))
    assert cleaned is not None
    assert cleaned.to_source == (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
    assert (cleaned.picture.width, cleaned.picture.height) == (page_of_rows().shape[1], page_of_rows().shape[0])


def test_dim_paper_is_lightened_before_its_print_is_lost_in_grain() -> None:
    dim = in_light(0.32)
    assert 60 < numpy.percentile(dim, 90) < 90
    assert is_dark(dim)


def test_paper_in_shade_is_left_as_it_is() -> None:
    assert clean_page(picture(in_light(0.5))) is None
    assert not is_dark(in_light(0.5))
