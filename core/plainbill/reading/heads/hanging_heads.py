"""Heads that begin where their columns begin, over values that end where these end: neither stands above the other."""

from collections.abc import Sequence

from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.heads.head_columns import may_hold
from plainbill.reading.heads.values_below import Values

_FEWEST_COLUMNS = 3
# A value may begin left of its head by so many heights, and end right of where the next head begins.
_OVER = 0.4


def cuts_before_heads(
    heads: Sequence[HeadColumn], cuts: Sequence[float], right: float, below: Sequence[Values], height: float
) -> list[float] | None:
    """Return cuts right before each head but the first, None where those given fit the values below as well.

    `cuts` part the columns by what overlaps, `right` ends the last one, `below` are the columns of values.
    """
    hanging = [head.x0 - _OVER * height for head in heads[1:]]
    if len(below) < _FEWEST_COLUMNS or any(one >= other for one, other in zip(hanging, hanging[1:], strict=False)):
        return None
    for values in below:
        at = _place(values.x0, hanging)
        if values.x0 < heads[at].x0 - _OVER * height or values.x1 > (hanging[at] if at < len(hanging) else values.x1):
            return None
    if _misfits(heads, hanging, below):
        return None
    outside = (below[-1].x0 + below[-1].x1) / 2 >= right
    return hanging if outside or _misfits(heads, cuts, below) else None


def _place(x: float, cuts: Sequence[float]) -> int:
    return sum(cut <= x for cut in cuts)


def _misfits(heads: Sequence[HeadColumn], cuts: Sequence[float], below: Sequence[Values]) -> int:
    """How many columns of values share a head with another one, or are of a kind that no such head has."""
    places = [_place((values.x0 + values.x1) / 2, cuts) for values in below]
    shared = len(places) - len(set(places))
    return shared + sum(
        values.kind is not None
        and bool(heads[at].fields)
        and not any(may_hold(field, values.kind) for field in heads[at].fields)
        for at, values in zip(places, below, strict=True)
    )
