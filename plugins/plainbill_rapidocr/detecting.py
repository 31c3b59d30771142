"""Where print stands: the detector is shown the page in strips, without the paper that is empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainbill_rapidocr.networks import Network

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Pixels = NDArray[numpy.uint8]
    Numbers = NDArray[numpy.float32]

# A page is shown no longer than this, and its print no smaller than makes its short side this.
LONGEST_SIDE, LEAST_SHORT_SIDE = 2000, 736
# Strips have sides that are multiples of this, so that few shapes occur, and share so many rows with the next.
STEP, SHARED = 128, 96
# From this certainty on a pixel is print, and on average a box is. Lower than RapidOCR's own 0.5 for a box, which loses
# a digit that stands alone in its column.
INK, SURE = 0.3, 0.4
# How far a box is set outward: its area over its outline, times this.
OUTWARD = 1.3
# Pixels: a box narrower than this is dirt.
LEAST_BOX = 3
# What differs by no more than this from pixel to pixel, four times smaller, is empty paper, and around the rest so many
# pixels stay.
FLAT, REDUCED, MARGIN = 10, 4, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A piece of the page as it is shown to the detector; pixels of the page at its scale."""

    left: int
    top: int
    width: int
    height: int


def find_print(network: Network, pixels: "Pixels", strip_height: int) -> "list[Numbers]":
    """The four corners of each run of print, clockwise from its top left, in pixels of the picture."""
    import cv2
    import numpy

    height, width = pixels.shape[:2]
    scale = _scale(width, height)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    shown = numpy.asarray(cv2.resize(pixels, size, interpolation=way), dtype=numpy.uint8)
    strips = list(_strips(shown, strip_height))
    chart = numpy.zeros((size[1], size[0]), numpy.float32)
    for strip, answer in zip(strips, network.answers(_shown(shown, strip) for strip in strips), strict=True):
        _chart(chart, strip, answer[0, 0])
    return list(_boxes(chart, (width / size[0], height / size[1]), (width, height)))


def _scale(width: int, height: int) -> float:
    """How a page is shown: not too long, its print not too small, and a thin piece no longer than a page."""
    fitting = min(1.0, LONGEST_SIDE / max(width, height))
    long, short = max(width, height) * fitting, min(width, height) * fitting
    return fitting * max(1.0, min(LEAST_SHORT_SIDE / short, LONGEST_SIDE / long))


def _strips(shown: "Pixels", strip_height: int) -> Iterator[Strip]:
    """Strips over every row with ink; each starts at the next ink that the strips before do not hold."""
    rows, columns = _inked(shown)
    if not rows.size:
        return
    left, right = max(int(columns[0]) - MARGIN, 0), min(int(columns[-1]) + MARGIN, shown.shape[1])
    width = _multiple(right - left)
    top, end = max(int(rows[0]) - MARGIN, 0), min(int(rows[-1]) + MARGIN, shown.shape[0])
    while True:
        height = min(strip_height, _multiple(end - top))
        yield Strip(left=left, top=top, width=width, height=height)
        later = rows[rows >= top + height - SHARED // 2]
        if not later.size or top + height >= end:
            return
        top = max(top + height - SHARED, int(later[0]) - MARGIN)


def _multiple(pixels: int) -> int:
    return -(-pixels // STEP) * STEP


def _inked(shown: "Pixels") -> "tuple[NDArray[numpy.intp], NDArray[numpy.intp]]":
    """The rows and the columns of the page that hold something other than empty paper."""
    import cv2
    import numpy

    size = max(shown.shape[1] // REDUCED, 1), max(shown.shape[0] // REDUCED, 1)
    small = cv2.cvtColor(cv2.resize(shown, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    uneven = cv2.morphologyEx(small, cv2.MORPH_GRADIENT, numpy.ones((3, 3), numpy.uint8)) > FLAT
    return numpy.flatnonzero(uneven.any(1)) * REDUCED, numpy.flatnonzero(uneven.any(0)) * REDUCED


def _shown(shown: "Pixels", strip: Strip) -> "Numbers":
    """The strip in the detector's form: blue first, from -1 to 1, filled up with the page's own edge."""
    import cv2
    import numpy

    piece = shown[strip.top : strip.top + strip.height, strip.left : strip.left + strip.width, ::-1]
    below, beside = strip.height - piece.shape[0], strip.width - piece.shape[1]
    full = cv2.copyMakeBorder(numpy.ascontiguousarray(piece), 0, below, 0, beside, cv2.BORDER_REPLICATE)
    return numpy.ascontiguousarray((full.astype(numpy.float32) * (2 / 255) - 1).transpose(2, 0, 1)[None])


def _chart(chart: "Numbers", strip: Strip, answer: "Numbers") -> None:
    """Enter a strip's answer; of rows that two strips share, each gives the half that lies deeper in it."""
    skip = SHARED // 2 if strip.top and chart[strip.top : strip.top + SHARED // 2].any() else 0
    place = chart[strip.top + skip : strip.top + strip.height, strip.left : strip.left + strip.width]
    place[:] = answer[skip : skip + place.shape[0], : place.shape[1]]


def _boxes(chart: "Numbers", scale: tuple[float, float], size: tuple[int, int]) -> "Iterator[Numbers]":
    import cv2
    import numpy

    outlines, _ = cv2.findContours((chart > INK).astype(numpy.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        middle, (width, height), angle = cv2.minAreaRect(outline)
        tight = numpy.asarray(cv2.boxPoints((middle, (width, height), angle)), dtype=numpy.float32)
        if min(width, height) < LEAST_BOX or _certainty(chart, tight) < SURE:
            continue
        wider = width * height * OUTWARD / (width + height)
        loose = numpy.asarray(cv2.boxPoints((middle, (width + wider, height + wider), angle)), dtype=numpy.float32)
        corners = (
            _clockwise(loose * numpy.array(scale, numpy.float32))
            .clip(0, (size[0] - 1, size[1] - 1))
            .astype(numpy.float32)
        )
        if min(_length(corners[0], corners[1]), _length(corners[0], corners[3])) > LEAST_BOX:
            yield corners


def _certainty(chart: "Numbers", corners: "Numbers") -> float:
    import cv2
    import numpy

    height, width = chart.shape
    left, top = numpy.floor(corners.min(0)).clip(0, (width - 1, height - 1)).astype(int)
    right, bottom = numpy.ceil(corners.max(0)).clip(0, (width - 1, height - 1)).astype(int)
    inside = numpy.zeros((bottom - top + 1, right - left + 1), numpy.uint8)
    cv2.fillPoly(inside, [(corners - (left, top)).astype(numpy.int32)], (1,))
    return float(cv2.mean(chart[top : bottom + 1, left : right + 1], inside)[0])


def _clockwise(corners: "Numbers") -> "Numbers":
    """The corners from the top left one on; the two leftmost are the left side."""
    import numpy

    by_x = corners[numpy.argsort(corners[:, 0], kind="stable")]
    top_left, bottom_left = by_x[:2][numpy.argsort(by_x[:2, 1], kind="stable")]
    top_right, bottom_right = by_x[2:][numpy.argsort(by_x[2:, 1], kind="stable")]
    return numpy.array([top_left, top_right, bottom_right, bottom_left])


def _length(one: "Numbers", other: "Numbers") -> float:
    return float(((one - other) ** 2).sum() ** 0.5)
