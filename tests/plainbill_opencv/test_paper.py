"""The paper is found, flattened and set level where it is plain, and left alone where it is not."""

import cv2
import numpy
import pytest

from plainbill.plugins.records import Cleaned, Picture
from plainbill_opencv import register_cleaners
from plainbill_opencv.outline import paper_corners
from tests.plainbill_opencv.photographing import PAGE, Pixels, on_a_table, page_of_rows, picture, to_source

CORNERS = [(180, 160), (1290, 200), (1340, 1690), (140, 1630)]
PHOTO = (1500, 1900)


def clean(picture: Picture) -> Cleaned | None:
    (cleaner,) = register_cleaners()
    return cleaner.clean(picture)


def test_the_paper_is_cut_out_of_the_photo() -> None:
    cleaned = clean(on_a_table(page_of_rows(), CORNERS, PHOTO))
    assert cleaned is not None
    shape = cleaned.picture.width / cleaned.picture.height
    assert shape == pytest.approx(PAGE[0] / PAGE[1], rel=0.1)
    # The table is gone but for a margin.
    assert float((cleaned.picture.pixels.mean(axis=2) < 120).mean()) < 0.15


def test_corners_of_the_page_lie_where_they_are_in_the_photo() -> None:
    cleaned = clean(on_a_table(page_of_rows(), CORNERS, PHOTO))
    assert cleaned is not None
    width, height = cleaned.picture.width, cleaned.picture.height
    margin = 0.012
    for (x, y), seen in zip([(0, 0), (1, 0), (1, 1), (0, 1)], CORNERS, strict=True):
        across = width * (margin + x * (1 - 2 * margin))
        down = height * (margin + y * (1 - 2 * margin))
        assert to_source(cleaned.to_source, across, down) == pytest.approx(seen, abs=12)


def test_a_mark_in_the_photo_is_found_back_through_the_way_back() -> None:
    page = page_of_rows()
    cv2.circle(page, (600, 1040), 12, (220, 0, 0), -1)
    photo = on_a_table(page, CORNERS, PHOTO)
    cleaned = clean(photo)
    assert cleaned is not None
    assert to_source(cleaned.to_source, *red_spot(cleaned.picture.pixels)) == pytest.approx(
        red_spot(photo.pixels), abs=3
    )


def red_spot(pixels: Pixels) -> tuple[float, float]:
    red = (pixels[:, :, 0].astype(int) - pixels[:, :, 1]) > 100
    rows, columns = numpy.nonzero(red)
    return float(columns.mean()), float(rows.mean())


def test_a_straight_scan_is_left_as_it_is() -> None:
    assert clean(picture(page_of_rows())) is None


def test_a_blank_page_is_left_as_it_is() -> None:
    assert clean(picture(numpy.full((1100, 850, 3), 250, numpy.uint8))) is None


def test_a_colored_box_on_a_scan_is_not_taken_for_the_paper() -> None:
    page = page_of_rows()
    shaded = (page.astype(int) * 0.75).astype(numpy.uint8)
    shaded[300:800, 100:750] = page[300:800, 100:750]
    assert clean(picture(shaded)) is None


def test_paper_on_a_table_as_light_as_paper_is_not_cut() -> None:
    photo = on_a_table(page_of_rows(), [(300, 300), (1200, 300), (1200, 1500), (300, 1500)], PHOTO, table=240)
    assert clean(photo) is None


def in_the_shade(photo: Picture) -> Picture:
    """Less and less light from the top left to the bottom right."""
    height, width = photo.pixels.shape[:2]
    across, down = numpy.meshgrid(numpy.linspace(0, 0.5, width), numpy.linspace(0, 0.5, height))
    return picture((photo.pixels * (1 - 0.6 * (across + down))[:, :, None]).astype(numpy.uint8))


def corners_found(photo: Picture) -> list[tuple[float, float]]:
    found = paper_corners(photo.pixels)
    assert found is not None
    return [(float(x), float(y)) for x, y in found]


def test_paper_on_a_light_table_in_the_shade_is_found_by_its_edges() -> None:
    photo = in_the_shade(on_a_table(page_of_rows(), CORNERS, PHOTO, table=222))
    for found, seen in zip(corners_found(photo), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=16)


