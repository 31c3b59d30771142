"""Boxes without the margin that some readers put around print."""

import statistics
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.page import Box, Word

# Print of several words is about twice as high as its letters are wide; a box much higher than that has a margin.
_PRINT = 1.9
_PADDED = 2.25
_LONG_ENOUGH = 4
_MOST_OF_HEIGHT = 0.25
_MOST_OF_WIDTH = 0.2


def without_padding(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with tighter boxes where their reader pads runs of several words, else as they are."""
    runs = [word for word in words if " " in word.text.strip() and len(word.text) >= _LONG_ENOUGH]
    if not runs or len(runs) * 8 < len(words):
        return tuple(words)
    shape = statistics.median(word.box.height * len(word.text) / max(word.box.width, 1e-6) for word in runs)
    if shape < _PADDED:
        return tuple(words)
    # One margin around all sides: (height - 2 m) / ((width - 2 m) / letters) is the shape of print.
    share = min(_MOST_OF_HEIGHT, (1 - _PRINT / shape) / 2)
    return tuple(replace(word, box=_tightened(word.box, share)) for word in words)


def _tightened(box: Box, share: float) -> Box:
    margin = share * box.height
    aside = min(margin, _MOST_OF_WIDTH * box.width)
    return Box(x0=box.x0 + aside, y0=box.y0 + margin, x1=box.x1 - aside, y1=box.y1 - margin)
