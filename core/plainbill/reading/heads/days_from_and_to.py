"""Two columns of days beside each other that are the first day and the last: "MM DD YY" over both, "FROM" over one."""

from dataclasses import replace
from itertools import pairwise

from plainbill.reading.heads.head import Head, HeadColumn

LAST = frozenset({"to", "thru", "through"})
# All that is said over a last day: other words tell of another day, as that on which a charge was posted.
_OF_A_RANGE = LAST | frozenset(
    ["date", "dates", "date(s", "s", "dos", "day", "days", "of", "service", "services", "care", "last", "end", "ending"]
)
_OF_A_FORM = frozenset(["mm", "dd", "yy", "yyyy", ""])
_FORMS = frozenset({"MM DD YY", "MM DD YYYY"})


def with_last_days(head: Head) -> Head:
    """Return the head, the first of two such columns as that of days and the second as that of the last days."""
    pairs = [(one, other) for one, other in pairwise(head.columns) if _are_of_a_range(one, other)]
    if len(pairs) != 1:
        return head
    (first, last), *_ = pairs
    told = {first: ("date",), last: ("date_to",)}
    return replace(head, columns=tuple(replace(c, fields=told.get(c, c.fields)) for c in head.columns))


def _are_of_a_range(one: HeadColumn, other: HeadColumn) -> bool:
    """True where nothing but their form is said over both, or "from" over the first of two columns of service days."""
    if _says_how(one) and _says_how(other):
        return True
    words, behind = ({token.text.lower().strip(".:,()") for token in column.tokens} for column in (one, other))
    dated = one.fields[:1] == ("date",) and other.fields[:1] == ("date",)
    return dated and "from" in words and not words & LAST and behind <= _OF_A_RANGE | _OF_A_FORM


def _says_how(column: HeadColumn) -> bool:
    """True where the words over a column say but how its days are written."""
    return " ".join(token.text.upper() for token in column.tokens) in _FORMS
