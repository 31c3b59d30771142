"""The rows of a page as units: one row, or captions together with the amounts above or below them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.blocks.captions import Printed, Unit, row_unit, stacked
from plainbill.reading.blocks.placed_captions import amounts_below, amounts_over, parts_of


def units_of(printed: Sequence[Printed]) -> Iterator[Unit]:
    """Return the rows of a page from top to bottom, captions together with the amounts below or above them."""
    # Of each row, that it holds the captions of the next one; none does of what follows the last.
    parts = [*map(parts_of, printed)]
    pairs = zip(pairwise(printed), pairwise(parts), strict=True)
    with_next = [stacked(*both) or amounts_below(*both, *of_both) for both, of_both in pairs]
    with_next += [None, None]
    at = 0
    while at < len(printed):
        unit = with_next[at]
        if unit is None and at + 1 < len(printed) and with_next[at + 1] is None:
            unit = amounts_over(printed[at], printed[at + 1], parts[at], parts[at + 1])
        yield unit or row_unit(printed[at])
        at += 1 if unit is None else 2
