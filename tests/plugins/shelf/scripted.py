"""A plugin whose reader sees one word in every picture, and whose loader takes every file as one white page."""

from collections.abc import Iterator, Sequence

import numpy

from plainbill.plugins import hookimpl
from plainbill.plugins.records import (
    Cleaned,
    Cleaner,
    LoadedPage,
    Loader,
    PageRange,
    Picture,
    Reader,
    SeenWord,
    SourceFile,
)
from plainbill.reading.page import Box

HOOK_API = 1


def _load(file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
    yield LoadedPage(
        number=1, width=200, height=100, picture=Picture(pixels=numpy.full((100, 200, 3), 255, numpy.uint8))
    )
    if file.content == b"breaks":
        raise OSError("SECRET")


def _halve(picture: Picture) -> Cleaned:
    return Cleaned(picture=Picture(pixels=picture.pixels[::2, ::2]), to_source=(2, 0, 0, 0, 2, 0, 0, 0, 1))


@hookimpl
def register_loaders() -> Sequence[Loader]:
    """Offer a loader that takes everything."""
    return [Loader(name="white", claim=lambda head, name: 1.0, load=_load)]


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """Offer a cleaner that halves the picture."""
    return [Cleaner(name="halve", clean=_halve)]


@hookimpl
def register_readers() -> Sequence[Reader]:
    """Offer a reader that always sees the same word."""
    word = SeenWord(text="TOTAL", box=Box(x0=10, y0=20, x1=30, y1=25), confidence=0.9)
    return [Reader(name="scripted", unavailable=lambda: None, read=lambda picture: [word])]
