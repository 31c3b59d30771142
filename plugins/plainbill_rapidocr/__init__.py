"""Read words with RapidOCR's weights, which lie in its wheel: nothing is downloaded, nothing is sent."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Cleaner, Reader
from plainbill_rapidocr.networks import unavailable
from plainbill_rapidocr.reader import read_words, read_words_frugally
from plainbill_rapidocr.upright import turn_upright

HOOK_API = 1


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """The cleaner `upright`, which comes after one that sets the rows level."""
    return (Cleaner(name="upright", clean=turn_upright),)


@hookimpl
def register_readers() -> Sequence[Reader]:
    """The reader `rapidocr`."""
    return (Reader(name="rapidocr", unavailable=unavailable, read=read_words, read_frugally=read_words_frugally),)