def test_paper_on_a_checked_cloth_is_found_though_the_checks_look_like_words() -> None:
    rows, columns = numpy.mgrid[0 : PHOTO[1], 0 : PHOTO[0]]
    checks = ((rows // 18 + columns // 18) % 2).astype(bool)
    photo = on_a_table(page_of_rows(), CORNERS, PHOTO, table=0)
    cloth = numpy.where(checks[:, :, None], (60, 120, 170), (30, 60, 110)).astype(numpy.uint8)
    laid = picture(numpy.where(photo.pixels.max(axis=2, keepdims=True) == 0, cloth, photo.pixels))
    for found, seen in zip(corners_found(laid), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=16)


def on_cloth(cloth: Pixels, page: Pixels, corners: list[tuple[int, int]]) -> Picture:
    """The page on a table top that is drawn, with the page's shadow around it."""
    laid = on_a_table(page, corners, PHOTO, table=0).pixels
    sheet = laid.max(axis=2, keepdims=True) > 0
    shadow = 1 - 0.3 * cv2.blur(sheet[:, :, 0].astype(numpy.float32), (31, 31))[:, :, None]
    return picture(numpy.where(sheet, laid, (cloth * shadow).astype(numpy.uint8)))


def stripes() -> Pixels:
    """Slanting stripes of pink and blue, the pink about as light as paper in the shade."""
    rows, columns = numpy.mgrid[0 : PHOTO[1], 0 : PHOTO[0]]
    striped = ((rows + columns // 3) // 40 % 2).astype(bool)[:, :, None]
    return numpy.where(striped, (205, 90, 170), (60, 130, 190)).astype(numpy.uint8)


def test_paper_on_stripes_half_in_the_shadow_of_a_hand_is_found() -> None:
    photo = on_cloth(stripes(), page_of_rows(), CORNERS).pixels.astype(numpy.float32)
    photo[PHOTO[1] // 2 :, PHOTO[0] // 3 :] *= 0.45
    for found, seen in zip(corners_found(picture(photo.astype(numpy.uint8))), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=30)


def test_paper_on_wood_of_its_own_lightness_is_found_by_its_shadow() -> None:
    grain = numpy.random.default_rng(7).normal(0, 12, (PHOTO[1] // 8, 12)).astype(numpy.float32)
    wood = cv2.resize(grain, PHOTO, interpolation=cv2.INTER_CUBIC)[:, :, None] + (232, 226, 210)
    photo = on_cloth(wood.clip(0, 255).astype(numpy.uint8), page_of_rows(), CORNERS)
    for found, seen in zip(corners_found(photo), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=20)


def test_paper_in_very_low_light_is_found() -> None:
    dark = on_cloth(stripes(), page_of_rows(), CORNERS).pixels * 0.15
    grainy = dark + numpy.random.default_rng(7).normal(0, 4, dark.shape)
    for found, seen in zip(corners_found(picture(grainy.clip(0, 255).astype(numpy.uint8))), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=20)


def test_a_dark_band_at_the_head_of_the_paper_is_not_cut_off() -> None:
    page = page_of_rows()
    page[45:120, 40:810] = (30, 60, 120)
    for found, seen in zip(corners_found(on_cloth(stripes(), page, CORNERS)), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=20)


def test_print_above_a_dark_band_is_not_cut_off() -> None:
    page = page_of_rows()
    page[300:340, 10:840] = (30, 30, 30)
    for found, seen in zip(corners_found(on_cloth(stripes(), page, CORNERS)), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=20)


def test_paper_in_shadow_on_a_lighter_table_is_found() -> None:
    wood = numpy.random.default_rng(7).normal(0, 2, (PHOTO[1], PHOTO[0], 1)) + (236, 228, 214)
    page = (page_of_rows() * 0.55).astype(numpy.uint8)
    photo = on_cloth(wood.clip(0, 255).astype(numpy.uint8), page, CORNERS)
    for found, seen in zip(corners_found(photo), CORNERS, strict=True):
        assert found == pytest.approx(seen, abs=20)


@pytest.mark.parametrize("table", [60, 120, 190])
def test_a_small_sheet_on_a_plain_table_is_found(table: int) -> None:
    corners = [(400, 500), (1070, 515), (1085, 1390), (390, 1375)]
    for found, seen in zip(
        corners_found(on_a_table(page_of_rows(), corners, PHOTO, table=table)), corners, strict=True
    ):
        assert found == pytest.approx(seen, abs=20)


@pytest.mark.parametrize("lower", [820, 200])
def test_two_papers_on_one_photo_are_both_kept(lower: int) -> None:
    one = [(120, 200), (700, 220), (690, 1000), (110, 980)]
    other = [(790, lower), (1380, lower - 20), (1390, lower + 780), (800, lower + 800)]
    both = on_cloth(on_cloth(stripes(), page_of_rows(), one).pixels, page_of_rows(), other)
    found = paper_corners(both.pixels)
    for corners in (one, other):
        middle = numpy.mean(corners, axis=0)
        for corner in corners:
            x, y = middle + 0.9 * (numpy.array(corner) - middle)
            assert found is None or cv2.pointPolygonTest(found.reshape(-1, 1, 2), (float(x), float(y)), False) > 0


def test_a_table_without_any_paper_is_left_as_it_is() -> None:
    assert paper_corners(stripes()) is None


def test_a_column_of_a_page_is_not_taken_for_the_paper() -> None:
    page = page_of_rows()
    page[60:1060, 60:420] = (page[60:1060, 60:420] * 0.9).astype(numpy.uint8)
    assert paper_corners(page) is None


@pytest.mark.parametrize("skew", [-4.0, -1.0, 1.0, 4.0])
def test_a_tilted_scan_is_set_level(skew: float) -> None:
    page = page_of_rows()
    middle = (PAGE[0] / 2, PAGE[1] / 2)
    turn = cv2.getRotationMatrix2D(middle, -skew, 1.0)
    tilted = cv2.warpAffine(page, turn, PAGE, borderValue=(245, 245, 245))
    cleaned = clean(picture(numpy.asarray(tilted, dtype=numpy.uint8)))
    assert cleaned is not None
    left = to_source(cleaned.to_source, 0, cleaned.picture.height / 2)
    right = to_source(cleaned.to_source, cleaned.picture.width, cleaned.picture.height / 2)
    found = numpy.degrees(numpy.arctan2(right[1] - left[1], right[0] - left[0]))
    assert found == pytest.approx(skew, abs=0.3)


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_on_its_side_is_turned_and_said_to_be(quarters: int) -> None:
    cleaned = clean(picture(numpy.asarray(numpy.rot90(page_of_rows(), quarters), dtype=numpy.uint8)))
    assert cleaned is not None
    assert (cleaned.picture.width, cleaned.picture.height) == PAGE
    assert [problem.kind for problem in cleaned.problems] == ["turned"]


def test_the_cleaned_picture_cannot_be_written_to() -> None:
    cleaned = clean(on_a_table(page_of_rows(), CORNERS, PHOTO))
    assert cleaned is not None and not cleaned.picture.pixels.flags.writeable
