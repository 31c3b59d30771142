"""Whether the paper runs out of the picture: rows of print that the picture's own edge cuts off."""

import cv2
import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Colors, Pixels, gray_of, ink_of, reduced, reduced_evenly, without_print

# Longest side of the picture in which cut print is looked for.
SEARCH_SIDE = 1000
# Pixels between a piece of ink and the edge that cuts it, and sizes of such a piece: (least, most) height and width.
TOUCHING, HEIGHTS, WIDTHS = 2, (4, 26), (4, 400)
# Rows that end at a standing edge; words hardly further than their height from a level one, where papers have a margin;
# how much higher or lower than usual they may be.
LEAST_ROWS, LEAST_WORDS, AS_HIGH, NEAR = 4, 6, 1.45, 1.6
# The paper is as light as this share of the median around all print and differs from it by less than this in color.
AS_LIGHT, AS_COLORED = 0.6, 10.0
SIDES = ("left", "top", "right", "bottom")


def cut_sides(pixels: Pixels) -> list[str]:
    """The sides of the picture, by name, at which print of the paper is cut off."""
    scale = min(1.0, SEARCH_SIDE / max(pixels.shape[:2]))
    ink = ink_of(reduced_evenly(gray_of(pixels), scale), 15)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((1, 5), numpy.uint8))
    _, _, stats, middles = cv2.connectedComponentsWithStats(joined)
    boxes = stats[1:, :4]
    print_ = (boxes[:, 3] >= HEIGHTS[0]) & (boxes[:, 3] <= HEIGHTS[1])
    print_ &= (boxes[:, 2] >= WIDTHS[0]) & (boxes[:, 2] <= WIDTHS[1])
    on_paper = _on_the_paper(
        without_print(reduced(pixels, scale)), numpy.asarray(middles[1:], dtype=numpy.float64), print_
    )
    height, width = ink.shape
    boxes = boxes[print_ & on_paper]
    if not len(boxes):
        return []
    # Cut in their length or not, rows of the paper are about as high as its others; what else lies there is not.
    usual = float(numpy.median(boxes[:, 3]))
    boxes = boxes[(boxes[:, 3] > usual / AS_HIGH) & (boxes[:, 3] < usual * AS_HIGH)]
    ends = {
        "left": boxes[:, 0] <= TOUCHING,
        "top": boxes[:, 1] <= NEAR * usual,
        "right": boxes[:, 0] + boxes[:, 2] >= width - TOUCHING,
        "bottom": boxes[:, 1] + boxes[:, 3] >= height - NEAR * usual,
    }
    least = {"left": LEAST_ROWS, "right": LEAST_ROWS, "top": LEAST_WORDS, "bottom": LEAST_WORDS}
    return [side for side in SIDES if int(ends[side].sum()) >= least[side]]


def _on_the_paper(
    colors: Colors, middles: NDArray[numpy.float64], print_: NDArray[numpy.bool_]
) -> NDArray[numpy.bool_]:
    """Which pieces of ink stand on what most of the print stands on, in one piece with it."""
    if not print_.any():
        return numpy.zeros(len(middles), dtype=bool)
    columns, rows = middles[:, 0].astype(int), middles[:, 1].astype(int)
    around = colors[rows, columns]
    usual = numpy.median(around[print_], axis=0)
    alike = (numpy.linalg.norm(colors[:, :, 1:] - usual[1:], axis=2) < AS_COLORED) & (
        colors[:, :, 0] > AS_LIGHT * usual[0]
    )
    _, sheets = cv2.connectedComponents(cv2.erode(alike.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8)))
    sheets = cv2.dilate(sheets.astype(numpy.float32), numpy.ones((9, 9), numpy.uint8)).astype(int)
    at = sheets[rows, columns]
    counted = numpy.bincount(at[print_ & (at > 0)], minlength=1)
    return numpy.asarray((at > 0) & (at == int(counted.argmax())), dtype=bool)
