"""Photos and scans as pages: turned upright, on white, in 8-bit RGB, without what else the file tells."""

import io
import struct
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainbill.case import Problem
from plainbill.plugins.records import LoadedPage, PageRange, SourceFile
from plainbill_files.kinds import picture_format
from plainbill_files.ranges import nothing_selected, select
from plainbill_files.refusal import refused_page

if TYPE_CHECKING:
    from PIL.Image import Image

# 64 million pixels hold a 48- or 50-megapixel phone photo and a 600 dpi scan of a legal page, and take 200 MB as RGB.
MOST_PIXELS = 64_000_000
# What Pillow and libheif raise on damaged files, as found by feeding them cut and flipped bytes.
DECODING_FAULTS = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, RuntimeError, OverflowError,
    MemoryError, ZeroDivisionError, struct.error,
)  # fmt: skip
UNREADABLE = "the picture is damaged and cannot be opened; send or photograph it again"


def claim_picture(head: bytes, name: str) -> float:
    """Sure where the bytes begin a JPEG, PNG, WebP, HEIC or TIFF, whatever the name says."""
    return 0.95 if picture_format(head) else 0.0


def load_picture(file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
    """One page, or one for each picture of a TIFF; a damaged or too large picture is a page with the reason."""
    try:
        image = _open(file.content)
    except _TooLarge as fault:
        yield refused_page("unreadable", str(fault))
        return
    except DECODING_FAULTS:
        yield refused_page("unreadable", UNREADABLE)
        return
    with image:
        yield from _pages_of(image, file.content, pages)


class _TooLarge(Exception):
    """The picture has more pixels than are decoded here; the message is for people."""


def _open(content: bytes) -> "Image":
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            if picture_format(content) == "HEIF":
                from pillow_heif import HeifImageFile

                image: Image.Image = HeifImageFile(io.BytesIO(content))  # type: ignore[no-untyped-call]  # its types end here
            else:
                image = Image.open(io.BytesIO(content), formats=[picture_format(content) or ""])
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _TooLarge(_too_large("")) from None
    return image


def _too_large(size: str) -> str:
    return (
        f"the picture is too large{size}: up to {MOST_PIXELS // 1_000_000} million pixels are read; "
        "save it smaller, or photograph the page with the camera's usual setting"
    )


def _pages_of(image: "Image", content: bytes, pages: PageRange) -> Iterator[LoadedPage]:
    try:
        # Only a TIFF's further pictures are pages; those of a HEIC or WebP are bursts, previews and animations.
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    except DECODING_FAULTS:
        count = 1
    selection = select(pages, count)
    if not selection.numbers:
        yield nothing_selected(pages, count)
    for number in selection.numbers:
        yield _page(image, content, number, selection.problems_of(number))


def _page(image: "Image", content: bytes, number: int, problems: tuple[Problem, ...]) -> LoadedPage:
    from plainbill_files.pixels import picture_of, upright
    from plainbill_files.torn import readable_part

    try:
        if number > 1:
            image.seek(number - 1)
        if image.width * image.height > MOST_PIXELS:
            size = f" ({image.width} x {image.height})"
            return refused_page("unreadable", _too_large(size), number=number)
        turned = upright(image)
    except DECODING_FAULTS:
        part = readable_part(content) if image.format in ("JPEG", "MPO") else None
        if part is None:
            return refused_page("unreadable", UNREADABLE, number=number)
        turned = upright(part)
        problems = (Problem(kind="unreadable", text=_torn()), *problems)
    picture = picture_of(turned)
    return LoadedPage(number=number, width=picture.width, height=picture.height, picture=picture, problems=problems)


def _torn() -> str:
    return "the file breaks off and part of the picture is missing, only the rest was read; send it again"
