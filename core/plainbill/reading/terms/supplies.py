"""How long a drug lasts, which beside its count is no count of it: "QTY 100   DAYS 10"."""

import re
from collections.abc import Sequence

_LASTS = re.compile(r"^days?(?:\W*supply)?\W*$", re.IGNORECASE)
_COUNTS = re.compile(r"^(?:qty|quantity|units?|count)\W*$", re.IGNORECASE)
# "60 tablets, 30 day supply".
_SUPPLIED = re.compile(
    r"^(\d{1,4}(?:\.\d{1,3})?) [A-Za-z]+\.?,? \d{1,3}[- ]days?[- ]supply[.,;]?(?= |$)", re.IGNORECASE
)


def count_of_a_supply(words: str) -> tuple[str, int] | None:
    """Return how much of a drug was given, by words that go on with how long it lasts, and how many these are."""
    match = _SUPPLIED.match(words)
    return (match[1], match[0].count(" ") + 1) if match is not None else None


def says_how_long(word: str, beside: Sequence[str]) -> bool:
    """Return whether a label is of the days that a drug lasts, another one among the words beside it of its count."""
    return _LASTS.match(word) is not None and any(_COUNTS.match(other) for other in beside)
