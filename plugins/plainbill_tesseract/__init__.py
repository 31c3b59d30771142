"""Read words with Debian's Tesseract: the second reader, and the first where RapidOCR is not available."""

from collections.abc import Sequence

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Reader
from plainbill_tesseract.program import unavailable
from plainbill_tesseract.reader import read_words
from plainbill_tesseract.rereading import reread

HOOK_API = 1


@hookimpl
def register_readers() -> Sequence[Reader]:
    """The reader `tesseract`."""
    return (Reader(name="tesseract", unavailable=unavailable, read=read_words, reread=reread),)
