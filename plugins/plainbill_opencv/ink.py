"""Where there is print: what is darker than the paper right around it."""

import cv2
import numpy
from numpy.typing import NDArray

Pixels = NDArray[numpy.uint8]
Colors = NDArray[numpy.float32]

# Times by which a picture is made smaller between neighbors, not over areas: 2 and what rounding adds.
MOST_BETWEEN = 2.04
# Gray levels by which ink is darker than the paper around it.
LEAST_DARKER = 18
# Share of the light around it by which black print is darker than that.
BLACK = 0.3
# Sizes of words in a picture of 640 pixels: (least, most) of the short and of the long side.
SHORT_SIDE, LONG_SIDE = (2, 14), (4, 140)


def gray_of(pixels: Pixels) -> Pixels:
    """The picture's brightness."""
    return numpy.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=numpy.uint8)


def lightness_of_paper(gray: Pixels) -> float:
    """Gray level of the lightest part of a page, its paper; from 0 to 255."""
    return level_at(counted(numpy.ascontiguousarray(gray[::4, ::4])), 90)


def counted(levels: NDArray[numpy.generic]) -> NDArray[numpy.int64]:
    """How many pixels have each of the 256 levels."""
    found = cv2.calcHist([numpy.asarray(levels, dtype=numpy.uint8)], [0], None, [256], [0, 256])
    return numpy.asarray(found, dtype=numpy.int64).ravel()


def counted_among(levels: NDArray[numpy.generic]) -> NDArray[numpy.int64]:
    """The same of a few picked pixels, of which there may be none."""
    return numpy.asarray(numpy.bincount(numpy.asarray(levels, dtype=numpy.uint8), minlength=256), dtype=numpy.int64)


def level_at(counts: NDArray[numpy.int64], percent: float) -> float:
    """The percentile of counted levels, as `numpy.percentile` has it of the pixels; there is at least one."""
    up_to = numpy.cumsum(counts)
    place = (int(up_to[-1]) - 1) * percent / 100
    low, high = (int(numpy.searchsorted(up_to, int(at), side="right")) for at in (place, min(place + 1, up_to[-1] - 1)))
    return low + (high - low) * (place - int(place))


def reduced(pixels: Pixels, scale: float) -> Pixels:
    """The picture made smaller by `scale`, which is at most 1; quick, and from a half on fine print may suffer."""
    if scale >= 1:
        return pixels
    size = _size(pixels, scale)
    pixels = _halved(pixels, size, MOST_BETWEEN)
    # Down to a half each pixel counts between two neighbors too, which is several times as quick as over an area.
    times = max(pixels.shape[1] / size[0], pixels.shape[0] / size[1])
    way = cv2.INTER_LINEAR if times <= MOST_BETWEEN else cv2.INTER_AREA
    return numpy.asarray(cv2.resize(pixels, size, interpolation=way), dtype=numpy.uint8)


def reduced_evenly(pixels: Pixels, scale: float) -> Pixels:
    """The same with every pixel counting alike."""
    if scale >= 1:
        return pixels
    size = _size(pixels, scale)
    return numpy.asarray(cv2.resize(_halved(pixels, size, 4), size, interpolation=cv2.INTER_AREA), dtype=numpy.uint8)


def _size(pixels: Pixels, scale: float) -> tuple[int, int]:
    height, width = pixels.shape[:2]
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _halved(pixels: Pixels, size: tuple[int, int], times: float) -> Pixels:
    """The picture halved as often as it is more than so many times that size: halves are quick."""
    while min(pixels.shape[1] / size[0], pixels.shape[0] / size[1]) > times and not any(
        n % 2 for n in pixels.shape[:2]
    ):
        half = pixels.shape[1] // 2, pixels.shape[0] // 2
        pixels = numpy.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA), dtype=numpy.uint8)
    return pixels


def ink_of(gray: Pixels, reach: int) -> Pixels:
    """255 where a dark stroke narrower than `reach` pixels is, 0 elsewhere, whatever the light."""
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (reach, reach))
    darker = cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, kernel)
    otsu, _ = cv2.threshold(darker, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    _, ink = cv2.threshold(darker, max(otsu, LEAST_DARKER), 255, cv2.THRESH_BINARY)
    return numpy.asarray(ink, dtype=numpy.uint8)


def specks_of_print(small: Pixels) -> NDArray[numpy.float64]:
    """Middles (x, y) of what looks like words in a picture of about 640 pixels."""
    return _words(ink_of(gray_of(small), 9))


def specks_of_black_print(small: Pixels) -> NDArray[numpy.float64]:
    """The same of what is much darker than what lies around it, as the grain of a table is not, in any light."""
    gray = gray_of(small)
    around = cv2.morphologyEx(gray, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8)).astype(numpy.float32)
    black = (around - gray) > BLACK * (around + 4)
    return _words(numpy.asarray(black, dtype=numpy.uint8))


def _words(ink: Pixels) -> NDArray[numpy.float64]:
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((3, 3), numpy.uint8))
    _, _, stats, middles = cv2.connectedComponentsWithStats(joined)
    sides = stats[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    short, long = sides.min(axis=1), sides.max(axis=1)
    words = (short >= SHORT_SIDE[0]) & (short <= SHORT_SIDE[1]) & (long >= LONG_SIDE[0]) & (long <= LONG_SIDE[1])
    return numpy.asarray(middles[1:][words], dtype=numpy.float64)


def without_print(small: Pixels) -> Colors:
    """The picture's colors (L, a, b) with print and rules closed over."""
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8))
    lab = cv2.cvtColor(cv2.GaussianBlur(closed, (5, 5), 0), cv2.COLOR_RGB2LAB)
    return numpy.asarray(lab, dtype=numpy.float32)


def furthest(colors: Colors, other: NDArray[numpy.generic]) -> Colors:
    """How far each color is from another one, in that of its three parts that differs most."""
    # Plane by plane: numpy takes several times as long for the largest of every three.
    planes = [numpy.abs(colors[..., part] - other[part]) for part in range(3)]
    return numpy.asarray(numpy.maximum(numpy.maximum(planes[0], planes[1]), planes[2]), dtype=numpy.float32)
