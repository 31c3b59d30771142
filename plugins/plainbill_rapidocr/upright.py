"""Which way up a page stands, told by where rows of print seem to be and by how surely they are read.

The classifier of turned lines tells a page that stands upright in a few milliseconds; in doubt rows are read both ways.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Literal

from plainbill.case import Problem
from plainbill.plugins.records import Cleaned, Picture
from plainbill_rapidocr.networks import Network, network, unavailable
from plainbill_rapidocr.recognizing import read_runs

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Pixels = NDArray[numpy.uint8]

Place = tuple[int, int, int, int]
"""Left edge, top edge, width and height, in pixels."""

Turn = Literal[0, 1, 2, 3]
"""Quarter turns clockwise by which a page is set upright."""

# Longest side of the picture in which rows are looked for: 10-point print is some 18 pixels high.
SEARCH_SIDE = 1600
# Pixels of height of a row there; lower is dirt, higher a logo.
LEAST_HEIGHT, MOST_HEIGHT = 8, 48
# The classifier looks at a window of these pixels, four times as wide as high.
WINDOW_HEIGHT, WINDOW_WIDTH = 48, 192
LEAST_SHAPE, SHAPE = 2.5, 4
# No more of a long row is read than so many times its height.
READ_SHAPE = 20
# Rows that are asked, longest first, and of which at least so many must be sure of their turn.
MOST_ROWS, LEAST_ROWS = 16, 4
# Where hardly any rows are found, rules are left out; a rule is longer than any letter.
FEW_ROWS, LEAST_RULE = 12, 61
SURE = 0.8
# Share of the sure rows that may seem turned on a page that stands upright. The classifier takes folds of a tablecloth
# for lines, so that beyond it, and where it is sure of few rows, some are read.
UPRIGHT = 0.25
# So many rows are read each way; what is read must be so many letters, and so many times what is read as the page is.
READ_ROWS, LEAST_READ, READ_BETTER = 8, 12, 1.3
# Rows read with less certainty count nothing, nor do those of fewer different letters: rules are read as rows of ones.
LEAST_CERTAINTY, LEAST_DIFFERENT = 0.8, 4
# So many times more rows seem to stand than to lie before a page may lie on its side.
MORE_STANDING = 1.5
TEXT = "the picture does not stand upright; it was turned for reading, nothing to do"


def turn_upright(picture: Picture) -> Cleaned | None:
    """The page turned so that its print stands upright; None where it does or cannot be told."""
    if unavailable() is not None:
        return None
    small, scale = _reduced(picture)
    ink = _ink(small)
    level, standing = _both_ways(ink)
    if len(level) + len(standing) < FEW_ROWS:
        # The boxes of a form may join all of their print.
        level, standing = _both_ways(_without_rules(ink))
    sideways = len(standing) >= LEAST_ROWS and len(standing) > MORE_STANDING * len(level)
    if not sideways and _stands_upright(small, level):
        return None
    turn = _best_read(picture, {0: level, 2: level, **({1: standing, 3: standing} if sideways else {})}, scale)
    return _turned(picture, turn) if turn else None


def _both_ways(ink: "Pixels") -> tuple[list[Place], list[Place]]:
    """Where rows of print seem to be, and where they would be if the page lay on its side."""
    import cv2
    import numpy

    # Ten times as quick as numpy's own way to exchange the sides.
    on_its_side = numpy.asarray(cv2.transpose(ink), dtype=numpy.uint8)
    return _rows(ink), [_on_its_side(place) for place in _rows(on_its_side)]


def _stands_upright(small: "Pixels", level: "Sequence[Place]") -> bool:
    """True where the classifier is sure of some rows and takes few of them for turned ones."""
    rows = [_piece(small, *place) for place in level[:MOST_ROWS]]
    answers = network("classify", at_once=1).answers(map(_filled_up, rows))
    sure = turned = 0
    for left, answer in zip(reversed(range(len(rows))), answers, strict=True):
        # An answer is the certainty of standing upright and that of being turned.
        if answer[0].max() >= SURE:
            sure, turned = sure + 1, turned + int(answer[0].argmax())
        # Rows that are left are not asked where it makes no difference even if all of them are turned, or none is.
        if sure >= LEAST_ROWS and turned + left <= UPRIGHT * (sure + left):
            return True
        if turned > UPRIGHT * (sure + left):
            return False
    return False


def _best_read(picture: Picture, rows: "Mapping[Turn, Sequence[Place]]", scale: float) -> Turn:
    """The turn in which the longest rows are read best, 0 where none is clearly better than that."""
    recognizer = network("recognize", at_once=1)
    read = {
        turn: sum(_letters_read(recognizer, picture, _corners(place, turn) / scale) for place in places[:READ_ROWS])
        for turn, places in rows.items()
    }
    best = max(read, key=lambda turn: read[turn])
    return best if read[best] >= LEAST_READ and read[best] > READ_BETTER * read[0] else 0


def _corners(place: Place, turn: Turn) -> "NDArray[numpy.float32]":
    """The corners of the beginning of a row with a margin around it, as they lie once the row stands upright."""
    import numpy

    left, top, wide, high = place
    margin = min(wide, high) // 5 + 1
    most = READ_SHAPE * min(wide, high)
    right, bottom = left + min(wide, most) + margin, top + min(high, most) + margin
    left, top = left - margin, top - margin
    around = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return numpy.array(around[-turn:] + around[:-turn] if turn else around, numpy.float32)


def _letters_read(recognizer: Network, picture: Picture, box: "NDArray[numpy.float32]") -> int:
    """How many letters and figures are read in a box for sure; none where they are few different ones, as lines are."""
    found = 0
    for run in read_runs(recognizer, picture.pixels, [box]):
        letters = [mark for mark in run.text if mark.isascii() and mark.isalnum()]
        sure = sum(run.scores) >= LEAST_CERTAINTY * len(run.scores)
        found += len(letters) if sure and len(set(letters)) >= LEAST_DIFFERENT else 0
    return found


def _turned(picture: Picture, turn: Turn) -> Cleaned:
    import numpy

    pixels = numpy.ascontiguousarray(numpy.rot90(picture.pixels, -turn))
    pixels.setflags(write=False)
    width, height = float(picture.width), float(picture.height)
    back: dict[int, tuple[float, float, float, float, float, float, float, float, float]] = {
        1: (0.0, 1.0, 0.0, -1.0, 0.0, height, 0.0, 0.0, 1.0),
        2: (-1.0, 0.0, width, 0.0, -1.0, height, 0.0, 0.0, 1.0),
        3: (0.0, -1.0, width, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    }
    return Cleaned(picture=Picture(pixels=pixels), to_source=back[turn], problems=(Problem(kind="turned", text=TEXT),))


def _reduced(picture: Picture) -> "tuple[Pixels, float]":
    """The picture made small enough to look for rows in, and its scale."""
    import cv2
    import numpy

    scale = min(1.0, SEARCH_SIDE / max(picture.width, picture.height))
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    # Down to a half each pixel counts either way, and between two neighbors is several times as quick as over an area.
    way = cv2.INTER_LINEAR if scale >= 0.5 else cv2.INTER_AREA
    return numpy.asarray(cv2.resize(picture.pixels, size, interpolation=way), dtype=numpy.uint8), scale


def _ink(small: "Pixels") -> "Pixels":
    """255 where something is darker than what lies around it."""
    import cv2
    import numpy

    gray = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    darker = cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, numpy.ones((25, 25), numpy.uint8))
    return numpy.asarray(cv2.threshold(darker, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1], dtype=numpy.uint8)


def _without_rules(ink: "Pixels") -> "Pixels":
    """The ink without straight lines, across and down."""
    import cv2
    import numpy

    lines = [numpy.ones(shape, numpy.uint8) for shape in ((LEAST_RULE, 1), (1, LEAST_RULE))]
    rules = [cv2.morphologyEx(ink, cv2.MORPH_OPEN, line) for line in lines]
    around = cv2.dilate(cv2.bitwise_or(*rules), numpy.ones((3, 3), numpy.uint8))
    return numpy.asarray(cv2.bitwise_and(ink, cv2.bitwise_not(around)), dtype=numpy.uint8)


def _rows(ink: "Pixels") -> list[Place]:
    """Where rows of print seem to be, the longest first."""
    import cv2
    import numpy

    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((3, 15), numpy.uint8))
    # On the first of two levels stands the outer rim of each piece, and finding rims is quicker than filling pieces.
    rims, levels = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    outer = [rim for rim, (_, _, _, around) in zip(rims, levels[0] if rims else (), strict=True) if around < 0]
    boxes: list[Place] = [(left, top, wide, high) for left, top, wide, high in map(cv2.boundingRect, outer)]
    likely = [box for box in boxes if LEAST_HEIGHT <= box[3] <= MOST_HEIGHT and box[2] >= LEAST_SHAPE * box[3]]
    likely.sort(key=lambda box: (-box[2], box[1], box[0]))
    return likely


def _on_its_side(place: Place) -> Place:
    """A place of the picture with its sides exchanged, where it lies in the picture itself."""
    left, top, wide, high = place
    return top, left, high, wide


def _piece(small: "Pixels", left: int, top: int, wide: int, high: int) -> "Pixels":
    import numpy

    margin = high // 5 + 1
    right = min(left + min(wide, SHAPE * (high + 2 * margin)), small.shape[1])
    piece = small[max(top - margin, 0) : top + high + margin, max(left - margin, 0) : right + margin, ::-1]
    return numpy.ascontiguousarray(piece)


def _filled_up(piece: "Pixels") -> "NDArray[numpy.float32]":
    """The piece in the classifier's form: from -1 to 1, filled up with the middle."""
    import cv2
    import numpy

    high, wide = piece.shape[:2]
    width = min(ceil(WINDOW_HEIGHT * wide / high), WINDOW_WIDTH)
    filled = numpy.zeros((1, 3, WINDOW_HEIGHT, WINDOW_WIDTH), numpy.float32)
    shown = cv2.resize(piece, (width, WINDOW_HEIGHT)).astype(numpy.float32)
    filled[0, :, :, :width] = (shown * (2 / 255) - 1).transpose(2, 0, 1)
    return filled
