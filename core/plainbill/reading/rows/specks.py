"""Specks that a reader took for a letter: far smaller than any print of the page."""

import statistics
from collections.abc import Iterable

from plainbill.reading.page import Word

# Of the page's print: how tall a speck is at most, and how thick.
_TALLEST, _THICKEST = 0.5, 0.15


def without_specks(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words but those of one letter that hardly take up any room."""
    kept = tuple(words)
    heights = [min(_sides(word)) for word in kept if len(word.text) > 2]
    usual = statistics.median(heights) if heights else 0.0
    return tuple(word for word in kept if not _is_speck(word, usual))


def _is_speck(word: Word, usual: float) -> bool:
    thin, long = sorted(_sides(word))
    return len(word.text) == 1 and word.text.isalpha() and thin < _THICKEST * usual and long < _TALLEST * usual


def _sides(word: Word) -> tuple[float, float]:
    return word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
