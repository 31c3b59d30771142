"""Gutters: how wide a blank parts two cells of a row outside tables."""

import statistics
from collections.abc import Sequence

from plainbill.reading.rows.forming import Row

# Narrower blanks lie between words of one cell, in heights of print.
_GUTTER = 0.9
# In print of one width, such as a typewriter's, so many letters; one blank between words is narrower.
_LETTERS = 1.7
_SHORTEST, _FEWEST = 4, 12
_ALIKE, _MOST = 0.08, 0.8


def gutters_of(rows: Sequence[Row]) -> tuple[float, ...]:
    """Return for each row the narrowest blank between two of its cells, in pixels."""
    pitch = _pitch(rows)
    return tuple(max(_GUTTER * row.height, _LETTERS * pitch) for row in rows)


def _pitch(rows: Sequence[Row]) -> float:
    """The width of a letter where all letters of the page are as wide, else zero."""
    widths = [
        (token.box.x1 - token.box.x0) / len(token.text)
        for row in rows
        for token in row.tokens
        if len(token.text) >= _SHORTEST and token.text.isalpha()
    ]
    if len(widths) < _FEWEST:
        return 0.0
    typical = statistics.median(widths)
    alike = sum(abs(width - typical) < _ALIKE * typical for width in widths)
    return typical if alike >= _MOST * len(widths) else 0.0
