"""Faults of a picture that reading will suffer from, told before it; they stop nothing."""

import cv2
import numpy

from plainbill.case import Problem
from plainbill_opencv.ink import Pixels, gray_of, ink_of, reduced

# All three bounds are well beyond where the fixtures begin to be misread: a false warning teaches people to ignore it.
LEAST_SIDE = 700
# Readers reduce pictures to about this size, and blur that is gone by then does no harm.
READ_SIDE = 2000
# The 90th percentile of brightness is the paper itself; daylight and lamps give 150 and more.
DARKEST_PAPER = 70
# Steepest change from one pixel to the next at the edges of letters, as share of the contrast of ink and paper.
LEAST_STEEPNESS = 0.10


def faults_of(pixels: Pixels) -> tuple[Problem, ...]:
    """Too few pixels, too little light, no sharp edge: each with what to do."""
    problems: list[Problem] = []
    height, width = pixels.shape[:2]
    if max(height, width) < LEAST_SIDE:
        text = f"the picture is very small ({width} x {height}); photograph the page from nearer, or send the original"
        problems.append(Problem(kind="too_small", text=text))
    gray = gray_of(reduced(pixels, min(1.0, READ_SIDE / max(height, width))))
    if float(numpy.percentile(gray[::4, ::4], 90)) < DARKEST_PAPER:
        text = "the picture is very dark; photograph the page again by daylight or under a lamp"
        problems.append(Problem(kind="dark", text=text))
    steepness = steepness_of(gray)
    if steepness is not None and steepness < LEAST_STEEPNESS:
        text = "the picture is blurred; hold still, tap the page to focus, and photograph it again"
        problems.append(Problem(kind="blurred", text=text))
    return tuple(problems)


def steepness_of(gray: Pixels) -> float | None:
    """How steep the edges of print are, 0 to 1; None where there is no print."""
    inked = ink_of(gray, 25) > 0
    if int(inked.sum()) < 500:
        return None
    across = cv2.absdiff(gray[:, 1:], gray[:, :-1])[inked[:, 1:]]
    paper, ink = numpy.percentile(gray[~inked][::16], 50), numpy.percentile(gray[inked], 10)
    return float(numpy.percentile(across, 95)) / max(float(paper - ink), 1.0)
