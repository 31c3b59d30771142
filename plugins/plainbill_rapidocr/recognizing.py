"""What runs of print say: each is cut out, set level, and read in the narrowest of a few widths that holds it."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from plainbill_rapidocr.networks import Network
from plainbill_rapidocr.words import SIDEWAYS, Point, Run

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Pixels = NDArray[numpy.uint8]
    Numbers = NDArray[numpy.float32]

# Height in which runs are read. Widths are multiples of the step: every other shape would cost time when it comes first
# and memory for good. Most cells of a bill are short, and a run filled up to RapidOCR's own 320 is mostly nothing.
HEIGHT, LEAST_WIDTH, WIDTH_STEP = 48, 128, 64
# Longer than any line of print can be; what is longer is squeezed.
MOST_WIDTH = 3200
# Rows of a run that are left out above and below when paper between letters is looked for; percentiles of a run's gray
# levels that are ink and paper, and the share of the way from paper to ink from which on a pixel is inked.
RIM, INK, PAPER, INKED = 6, 3, 75, 0.4
# Answers stand for: no letter; those the network names; a blank.
NO_LETTER, BLANK = 0, " "


def read_runs(network: Network, pixels: "Pixels", boxes: "Sequence[Numbers]") -> Iterator[Run]:
    """What stands in each box, in the order of their widths; a box without letters is left out."""
    letters = ("", *network.letters(), BLANK)
    shown = sorted(((box, _level(pixels, box)) for box in boxes), key=lambda each: each[1].shape[1])
    answers = network.answers(_filled_up(level) for _, level in shown)
    for (box, level), answer in zip(shown, answers, strict=True):
        run = _run(answer[0], box, level, letters)
        if run is not None:
            yield run


def _level(pixels: "Pixels", box: "Numbers") -> "Pixels":
    """The run cut out, set level and brought to the height in which it is read.

    Small print is enlarged as it is cut out: cut to its own few pixels first, its letters would be blurred twice.
    """
    import cv2
    import numpy

    width = max(_length(box[0], box[1]), _length(box[2], box[3]), 1.0)
    height = max(_length(box[0], box[3]), _length(box[1], box[2]), 1.0)
    on_its_side = height >= SIDEWAYS * width
    scale = max(HEIGHT / (width if on_its_side else height), 1.0)
    across, down = round(width * scale), round(height * scale)
    edges = numpy.array([[0, 0], [across, 0], [across, down], [0, down]], numpy.float32)
    view = cv2.getPerspectiveTransform(box, edges)
    way = cv2.INTER_LINEAR if scale > 1 else cv2.INTER_CUBIC
    piece = cv2.warpPerspective(pixels, view, (across, down), flags=way, borderMode=cv2.BORDER_REPLICATE)
    if on_its_side:
        piece, across, down = numpy.rot90(piece), down, across
    size = min(max(ceil(HEIGHT * across / down), 1), MOST_WIDTH), HEIGHT
    return numpy.asarray(cv2.resize(numpy.ascontiguousarray(piece), size), dtype=numpy.uint8)


def _length(one: "Numbers", other: "Numbers") -> float:
    return float(((one - other) ** 2).sum() ** 0.5)


def _filled_up(level: "Pixels") -> "Numbers":
    """The run in the recognizer's form: blue first, from -1 to 1, filled up with the middle."""
    import numpy

    width = level.shape[1]
    filled = numpy.zeros((1, 3, HEIGHT, max(-(-width // WIDTH_STEP) * WIDTH_STEP, LEAST_WIDTH)), numpy.float32)
    filled[0, :, :, :width] = (level[:, :, ::-1].astype(numpy.float32) * (2 / 255) - 1).transpose(2, 0, 1)
    return filled


def _run(answer: "Numbers", box: "Numbers", level: "Pixels", letters: Sequence[str]) -> Run | None:
    """The likeliest letter of each column; one that goes on over several columns counts once."""
    import numpy

    best = answer.argmax(1)
    starts = numpy.flatnonzero((best != NO_LETTER) & (numpy.diff(best, prepend=NO_LETTER) != 0))
    if not starts.size:
        return None
    text = "".join(letters[int(letter)] for letter in best[starts])
    columns = tuple(int(column) for column, letter in zip(starts, text, strict=True) if not letter.isspace())
    width = level.shape[1]
    filled = max(-(-width // WIDTH_STEP) * WIDTH_STEP, LEAST_WIDTH)
    corners: tuple[Point, ...] = tuple((float(x), float(y)) for x, y in box)
    scores = tuple(float(answer[column, best[column]]) for column in starts)
    return Run(
        text=text, corners=corners, columns=columns, width=len(answer) * width / filled, scores=scores,
        empty=_empty(level, [(column + 0.5) * filled / len(answer) for column in columns]),
    )  # fmt: skip


def _empty(level: "Pixels", middles: Sequence[float]) -> tuple[float, ...]:
    """How much paper there is from each letter to the next, as share of the run's height."""
    import cv2
    import numpy

    gray = cv2.blur(cv2.cvtColor(level, cv2.COLOR_RGB2GRAY), (3, 3))[RIM:-RIM]
    ink, paper = numpy.percentile(gray, (INK, PAPER))
    is_paper = gray.min(axis=0) > paper - INKED * (paper - ink)
    gaps = []
    for before, after in zip(middles, middles[1:], strict=False):
        inked = numpy.flatnonzero(~is_paper[int(before) : int(after) + 1])
        stretches = numpy.diff(inked, prepend=-1, append=int(after) + 1 - int(before)) - 1
        gaps.append(float(stretches.max()) / HEIGHT)
    return tuple(gaps)
