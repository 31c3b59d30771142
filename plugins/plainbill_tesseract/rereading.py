"""A second look at single pieces of print: cut out, set in lines of one height, and read as one picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainbill.plugins.records import Picture
from plainbill.reading.page import Box
from plainbill_tesseract.library import loaded
from plainbill_tesseract.reader import Table, table_of, words_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Gray = NDArray[numpy.uint8]

# One line of print under the other, whatever stands in them.
LINES = 6
# Pixels of a line, of the blank between two words, and of the white around a line.
HEIGHT, BLANK, WHITE = 36, 16, 22
# Margin around a word's box, in its height: readers cut close.
ACROSS, DOWN = 0.12, 0.08
# Shares of the pixels of a word below which is ink and above which is paper, and their least difference.
INK, PAPER, LEAST_CONTRAST = 1, 75, 8
# Words closer than this, in heights of print, are cut out together.
CLOSE = 0.6
# A letter beyond this many heights is no print of a value.
WIDEST = 40
# More lines than this are read in several pictures.
MOST_LINES = 250


def reread(picture: Picture, runs: Sequence[Sequence[Box]]) -> Sequence[str]:
    """What stands in each run of boxes, "" where nothing was read.

    Raises:
        RuntimeError: Tesseract failed or took longer than two minutes.
    """
    import cv2
    import numpy

    gray = numpy.asarray(cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY), dtype=numpy.uint8)
    seen: list[str] = []
    for first in range(0, len(runs), MOST_LINES):
        lines = [[_cut(gray, box) for box in _phrases(run)] for run in runs[first : first + MOST_LINES]]
        seen += _read(lines)
    return seen


def _phrases(run: Sequence[Box]) -> list[Box]:
    """Words of one phrase as one box: where they stand close, the edge between them is not sure."""
    phrases: list[Box] = []
    for box in run:
        near = phrases and box.x0 - phrases[-1].x1 < CLOSE * min(box.height, phrases[-1].height)
        if near:
            phrases[-1] = phrases[-1].around(box)
        else:
            phrases.append(box)
    return phrases


def _cut(gray: "Gray", box: Box) -> "Gray":
    """One word in a line's height, its paper white and its ink black."""
    import cv2
    import numpy

    high, wide = gray.shape
    across, down = ACROSS * box.height, DOWN * box.height
    top, bottom = max(0, int(box.y0 - down)), min(high, int(box.y1 + down) + 1)
    left, right = max(0, int(box.x0 - across)), min(wide, int(box.x1 + across) + 1)
    if bottom - top < 2 or right - left < 2:
        return numpy.full((HEIGHT, HEIGHT), 255, numpy.uint8)
    piece = gray[top:bottom, left:right]
    scale = HEIGHT / piece.shape[0]
    size = min(max(round(piece.shape[1] * scale), 2), WIDEST * HEIGHT), HEIGHT
    sized = cv2.resize(piece, size, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
    ink, paper = numpy.percentile(sized, (INK, PAPER))
    spread = (sized.astype(numpy.float32) - ink) * (255 / max(paper - ink, LEAST_CONTRAST))
    return numpy.asarray(numpy.clip(spread, 0, 255), dtype=numpy.uint8)


def _read(lines: "Sequence[Sequence[Gray]]") -> list[str]:
    import numpy

    pitch = HEIGHT + WHITE
    width = max(sum(piece.shape[1] + BLANK for piece in line) for line in lines) + 2 * WHITE
    page = numpy.full((len(lines) * pitch + WHITE, width), 255, numpy.uint8)
    for number, line in enumerate(lines):
        left, top = WHITE, WHITE + number * pitch
        for piece in line:
            page[top : top + HEIGHT, left : left + piece.shape[1]] = piece
            left += piece.shape[1] + BLANK
    seen: list[list[str]] = [[] for _ in lines]
    for word in sorted(words_of(_table_of(page), 1.0), key=lambda word: word.box.x0):
        number = int((word.box.middle[1] - WHITE / 2) // pitch)
        if 0 <= number < len(lines):
            seen[number].append(word.text)
    return [" ".join(words) for words in seen]


def _table_of(page: "Gray") -> Table:
    library = loaded()
    return table_of(page, f"--psm {LINES}") if library is None else library.table_of(page, LINES)
