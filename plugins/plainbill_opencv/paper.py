"""The page as if it lay flat under a scanner, and the way back to the photo."""

import math

import cv2
import numpy
from numpy.typing import NDArray

from plainbill.case import Problem
from plainbill.plugins.records import Cleaned, Picture
from plainbill_opencv.cut import cut_sides
from plainbill_opencv.faults import faults_of
from plainbill_opencv.ink import Pixels, gray_of, reduced
from plainbill_opencv.light import is_dark, lightened
from plainbill_opencv.outline import is_whole, paper_corners
from plainbill_opencv.sheet import Corners
from plainbill_opencv.slope import SEARCH_SIDE, ink_for_rows, lies_on_its_side, skew_of

Matrix = NDArray[numpy.float64]
Size = tuple[int, int]

# More than readers make use of (RapidOCR reduces to 2,000), and less to carry around.
LONGEST_SIDE = 2600
# Pictures shorter than this have print so small that it is drawn anew with care; on others it would only take time.
SMALL = 1700
# Share of the paper's size kept around it: an outline found a little too far in must not cut off print.
MARGIN = 0.012
# With its corners this near to the picture's own, as share of its size, the paper is the whole picture: a scan.
WHOLE = 0.02
# Share of the picture's longest side that is shown as the place of a cut.
CUT_BAND = 0.04
TURNED = "the picture does not stand upright; it was turned for reading, nothing to do"


def clean_page(picture: Picture) -> Cleaned | None:
    """The paper alone, flat and light, with level rows; None where the picture is that already and without fault."""
    pixels = picture.pixels
    flatten, size, whole = _flattening(pixels)
    level, size, turned = _leveling(pixels, flatten, size)
    forward = level @ flatten
    unchanged = numpy.array_equal(forward, numpy.eye(3))
    page = pixels if unchanged else _warped(pixels, forward, size)
    problems = [*faults_of(page), *([Problem(kind="turned", text=TURNED)] if turned else [])]
    if not whole:
        problems += [_cut_at(side, forward, pixels) for side in cut_sides(pixels)]
    dark = is_dark(page)
    if unchanged and not problems and not dark:
        return None
    seen = picture if unchanged and not dark else _kept(lightened(page) if dark else page)
    return Cleaned(picture=seen, to_source=_way_back(forward), problems=tuple(problems))


def _cut_at(side: str, forward: Matrix, pixels: Pixels) -> Problem:
    """The fault of a side at which print is cut off, its box in the cleaned picture."""
    height, width = pixels.shape[:2]
    band = CUT_BAND * max(width, height)
    left, right = (width - band if side == "right" else 0.0), (band if side == "left" else float(width))
    top, bottom = (height - band if side == "bottom" else 0.0), (band if side == "top" else float(height))
    corners = numpy.array([[[left, top], [right, top], [right, bottom], [left, bottom]]], dtype=numpy.float64)
    seen = cv2.perspectiveTransform(corners, forward)[0]
    x0, y0, x1, y1 = (round(float(edge), 1) for edge in (*seen.min(axis=0), *seen.max(axis=0)))
    text = f"print is cut off at the {side} edge of the picture; photograph the whole page"
    return Problem(kind="cut_edge", text=text, box=(x0, y0, x1, y1))


def _flattening(pixels: Pixels) -> tuple[Matrix, Size, bool]:
    """The matrix that takes the picture to the paper seen from above, the size of that, and whether it is whole."""
    height, width = pixels.shape[:2]
    corners = paper_corners(pixels)
    frame = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=numpy.float32)
    if corners is None or float(numpy.abs(corners - frame).max()) <= WHOLE * max(width, height):
        return numpy.eye(3), (width, height), False
    middle = corners.mean(axis=0)
    wide = (middle + (corners - middle) * (1 + 2 * MARGIN)).astype(numpy.float32)
    sides = [float(side) for side in numpy.linalg.norm(numpy.roll(wide, -1, axis=0) - wide, axis=1)]
    across, down = max(sides[0], sides[2]), max(sides[1], sides[3])
    scale = min(1.0, LONGEST_SIDE / max(across, down))
    size = max(round(across * scale), 1), max(round(down * scale), 1)
    return (
        numpy.asarray(cv2.getPerspectiveTransform(wide, _frame(size)), dtype=numpy.float64),
        size,
        is_whole(corners, pixels),
    )


def _frame(size: Size) -> Corners:
    width, height = size
    return numpy.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=numpy.float32)


def _leveling(pixels: Pixels, flatten: Matrix, size: Size) -> tuple[Matrix, Size, bool]:
    """The matrix that sets the rows of the flat page level, the size it then has, and whether it lay on its side."""
    scale = min(1.0, SEARCH_SIDE / max(size))
    small = round(size[0] * scale), round(size[1] * scale)
    ink = ink_for_rows(_warped(gray_of(pixels), numpy.diag([scale, scale, 1.0]) @ flatten, small))
    if ink is None:
        return numpy.eye(3), size, False
    level, turned = numpy.eye(3), lies_on_its_side(ink)
    if turned:
        # A quarter clockwise, so that the left edge comes to the top; whether that is upside down shows in the letters.
        level = numpy.array([[0.0, -1.0, float(size[1])], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
        size = size[1], size[0]
        ink = numpy.ascontiguousarray(numpy.rot90(ink, -1))
    skew = skew_of(ink)
    if skew:
        untilt, size = _untilting(skew, size)
        level = untilt @ level
    return level, size, turned


def _untilting(skew: float, size: Size) -> tuple[Matrix, Size]:
    """A turn by `skew` degrees against the clock, and the size that holds the whole page after it."""
    cosine, sine = math.cos(math.radians(skew)), math.sin(math.radians(skew))
    width, height = size
    wide, high = math.ceil(width * cosine + height * abs(sine)), math.ceil(height * cosine + width * abs(sine))
    turn = numpy.array([[cosine, sine, 0.0], [-sine, cosine, 0.0], [0.0, 0.0, 1.0]])
    middle = turn @ numpy.array([width / 2, height / 2, 1.0])
    shift = numpy.array([[1.0, 0.0, wide / 2 - middle[0]], [0.0, 1.0, high / 2 - middle[1]], [0.0, 0.0, 1.0]])
    return shift @ turn, (wide, high)


def _kept(page: Pixels) -> Picture:
    page.setflags(write=False)
    return Picture(pixels=page)


def _warped(pixels: Pixels, forward: Matrix, size: Size) -> Pixels:
    """The picture, in color or gray, drawn anew; first made smaller where it shrinks, since a warp skips pixels."""
    height, width = pixels.shape[:2]
    shrink = math.sqrt(max(abs(float(numpy.linalg.det(forward[:2, :2]))), 1e-9))
    if shrink < 0.7:
        # Halves are quick, and from there on a warp skips none.
        pixels = reduced(pixels, 0.5 if 0.35 <= shrink <= 0.5 else shrink)
        forward = forward @ numpy.diag([width / pixels.shape[1], height / pixels.shape[0], 1.0])
    way = cv2.INTER_CUBIC if max(pixels.shape) < SMALL else cv2.INTER_LINEAR
    page = cv2.warpPerspective(pixels, forward, size, flags=way, borderMode=cv2.BORDER_REPLICATE)
    return numpy.asarray(page, dtype=numpy.uint8)


def _way_back(forward: Matrix) -> tuple[float, float, float, float, float, float, float, float, float]:
    matrix = numpy.linalg.inv(forward)
    a, b, c, d, e, f, g, h, i = (float(value) for value in (matrix / matrix[2, 2]).ravel())
    return a, b, c, d, e, f, g, h, i
