"""Read words with RapidOCR, whose weights lie in its wheel: nothing is downloaded, nothing is sent."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Reader
from plainbill_rapidocr.engine import unavailable
from plainbill_rapidocr.reader import read_words


@hookimpl
def register_readers() -> Sequence[Reader]:
    """The reader `rapidocr`."""
    return (Reader(name="rapidocr", unavailable=unavailable, read=read_words),)
