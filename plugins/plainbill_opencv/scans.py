"""Whether a page fills its picture, as in a scan and on a screen: its rim is paper, or bands that run to the edge."""

import numpy
from numpy.typing import NDArray

from plainbill_opencv.ink import Colors, furthest

Specks = NDArray[numpy.float64]
Color = NDArray[numpy.float32]

# Pixels of the picture's rim; two places differ in color (L, a, b) by less than so much where they look the same.
RIM, ALIKE = 4, 8.0
# Least share of the rim that is paper, and that is paper or even bands; the share of print that stands on such paper:
# parts of a page may be shaded, on a table there is none.
PAPER, EXPLAINED, PRINTED_ON = 0.4, 0.95, 0.2
# Pixels at each end of a band in which it passes over into paper, and over which a band's color may change slowly.
PASSES, SLOWLY = 7, 4


def fills_the_picture(colors: Colors, specks: Specks) -> bool:
    """Return True where the rim of a picture of 640 pixels is that of a page and not of what it lies on.

    `colors` are those of the picture with its print closed over, `specks` the middles (x, y) of its words.
    """
    ring = _ring(colors)
    sides = [colors[:RIM], colors[-RIM:], colors[:, :RIM], colors[:, -RIM:]]
    for paper in (numpy.median(side.reshape(-1, 3), axis=0) for side in sides):
        is_paper = furthest(ring, paper) < ALIKE
        if float(is_paper.mean()) >= PAPER and _explained(ring, is_paper) >= EXPLAINED:
            return _carries_print(paper, colors, specks)
    return False


def _ring(colors: Colors) -> Colors:
    """The colors along the rim, clockwise from the top left."""
    top, bottom = numpy.median(colors[:RIM], axis=0), numpy.median(colors[-RIM:], axis=0)
    left, right = numpy.median(colors[:, :RIM], axis=1), numpy.median(colors[:, -RIM:], axis=1)
    return numpy.concatenate([top, right, bottom[::-1], left[::-1]])


def _explained(ring: Colors, is_paper: NDArray[numpy.bool_]) -> float:
    """Share of the rim that is paper, or a band whose color changes slowly if at all."""
    if is_paper.all():
        return 1.0
    # From a place where paper begins on, so that no band lies over the end.
    start = int(numpy.flatnonzero(is_paper & ~numpy.roll(is_paper, 1))[0])
    ring, is_paper = numpy.roll(ring, -start, axis=0), numpy.roll(is_paper, -start)
    ends = numpy.flatnonzero(numpy.diff(is_paper.astype(int))) + 1
    explained = int(is_paper.sum())
    for first, last in zip(ends[::2], [*ends[1::2], len(ring)], strict=False):
        within = ring[first + PASSES : last - PASSES]
        steps = numpy.abs(within[SLOWLY:] - within[:-SLOWLY]).max(axis=1)
        explained += int((steps < ALIKE).sum()) + len(ring[first:last]) - len(steps) if len(steps) else 0
    return explained / len(ring)


def _carries_print(paper: Color, colors: Colors, specks: Specks) -> bool:
    columns, rows = specks.T.astype(int)
    alike = furthest(colors[rows, columns], paper) < ALIKE
    return not len(specks) or float(alike.mean()) >= PRINTED_ON
