"""Pictures become upright RGB pages, and what is wrong with them is said."""

import io

import numpy
import pytest
from PIL import Image

from tests.plainbill_files.writing import HEIGHT, WIDTH, kinds, loaded, marked_picture, written

FORMATS = {"JPEG": "photo.jpg", "PNG": "shot.png", "WEBP": "photo.webp", "TIFF": "scan.tif"}


def is_marked(pixels: numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.uint8]]) -> bool:
    """True where the black square is in the top left corner and nowhere else."""
    dark = pixels.mean(axis=2) < 100
    return bool(dark[5:55, 5:55].all()) and not dark[70:].any() and not dark[:, 70:].any()


def heic() -> bytes:
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(marked_picture()).save(out, quality=95)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_becomes_one_page_of_the_same_size(form: str) -> None:
    (page,) = loaded(FORMATS[form], written(marked_picture(), form))
    assert (page.number, page.width, page.height, page.problems) == (1, WIDTH, HEIGHT, ())
    assert page.picture is not None and is_marked(page.picture.pixels)


def test_a_photo_of_a_phone_in_heic_becomes_a_page() -> None:
    (page,) = loaded("IMG_0001.HEIC", heic())
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert page.picture is not None and is_marked(page.picture.pixels)


def test_the_content_tells_the_format_and_not_the_name() -> None:
    (page,) = loaded("bill.pdf", written(marked_picture(), "PNG"))
    assert page.picture is not None and is_marked(page.picture.pixels)


# What each of the eight orientations of EXIF does to the upright picture when the camera stores it.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", STORED)
def test_every_orientation_of_exif_comes_out_upright(orientation: int, form: str) -> None:
    turn = STORED[orientation]
    stored = marked_picture() if turn is None else marked_picture().transpose(turn)
    exif = Image.Exif()
    exif[274] = orientation
    (page,) = loaded("photo", written(stored, form, exif=exif))
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert page.picture is not None and is_marked(page.picture.pixels)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    image = marked_picture("L") if mode == "I;16" else marked_picture(mode)
    if mode == "I;16":
        image = Image.fromarray(numpy.asarray(image).astype(numpy.uint16) * 257)
    (page,) = loaded("scan.png", written(image, "PNG"))
    assert page.picture is not None and is_marked(page.picture.pixels)


def test_cmyk_becomes_rgb() -> None:
    (page,) = loaded("print.jpg", written(marked_picture("CMYK"), "JPEG"))
    assert page.picture is not None and is_marked(page.picture.pixels)


def test_what_is_transparent_is_white_paper() -> None:
    image = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 60, 60))
    (page,) = loaded("shot.png", written(image, "PNG"))
    assert page.picture is not None and is_marked(page.picture.pixels)


def test_the_pixels_cannot_be_written_to() -> None:
    (page,) = loaded("shot.png", written(marked_picture(), "PNG"))
    assert page.picture is not None
    with pytest.raises(ValueError, match="read-only"):
        page.picture.pixels[0, 0, 0] = 1


def test_each_picture_of_a_tiff_is_a_page() -> None:
    content = written(marked_picture(), "TIFF", save_all=True, append_images=[marked_picture("L"), marked_picture("1")])
    pages = loaded("fax.tif", content)
    assert [page.number for page in pages] == [1, 2, 3]
    assert all(page.picture is not None and is_marked(page.picture.pixels) for page in pages)


def noise() -> Image.Image:
    return Image.fromarray(numpy.random.default_rng(7).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=numpy.uint8))


def test_the_part_of_a_broken_off_jpeg_that_is_there_is_kept_and_said() -> None:
    content = written(noise(), "JPEG")
    (page,) = loaded("photo.jpg", content[: len(content) * 2 // 3])
    assert kinds(page) == ["unreadable"]
    assert page.picture is not None
    whole = numpy.asarray(Image.open(io.BytesIO(content)))
    assert (page.picture.pixels[:200] == whole[:200]).all()
    assert (page.width, page.height) == (WIDTH, HEIGHT)


def test_a_broken_off_jpeg_that_shows_everything_coarsely_is_refused() -> None:
    content = written(noise(), "JPEG", progressive=True)
    (page,) = loaded("photo.jpg", content[: len(content) // 2])
    assert (page.picture, kinds(page)) == (None, ["unreadable"])


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_of_which_only_the_start_is_there_is_refused(form: str) -> None:
    content = written(noise(), form)
    (page,) = loaded(FORMATS[form], content[: len(content) // 20])
    assert (page.picture, kinds(page)) == (None, ["unreadable"])


def test_a_damaged_heic_is_refused() -> None:
    (page,) = loaded("IMG_0001.HEIC", heic()[:200])
    assert (page.picture, kinds(page)) == (None, ["unreadable"])


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_picture_of_400_million_pixels_is_refused_with_what_to_do(form: str) -> None:
    options = {"compression": "group4"} if form == "TIFF" else {}
    (page,) = loaded("huge", written(Image.new("1", (20_000, 20_000), 1), form, **options))
    assert (page.picture, kinds(page)) == (None, ["unreadable"])
    assert "too large" in page.problems[0].text and "save it smaller" in page.problems[0].text


def test_a_picture_of_one_pixel_is_a_page() -> None:
    (page,) = loaded("dot.png", written(Image.new("RGB", (1, 1), "white"), "PNG"))
    assert (page.width, page.height) == (1, 1)


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_never_raise(seed: int) -> None:
    chance = numpy.random.default_rng(seed)
    form = sorted(FORMATS)[seed % 4]
    content = bytearray(written(marked_picture(), form))
    for place in chance.integers(0, len(content), 12):
        content[int(place)] ^= int(chance.integers(1, 256))
    for page in loaded("photo", bytes(content)):
        assert (page.picture is not None) or page.problems or page.words
