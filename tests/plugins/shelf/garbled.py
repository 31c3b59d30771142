"""A plugin whose loader, cleaner and reader are as they should be, and whose answers are not."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy

from plainbill.plugins import hookimpl
from plainbill.plugins.records import Cleaner, LoadedPage, Loader, PageRange, Picture, Reader, SeenWord, SourceFile
from plainbill.reading.page import Box

HOOK_API = 1
WORD = SeenWord(text="TOTAL", box=Box(x0=10, y0=20, x1=30, y1=25), confidence=0.9)


def _load(file: SourceFile, pages: PageRange) -> Iterator[Any]:
    pixels = numpy.full((100, 200, 3), 255, numpy.uint8)
    yield LoadedPage(number=1, width=200, height=100, picture=Picture(pixels=pixels))
    if file.content == b"nonsense":
        yield "the second page"
    if file.content == b"no picture":
        yield LoadedPage(number=2, width=200, height=100, picture=Picture(pixels=pixels.astype(float)))


def _clean(picture: Picture) -> Any:
    return "cleaned"


def _read(picture: Picture) -> Any:
    return [WORD, "TOTAL", SeenWord(text="OFF", box=Box(x0=float("nan"), y0=0, x1=1, y1=1), confidence=0.9)]


def _sure(head: bytes, name: str) -> Any:
    return "quite"


def _why() -> Any:
    return 5


@hookimpl
def register_loaders() -> Sequence[Loader]:
    """One loader whose claim is no number, and one that takes everything."""
    return [
        Loader(name="unsure", claim=_sure, load=_load),
        Loader(name="garbled", claim=lambda head, name: 1.0, load=_load),
    ]


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """A cleaner that returns a word."""
    return [Cleaner(name="garbled", clean=_clean)]


@hookimpl
def register_readers() -> Sequence[Reader]:
    """A reader that says a number where it says why it cannot read, and one that sees what is no word."""
    return [
        Reader(name="mute", unavailable=_why, read=_read),
        Reader(name="garbled", unavailable=lambda: None, read=_read),
    ]
