"""Pages are set upright whichever way they were photographed, with the way back to the photo."""

import functools
from pathlib import Path

import numpy
import pytest

from plainbill.plugins.records import Cleaned, PageRange, Picture, SourceFile
from plainbill_files.pictures import load_picture
from plainbill_rapidocr.upright import turn_upright

FIXTURES = Path(__file__).parents[2] / "fixtures"


@functools.cache
def page(name: str) -> Picture:
    file = SourceFile(name=name, content=(FIXTURES / "scans" / name).read_bytes())
    (loaded,) = load_picture(file, PageRange())
    assert loaded.picture is not None
    return loaded.picture


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned by quarters against the clock."""
    return Picture(pixels=numpy.ascontiguousarray(numpy.rot90(picture.pixels, quarters)))


def source_of(cleaned: Cleaned, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f, g, h, i = cleaned.to_source
    return (a * x + b * y + c) / (g * x + h * y + i), (d * x + e * y + f) / (g * x + h * y + i)


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("name", ["physician-statement.png", "insurance-card.png", "eob-commercial.png"])
def test_a_page_that_lies_is_set_upright(name: str, quarters: int) -> None:
    upright = page(name)
    cleaned = turn_upright(turned(upright, quarters))

    assert cleaned is not None
    assert numpy.array_equal(cleaned.picture.pixels, upright.pixels)
    assert [problem.kind for problem in cleaned.problems] == ["turned"]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_each_place_is_found_again_in_the_photo(quarters: int) -> None:
    upright = page("insurance-card.png")
    photo = turned(upright, quarters)
    cleaned = turn_upright(photo)

    assert cleaned is not None
    x, y = source_of(cleaned, 120.5, 60.5)
    assert numpy.array_equal(photo.pixels[int(y), int(x)], upright.pixels[60, 120])
    assert 0 < x < photo.width
    assert 0 < y < photo.height


@pytest.mark.parametrize("name", ["physician-statement.png", "eob-commercial.png", "hospital-itemized.png"])
def test_an_upright_page_is_left_as_it_is(name: str) -> None:
    assert turn_upright(page(name)) is None


def test_a_cloth_of_lines_is_no_page() -> None:
    rows, columns = numpy.mgrid[0:1200, 0:900]
    cloth = numpy.where((rows // 24 + columns // 90) % 2 == 0, 90, 210).astype(numpy.uint8)

    assert turn_upright(Picture(pixels=numpy.repeat(cloth[:, :, None], 3, axis=2))) is None


@pytest.mark.parametrize("top", [860, 1130, 1750, 1960])
def test_one_row_the_other_way_does_not_decide(top: int) -> None:
    upright = page("physician-statement.png")
    pixels = turned(upright, 2).pixels.copy()
    pixels[top : top + 60] = pixels[top : top + 60][::-1, ::-1]

    cleaned = turn_upright(Picture(pixels=pixels))

    assert cleaned is not None
    assert [problem.kind for problem in cleaned.problems] == ["turned"]


def test_a_form_whose_rules_touch_its_print_is_set_upright() -> None:
    form = page("physician-statement.png").pixels.copy()
    # Boxes whose rules run right beside and through the rows of print.
    form[:, ::90] = (90, 100, 160)
    form[::26] = (90, 100, 160)
    form.setflags(write=False)
    upright = Picture(pixels=form)

    cleaned = turn_upright(turned(upright, 2))

    assert turn_upright(upright) is None
    assert cleaned is not None
    assert numpy.array_equal(cleaned.picture.pixels, form)
