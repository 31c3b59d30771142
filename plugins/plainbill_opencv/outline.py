"""The outline of a sheet of paper on what it lies on."""

from collections.abc import Sequence

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.bands import with_bands
from plainbill_opencv.drawn import is_drawn
from plainbill_opencv.ink import Colors, Pixels, gray_of, reduced, specks_of_print, without_print
from plainbill_opencv.scans import Specks, fills_the_picture
from plainbill_opencv.sheet import Corners, sheet_corners

# Longest side of the picture in which the outline is looked for: print is gone, edges of paper are not.
SEARCH_SIDE = 640
# Least share of the picture: a card photographed from arm's length.
LEAST_AREA = 0.15
# Nearer than this share of the longest side to the frame, an edge of the paper is taken for the frame itself.
AT_FRAME = 0.012
# Corners of a sheet seen from the side; what is more pointed is not a sheet.
LEAST_ANGLE, MOST_ANGLE = 55.0, 125.0
# Opposite sides of a sheet photographed by hand.
MOST_TAPER = 1.8
# Share of the outline that the region must fill: less, and the region is not four-sided.
LEAST_FILL = 0.93
# Gray levels by which paper is lighter than what it lies on, along each side.
LEAST_CONTRAST = 14.0
# Specks of print outside the outline, as share of all and at least: more, and it is a box on a larger sheet. The grain
# of a table gives some.
MOST_OUTSIDE, FEW_OUTSIDE = 0.12, 12
# So many specks outside are print rather than grain, and so much of them may stay outside the sheet with its shadow.
FEW_IN_SHADOW, LEFT_OUTSIDE = 5, 0.34
# Share of the part in the light that the sheet with its shadow holds.
MOST_SHARED = 0.95
# What has another color than the paper (a, b of L, a, b), or less than this share of its lightness, is not paper.
OTHER_COLOR, OTHER_LIGHT = 10.0, 0.45


def paper_corners(pixels: Pixels) -> Corners | None:
    """Top left, top right, bottom right, bottom left of the paper in the picture; None where that is not plain.

    Doubtful means None: a picture read as it is loses less than one cut or bent in the wrong place.
    """
    scale = min(1.0, SEARCH_SIDE / max(pixels.shape[:2]))
    small = reduced(pixels, scale)
    gray = numpy.asarray(cv2.GaussianBlur(gray_of(small), (5, 5), 0), dtype=numpy.uint8)
    colors = without_print(small)
    specks = specks_of_print(small)
    if fills_the_picture(colors, specks):
        return None
    lab = numpy.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), dtype=numpy.uint8)
    lit = _sheet_among(_regions(lab, gray), gray, specks, colors)
    if lit is not None:
        return numpy.asarray(
            with_bands(_with_its_shadow(lit, lab, gray, specks, colors), lab) / scale, dtype=numpy.float32
        )
    found = sheet_corners(small)
    holds = found is not None and _holds_the_print(found, specks, colors)
    if not holds and (whole := _sheet_among(_regions(lab, gray, in_shadow=True), gray, specks, colors)) is not None:
        return numpy.asarray(with_bands(whole, lab) / scale, dtype=numpy.float32)
    if found is None:
        return None
    corners = numpy.asarray(with_bands(found, lab) / scale, dtype=numpy.float32)
    # What a screen shows lies on no table: print outside is lost.
    return None if not holds and is_drawn(pixels, corners) else corners


def _sheet_among(
    regions: Sequence[NDArray[numpy.int32]], gray: Pixels, specks: Specks, colors: Colors
) -> Corners | None:
    """The corners of the first region that is a sheet and holds the print; None where none is."""
    for region in regions:
        corners = _four_corners(region)
        if corners is not None and _is_sheet(corners, gray) and _holds_the_print(corners, specks, colors):
            return corners
    return None


def _with_its_shadow(lit: Corners, lab: Pixels, gray: Pixels, specks: Specks, colors: Colors) -> Corners:
    """The corners of the sheet of which `lit` is the part in the light; `lit` where it is all of it.

    What lies in the shadow of a hand is darker than the paper beside it and lighter than the table: a second threshold
    among what the first took for the table parts them. Only print that lies there is worth looking for more.
    """
    left_out = _print_outside(lit, specks, colors)
    if left_out <= FEW_IN_SHADOW:
        return lit
    for region in _regions(lab, gray, in_shadow=True):
        corners = _four_corners(region)
        if corners is None or not _is_sheet(corners, gray) or not _is_within(lit, corners):
            continue
        if _print_outside(corners, specks, colors) <= LEFT_OUTSIDE * left_out:
            return corners
    return lit


