"""From a picture to words: find the runs of print, read each, and cut them at their blanks."""

from collections.abc import Sequence

from plainbill.plugins.records import Picture, SeenWord
from plainbill_rapidocr.detecting import find_print
from plainbill_rapidocr.networks import network, processors
from plainbill_rapidocr.recognizing import read_runs
from plainbill_rapidocr.words import words_of_run

# A run read with less confidence on average is noise: texture of the table, a logo, a signature.
LEAST_CONFIDENCE = 0.5
# Height of the strips in which a page is shown to the detector, of which it holds one at a time.
STRIP, FRUGAL_STRIP = 768, 384
# More runs at once than this gain nothing and take memory.
MOST_AT_ONCE = 4


def read_words(picture: Picture) -> Sequence[SeenWord]:
    """The blank-separated words of the picture, with boxes in its pixels."""
    return _read(picture, strip=STRIP, at_once=min(processors(), MOST_AT_ONCE))


def read_words_frugally(picture: Picture) -> Sequence[SeenWord]:
    """The same with less memory and in more time."""
    return _read(picture, strip=FRUGAL_STRIP, at_once=1)


def _read(picture: Picture, *, strip: int, at_once: int) -> Sequence[SeenWord]:
    boxes = find_print(network("detect", at_once=1), picture.pixels, strip)
    runs = read_runs(network("recognize", at_once=at_once), picture.pixels, boxes)
    certain = [run for run in runs if run.text.strip() and sum(run.scores) / len(run.scores) >= LEAST_CONFIDENCE]
    certain.sort(key=lambda run: (run.corners[0][1], run.corners[0][0]))
    return [word for run in certain for word in words_of_run(run, picture.width, picture.height)]
