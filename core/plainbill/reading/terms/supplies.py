"""How long a drug lasts, which beside its count is no count of it: "QTY 100   DAYS 10"."""

import re
from collections.abc import Sequence

_LASTS = re.compile(r"^days?(?:\W*supply)?\W*$", re.IGNORECASE)
_COUNTS = re.compile(r"^(?:qty|quantity|units?|count)\W*$", re.IGNORECASE)


def says_how_long(word: str, beside: Sequence[str]) -> bool:
    """Return whether a label is of the days that a drug lasts, another one among the words beside it of its count."""
    return _LASTS.match(word) is not None and any(_COUNTS.match(other) for other in beside)