def _is_within(inner: Corners, outer: Corners) -> bool:
    """True where the outer outline holds nearly all of the inner one."""
    shared, _ = cv2.intersectConvexConvex(inner, outer)
    return float(shared) >= MOST_SHARED * cv2.contourArea(inner)


def is_whole(corners: Corners, pixels: Pixels) -> bool:
    """True where no side of the paper is the picture's own edge."""
    return len(_free_sides(corners, pixels[:, :, 0])) == 4


def _free_sides(corners: Corners, gray: Pixels) -> list[tuple[Corners, Corners]]:
    """The sides that are not the picture's own edge."""
    height, width = gray.shape
    near = AT_FRAME * max(height, width)
    sides = zip(corners, numpy.roll(corners, -1, axis=0), strict=True)
    return [(one, other) for one, other in sides if not _on_frame(one, other, width, height, near)]


def _regions(lab: Pixels, gray: Pixels, *, in_shadow: bool = False) -> list[NDArray[numpy.int32]]:
    """Outlines of the largest regions that may be paper, largest first: by brightness, and by not being the table.

    With `in_shadow` also what is lighter, or less like the table, than most of what is not the paper in the light.
    """
    contours: list[NDArray[numpy.int32]] = []
    for plane in (gray, _unlike_the_rim(lab)):
        level, paper = cv2.threshold(plane, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        if in_shadow:
            rest = plane[plane <= level]
            level, _ = cv2.threshold(rest, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
            _, paper = cv2.threshold(plane, level, 255, cv2.THRESH_BINARY)
        # Print and dark bands are gaps in the paper; what else lies on the table hangs on it by little.
        paper = cv2.morphologyEx(paper, cv2.MORPH_CLOSE, numpy.ones((9, 9), numpy.uint8))
        paper = cv2.morphologyEx(paper, cv2.MORPH_OPEN, numpy.ones((9, 9), numpy.uint8))
        found, _ = cv2.findContours(paper, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        contours += [numpy.asarray(contour, dtype=numpy.int32) for contour in found]
    contours.sort(key=cv2.contourArea, reverse=True)
    return contours[:4]


def _unlike_the_rim(lab: Pixels) -> Pixels:
    """How far each color (L, a, b) is from that of the picture's rim, where the table shows; light counts half.

    Under a lamp the far corner of the paper may be darker than the table beside the lamp, but not of its color.
    """
    soft = cv2.GaussianBlur(lab, (7, 7), 0)
    bands = soft[:6], soft[:, :6], soft[:, -6:]
    rim = numpy.concatenate([band.reshape(-1, 3) for band in bands]).astype(numpy.float32)
    middle = numpy.median(rim, axis=0)
    spread = numpy.maximum(numpy.median(numpy.abs(rim - middle), axis=0) * 1.5, (12.0, 3.0, 3.0))
    light, red, blue = (
        (plane - middle[i]) * numpy.float32(20 * (0.5, 1, 1)[i] / spread[i]) for i, plane in enumerate(cv2.split(soft))
    )
    return numpy.asarray(cv2.magnitude(cv2.magnitude(light, red), blue).clip(0, 255), dtype=numpy.uint8)


def _four_corners(region: NDArray[numpy.int32]) -> Corners | None:
    """The four-sided outline closest around the region, which completes a corner in shadow; None where it is none."""
    area = cv2.contourArea(region)
    hull = cv2.convexHull(region)
    if area < 1000 or len(hull) < 4:
        return None
    outline = numpy.asarray(cv2.approxPolyN(hull, 4, ensure_convex=True), dtype=numpy.float32).reshape(-1, 2)
    if len(outline) != 4 or area < LEAST_FILL * cv2.contourArea(outline):
        return None
    return _in_order(outline)


def _in_order(outline: Corners) -> Corners:
    """Clockwise as seen, from the corner nearest to the top left."""
    middle = outline.mean(axis=0)
    angles = numpy.arctan2(outline[:, 1] - middle[1], outline[:, 0] - middle[0])
    turned = outline[numpy.argsort(angles)]
    first = int(numpy.argmin(turned.sum(axis=1)))
    return numpy.roll(turned, -first, axis=0)


def _is_sheet(corners: Corners, gray: Pixels) -> bool:
    return _is_shaped(corners, gray) and _stands_out(corners, gray)


def _is_shaped(corners: Corners, gray: Pixels) -> bool:
    height, width = gray.shape
    if cv2.contourArea(corners) < LEAST_AREA * height * width:
        return False
    sides = numpy.roll(corners, -1, axis=0) - corners
    lengths = numpy.linalg.norm(sides, axis=1)
    if lengths.min() < 1 or max(lengths[0] / lengths[2], lengths[2] / lengths[0]) > MOST_TAPER:
        return False
    if max(lengths[1] / lengths[3], lengths[3] / lengths[1]) > MOST_TAPER:
        return False
    back = -numpy.roll(sides, 1, axis=0)
    cosines = (sides * back).sum(axis=1) / (lengths * numpy.roll(lengths, 1))
    angles = numpy.degrees(numpy.arccos(cosines.clip(-1, 1)))
    return bool(angles.min() >= LEAST_ANGLE and angles.max() <= MOST_ANGLE)


def _stands_out(corners: Corners, gray: Pixels) -> bool:
    """True where the paper is lighter than its surroundings along each side that is not the picture's own edge."""
    inward = corners.mean(axis=0)
    free = _free_sides(corners, gray)
    for one, other in free:
        points = one + (other - one) * numpy.linspace(0.08, 0.92, 40)[:, None]
        normal = numpy.array([other[1] - one[1], one[0] - other[0]]) / max(float(numpy.linalg.norm(other - one)), 1.0)
        if float(normal @ (inward - one)) < 0:
            normal = -normal
        inside, outside = _levels(gray, points + 6 * normal), _levels(gray, points - 6 * normal)
        if float(numpy.median(inside - outside)) < LEAST_CONTRAST:
            return False
    # With two sides or more cut off by the frame, the corners are not those of the paper.
    return len(free) >= 3


def _on_frame(one: Corners, other: Corners, width: int, height: int, near: float) -> bool:
    for axis, end in ((0, width - 1), (1, height - 1)):
        if max(one[axis], other[axis]) <= near or min(one[axis], other[axis]) >= end - near:
            return True
    return False


def _levels(gray: Pixels, points: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
    height, width = gray.shape
    columns = points[:, 0].round().astype(int).clip(0, width - 1)
    rows = points[:, 1].round().astype(int).clip(0, height - 1)
    return numpy.asarray(gray[rows, columns], dtype=numpy.float64)


def _holds_the_print(corners: Corners, specks: Specks, colors: Colors) -> bool:
    """True where hardly any print stands outside on what looks like the same paper; a table may have any pattern."""
    alike, outside = _alike_and_outside(corners, specks, colors)
    return outside <= max(MOST_OUTSIDE * alike, FEW_OUTSIDE)


def _print_outside(corners: Corners, specks: Specks, colors: Colors) -> int:
    """How many specks of print stand outside on what looks like the same paper."""
    return _alike_and_outside(corners, specks, colors)[1]


def _alike_and_outside(corners: Corners, specks: Specks, colors: Colors) -> tuple[int, int]:
    """How many specks of print stand on what looks like the paper within the corners, and how many of them outside."""
    if not len(specks):
        return 0, 0
    mask = numpy.zeros(colors.shape[:2], numpy.uint8)
    cv2.fillConvexPoly(mask, corners.round().astype(numpy.int32), 255)
    paper = numpy.median(colors.reshape(-1, 3)[numpy.flatnonzero(mask)[::16]], axis=0)
    columns, rows = specks[:, 0].astype(int), specks[:, 1].astype(int)
    around = colors[rows, columns]
    alike = numpy.linalg.norm(around[:, 1:] - paper[1:], axis=1) < OTHER_COLOR
    alike &= around[:, 0] > OTHER_LIGHT * paper[0]
    return int(alike.sum()), int((alike & (mask[rows, columns] == 0)).sum())
