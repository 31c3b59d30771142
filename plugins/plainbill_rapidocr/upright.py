"""Whether a page with level rows stands on its head, asked of the classifier of turned lines."""

from math import ceil
from typing import TYPE_CHECKING

from plainbill.case import Problem
from plainbill.plugins.records import Cleaned, Picture
from plainbill_rapidocr.networks import network, unavailable

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# Longest side of the picture in which rows are looked for: 10-point print is some 18 pixels high.
SEARCH_SIDE = 1600
# Pixels of height of a row there; lower is dirt, higher a logo.
LEAST_HEIGHT, MOST_HEIGHT = 8, 48
# The classifier looks at a window of these pixels, four times as wide as high.
WINDOW_HEIGHT, WINDOW_WIDTH = 48, 192
LEAST_SHAPE, SHAPE = 2.5, 4
# Rows that are asked, longest first, and of which at least so many must be sure of their turn.
MOST_ROWS, LEAST_ROWS = 16, 4
SURE = 0.8
# Share of the sure rows from which on the page is turned.
UPSIDE_DOWN = 0.75
TEXT = "the picture does not stand upright; it was turned for reading, nothing to do"


def turn_upright(picture: Picture) -> Cleaned | None:
    """The page turned by half a turn where its lines stand on their heads; None where they do not or cannot be told."""
    import numpy

    if unavailable() is not None:
        return None
    rows = _rows(picture)
    if len(rows) < LEAST_ROWS:
        return None
    answers = [answer[0] for answer in network("classify", at_once=1).answers(map(_filled_up, rows))]
    # An answer is the certainty of standing upright and that of being turned.
    votes = [bool(answer.argmax()) for answer in answers if answer.max() >= SURE]
    if len(votes) < LEAST_ROWS or sum(votes) < UPSIDE_DOWN * len(votes):
        return None
    pixels = numpy.ascontiguousarray(picture.pixels[::-1, ::-1])
    pixels.setflags(write=False)
    return Cleaned(
        picture=Picture(pixels=pixels),
        to_source=(-1.0, 0.0, float(picture.width), 0.0, -1.0, float(picture.height), 0.0, 0.0, 1.0),
        problems=(Problem(kind="turned", text=TEXT),),
    )


def _rows(picture: Picture) -> "list[NDArray[numpy.uint8]]":
    """Pieces of the picture that look like rows of print, blue first, the longest first."""
    import cv2
    import numpy

    scale = min(1.0, SEARCH_SIDE / max(picture.width, picture.height))
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    small = numpy.asarray(cv2.resize(picture.pixels, size, interpolation=cv2.INTER_AREA), dtype=numpy.uint8)
    gray = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    darker = cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, numpy.ones((25, 25), numpy.uint8))
    _, ink = cv2.threshold(darker, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((3, 15), numpy.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined)
    boxes = [tuple(int(number) for number in box[:4]) for box in found[1:]]
    likely = [box for box in boxes if LEAST_HEIGHT <= box[3] <= MOST_HEIGHT and box[2] >= LEAST_SHAPE * box[3]]
    likely.sort(key=lambda box: box[2], reverse=True)
    return [_piece(small, *box) for box in likely[:MOST_ROWS]]


def _piece(small: "NDArray[numpy.uint8]", left: int, top: int, wide: int, high: int) -> "NDArray[numpy.uint8]":
    import numpy

    margin = high // 5 + 1
    right = min(left + min(wide, SHAPE * (high + 2 * margin)), small.shape[1])
    piece = small[max(top - margin, 0) : top + high + margin, max(left - margin, 0) : right + margin, ::-1]
    return numpy.ascontiguousarray(piece)


def _filled_up(piece: "NDArray[numpy.uint8]") -> "NDArray[numpy.float32]":
    """The piece in the classifier's form: from -1 to 1, filled up with the middle."""
    import cv2
    import numpy

    high, wide = piece.shape[:2]
    width = min(ceil(WINDOW_HEIGHT * wide / high), WINDOW_WIDTH)
    filled = numpy.zeros((1, 3, WINDOW_HEIGHT, WINDOW_WIDTH), numpy.float32)
    shown = cv2.resize(piece, (width, WINDOW_HEIGHT)).astype(numpy.float32)
    filled[0, :, :, :width] = (shown * (2 / 255) - 1).transpose(2, 0, 1)
    return filled
