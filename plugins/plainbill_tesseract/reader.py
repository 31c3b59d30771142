"""From a picture to words through `tesseract`, one process a page."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plainbill.plugins.records import Picture, SeenWord
from plainbill.reading.page import Box
from plainbill_tesseract.leveling import leveled
from plainbill_tesseract.program import LANGUAGE

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Table = Mapping[str, Sequence[str | int | float]]
# A page in one column of print of differing sizes: the mode that found most amounts (measured before this project).
PAGE_MODE = "--psm 4"
TIMEOUT_S = 120
# With more, its threads wait for each other in a busy loop: 10 times slower on a machine that has other work.
THREADS = "1"
THREADS_VARIABLE = "OMP_THREAD_LIMIT"


def read_words(picture: Picture) -> Sequence[SeenWord]:
    """The words of the picture, with boxes in its pixels.

    Raises:
        RuntimeError: Tesseract failed or took longer than two minutes.
    """
    prepared, scale = leveled(picture)
    return words_of(table_of(prepared, PAGE_MODE), scale)


def table_of(gray: "NDArray[numpy.uint8]", mode: str) -> Table:
    """Tesseract's table of what it saw in a gray picture, column by column.

    Raises:
        RuntimeError: Tesseract failed or took longer than two minutes.
    """
    import pytesseract
    from PIL import Image

    image = Image.fromarray(gray)
    # pytesseract hands the picture over in a file of this format; packing it as PNG takes as long as reading it.
    image.format = "BMP"
    with threads_limited():
        found: Table = pytesseract.image_to_data(
            image, lang=LANGUAGE, config=mode, timeout=TIMEOUT_S, output_type=pytesseract.Output.DICT
        )
    return found


def words_of(table: Table, scale: float) -> Sequence[SeenWord]:
    """The words of Tesseract's table, with boxes in pixels of a picture that was enlarged by `scale`."""
    return [
        _word(table, row, scale) for row, text in enumerate(table["text"]) if _is_word(str(text), table["conf"][row])
    ]


@contextmanager
def threads_limited() -> Iterator[None]:
    """Tesseract takes the number of its threads from the environment only, and pytesseract passes ours on."""
    before = os.environ.get(THREADS_VARIABLE)
    os.environ[THREADS_VARIABLE] = THREADS
    try:
        yield
    finally:
        if before is None:
            del os.environ[THREADS_VARIABLE]
        else:
            os.environ[THREADS_VARIABLE] = before


def _is_word(text: str, confidence: object) -> bool:
    """Rows for blocks and lines have -1 for confidence, and rules of a table come as words of blanks."""
    return bool(text.strip()) and float(str(confidence)) >= 0


def _word(table: Table, row: int, scale: float) -> SeenWord:
    left, top, width, height = (float(table[name][row]) / scale for name in ("left", "top", "width", "height"))
    return SeenWord(
        text=str(table["text"][row]).strip(),
        box=Box(x0=left, y0=top, x1=left + width, y1=top + height),
        confidence=min(float(table["conf"][row]) / 100, 1.0),
    )
