"""The rows of a page as units: one row, or captions together with the amounts above or below them."""

from collections.abc import Iterator, Sequence

from plainbill.reading.blocks.captions import Printed, Unit, row_unit, stacked
from plainbill.reading.blocks.placed_captions import amounts_below, amounts_over


def units_of(printed: Sequence[Printed]) -> Iterator[Unit]:
    """Return the rows of a page from top to bottom, captions together with the amounts below or above them."""
    at = 0
    while at < len(printed):
        above, *below = printed[at : at + 3]
        unit = (stacked(above, below[0]) or amounts_below(above, below[0])) if below else None
        if unit is None and below and not (below[1:] and _captions(below[0], below[1])):
            unit = amounts_over(above, below[0])
        yield unit or row_unit(above)
        at += 1 if unit is None else 2


def _captions(above: Printed, below: Printed) -> bool:
    """True where the upper row holds the captions of the lower one."""
    return (stacked(above, below) or amounts_below(above, below)) is not None
