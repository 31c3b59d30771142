"""From a picture to words: find the runs of print, read each, and cut them at their blanks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainbill.plugins.records import Picture, SeenWord
from plainbill_rapidocr.engine import LONGEST_SIDE, engine
from plainbill_rapidocr.words import Run, words_of_run

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# A run read with less confidence on average is noise: texture of the table, a logo, a signature.
LEAST_CONFIDENCE = 0.5
# The detector enlarges a picture until its short side is 736 pixels, so a strip would grow without bound: it gets white
# paper below or to the right until it is at most so many times as long as wide.
NARROWEST, LEAST_SIDE = 3, 64


def read_words(picture: Picture) -> Sequence[SeenWord]:
    """The blank-separated words of the picture, with boxes in its pixels."""
    pixels, scale = _reduced(picture)
    found, _, recognized, _ = engine().run_ocr_steps(pixels, {})
    if found.boxes is None or recognized.txts is None:
        return ()
    words: list[SeenWord] = []
    for quad, text, score, places in zip(
        found.boxes, recognized.txts, recognized.scores, recognized.word_results, strict=True
    ):
        if score < LEAST_CONFIDENCE or not text.strip():
            continue
        corners = tuple((float(x) / scale, float(y) / scale) for x, y in quad)
        columns = tuple(column for word in places.word_cols for column in word)
        run = Run(
            text=text, corners=corners, columns=columns, width=float(places.line_txt_len), scores=tuple(places.confs)
        )
        words += words_of_run(run, picture.width, picture.height)
    return words


def _reduced(picture: Picture) -> "tuple[NDArray[numpy.uint8], float]":
    """The picture in RapidOCR's channel order, no longer than the limit and not too narrow, and its scale."""
    import cv2
    import numpy

    scale = min(1.0, LONGEST_SIDE / max(picture.width, picture.height))
    pixels = picture.pixels
    if scale < 1:
        size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
        pixels = numpy.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=numpy.uint8)
    height, width = pixels.shape[:2]
    least = max(max(height, width) // NARROWEST, LEAST_SIDE)
    below, right = max(least - height, 0), max(least - width, 0)
    if below or right:
        edges = cv2.copyMakeBorder(pixels, 0, below, 0, right, cv2.BORDER_CONSTANT, value=(255, 255, 255))
        pixels = numpy.asarray(edges, dtype=numpy.uint8)
    return numpy.ascontiguousarray(pixels[:, :, ::-1]), scale
