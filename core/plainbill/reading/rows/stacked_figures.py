"""Figures one below the other in a narrow column, which a reader took for one upright word: "112" for 1, 1 and 2."""

import statistics
from collections.abc import Iterator
from dataclasses import replace

from plainbill.reading.page import Box, PageWords, Word

# In heights of print: rows stand at least so far apart, and one figure is no wider.
_PITCH, _WIDEST = 1.15, 1.6


def with_figures_apart(page: PageWords) -> PageWords:
    """Return the page, each figure of such a word as one of its own, at even steps from the first to the last."""
    tall = [word for word in page.words if word.box.height > word.box.width and len(word.text) > 1]
    if not tall:
        return page
    typical = statistics.median(word.box.height for word in page.words)
    stacked = {word for word in tall if _is_stacked(word, typical)}
    if not stacked:
        return page
    words = (part for word in page.words for part in (_apart(word, typical) if word in stacked else (word,)))
    return replace(page, words=tuple(words))


def _is_stacked(word: Word, typical: float) -> bool:
    steps = len(word.text) - 1
    return (
        word.text.isdigit()
        and word.box.width < _WIDEST * typical
        and word.box.height >= (steps * _PITCH + _PITCH) * typical
    )


def _apart(word: Word, typical: float) -> Iterator[Word]:
    share = min(typical / word.box.height, 1 / len(word.text))
    step = (1 - share) / (len(word.text) - 1)
    for i, figure in enumerate(word.text):
        start = i * step
        source = word.source_box
        if source.height > source.width:
            source = _part(source, start, start + share)
        # On a photo that was turned the places run another way: the whole word is shown.
        yield replace(word, text=figure, box=_part(word.box, start, start + share), source_box=source)


def _part(box: Box, start: float, stop: float) -> Box:
    return replace(box, y0=box.y0 + start * box.height, y1=box.y0 + stop * box.height)
