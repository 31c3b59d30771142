"""Four-sided outlines put together from straight edges, for paper on a table that is as light as it is."""

from itertools import combinations

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Pixels

Lines = NDArray[numpy.float64]
Corners = NDArray[numpy.float32]
Colors = NDArray[numpy.float32]

# An edge of paper is at least so long, as share of the longest side, and broken by at most so many pixels.
LEAST_LENGTH, MOST_GAP = 0.18, 14
# Lines of each direction that are tried, longest first, and how near two are one: degrees and pixels.
MOST_LINES, ONE_ANGLE, ONE_DISTANCE = 8, 3.0, 6.0
# By how much colors of paper and table differ.
LEAST_STEP = 4.0
# Pixels to each side of an edge at which colors are compared.
BESIDE = 5


def without_print(small: Pixels) -> Colors:
    """The picture's colors (L, a, b) with print and rules closed over."""
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8))
    lab = cv2.cvtColor(cv2.GaussianBlur(closed, (5, 5), 0), cv2.COLOR_RGB2LAB)
    return numpy.asarray(lab, dtype=numpy.float32)


def outlines_of_edges(colors: Colors) -> list[Corners]:
    """Outlines of two level and two standing edges, the picture's own among them, largest first; unordered corners."""
    height, width = colors.shape[:2]
    lines = _lines(colors)
    level = _distinct([line for line in lines if abs(_angle(line)) <= 45])
    standing = _distinct([line for line in lines if abs(_angle(line)) > 45])
    level += [_line(0, 0, width - 1, 0), _line(0, height - 1, width - 1, height - 1)]
    standing += [_line(0, 0, 0, height - 1), _line(width - 1, 0, width - 1, height - 1)]
    found: list[tuple[float, Corners]] = []
    for one, other in combinations(level, 2):
        for left, right in combinations(standing, 2):
            corners = _crossings(one, other, left, right)
            if corners is not None and _within(corners, width, height):
                found.append((float(cv2.contourArea(corners)), corners))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [corners for area, corners in found if area > 0]


def supported(colors: Colors, one: Corners, other: Corners, inward: NDArray[numpy.float64], least_share: float) -> bool:
    """True where the colors on both sides of an edge differ in the same way along that share of it."""
    points = one + (other - one) * numpy.linspace(0.05, 0.95, 60)[:, None]
    normal = numpy.array([other[1] - one[1], one[0] - other[0]]) / max(float(numpy.linalg.norm(other - one)), 1.0)
    if float(normal @ (inward - one)) < 0:
        normal = -normal
    step = _at(colors, points + BESIDE * normal) - _at(colors, points - BESIDE * normal)
    way = numpy.median(step, axis=0)
    size = float(numpy.linalg.norm(way))
    # Paper is hardly ever darker than what it lies on.
    if size < LEAST_STEP or way[0] < -LEAST_STEP:
        return False
    return float((step @ (way / size) > LEAST_STEP / 2).mean()) >= least_share


def _lines(colors: Colors) -> list[Lines]:
    gray = numpy.asarray(colors[:, :, 0], dtype=numpy.uint8)
    edges = cv2.Canny(gray, 12, 36)
    length = LEAST_LENGTH * max(gray.shape)
    found = cv2.HoughLinesP(edges, 1, numpy.pi / 360, 40, minLineLength=length, maxLineGap=MOST_GAP)
    if found is None:
        return []
    lines = [numpy.asarray(line, dtype=numpy.float64) for line in numpy.asarray(found).reshape(-1, 4)]
    return sorted(lines, key=_length, reverse=True)


def _distinct(lines: list[Lines]) -> list[Lines]:
    kept: list[Lines] = []
    for line in lines:
        if len(kept) == MOST_LINES:
            break
        if not any(_alike(line, other) for other in kept):
            kept.append(line)
    return kept


def _alike(line: Lines, other: Lines) -> bool:
    turn = abs(_angle(line) - _angle(other))
    if min(turn, 180 - turn) > ONE_ANGLE:
        return False
    along = (other[2:] - other[:2]) / max(_length(other), 1.0)
    off = (line[:2] + line[2:]) / 2 - other[:2]
    return abs(float(along[0] * off[1] - along[1] * off[0])) < ONE_DISTANCE


def _line(x0: float, y0: float, x1: float, y1: float) -> Lines:
    return numpy.array([x0, y0, x1, y1], dtype=numpy.float64)


def _length(line: Lines) -> float:
    return float(numpy.hypot(line[2] - line[0], line[3] - line[1]))


def _angle(line: Lines) -> float:
    """Degrees from level, -90 to 90."""
    angle = float(numpy.degrees(numpy.arctan2(line[3] - line[1], line[2] - line[0])))
    return (angle + 90) % 180 - 90


def _crossings(one: Lines, other: Lines, left: Lines, right: Lines) -> Corners | None:
    points = [_crossing(first, second) for first, second in ((one, left), (one, right), (other, right), (other, left))]
    if any(point is None for point in points):
        return None
    hull = cv2.convexHull(numpy.array(points, dtype=numpy.float32))
    return numpy.asarray(hull.reshape(-1, 2), dtype=numpy.float32) if len(hull) == 4 else None


def _crossing(line: Lines, other: Lines) -> tuple[float, float] | None:
    first = numpy.cross((*line[:2], 1.0), (*line[2:], 1.0))
    second = numpy.cross((*other[:2], 1.0), (*other[2:], 1.0))
    x, y, scale = numpy.cross(first, second)
    return (float(x / scale), float(y / scale)) if abs(scale) > 1e-9 else None


def _within(corners: Corners, width: int, height: int) -> bool:
    slack = 0.01 * max(width, height)
    low, high = corners.min(axis=0), corners.max(axis=0)
    return bool((low >= -slack).all() and high[0] <= width - 1 + slack and high[1] <= height - 1 + slack)


def _at(colors: Colors, points: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
    height, width = colors.shape[:2]
    columns = points[:, 0].round().astype(int).clip(0, width - 1)
    rows = points[:, 1].round().astype(int).clip(0, height - 1)
    return numpy.asarray(colors[rows, columns], dtype=numpy.float64)
