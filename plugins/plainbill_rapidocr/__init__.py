"""Read words with RapidOCR's weights, which lie in its wheel: nothing is downloaded, nothing is sent."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Cleaned, Cleaner, Picture, Reader, SeenWord
from plainbill_rapidocr.networks import unavailable

HOOK_API = 1


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """The cleaner `upright`, which comes after one that sets the rows level."""
    return (Cleaner(name="upright", clean=_turn_upright),)


@hookimpl
def register_readers() -> Sequence[Reader]:
    """The reader `rapidocr`."""
    return (Reader(name="rapidocr", unavailable=unavailable, read=_read_words, read_frugally=_read_words_frugally),)


# What reads is imported with the first picture: listing the plugins waits for none of it.


def _turn_upright(picture: Picture) -> Cleaned | None:
    from plainbill_rapidocr.upright import turn_upright

    return turn_upright(picture)


def _read_words(picture: Picture) -> Sequence[SeenWord]:
    from plainbill_rapidocr.reader import read_words

    return read_words(picture)


def _read_words_frugally(picture: Picture) -> Sequence[SeenWord]:
    from plainbill_rapidocr.reader import read_words_frugally

    return read_words_frugally(picture)
