"""Two columns of days beside each other with no other words over both than "MM DD YY": first day and last day."""

from dataclasses import replace
from itertools import pairwise

from plainbill.reading.heads.head import Head, HeadColumn

_FORMS = frozenset({"MM DD YY", "MM DD YYYY"})


def with_last_days(head: Head) -> Head:
    """Return the head, the first of two such columns as that of days and the second as that of the last days."""
    pairs = [(one, other) for one, other in pairwise(head.columns) if _says_how(one) and _says_how(other)]
    if len(pairs) != 1:
        return head
    (first, last), *_ = pairs
    told = {first: ("date",), last: ("date_to",)}
    return replace(head, columns=tuple(replace(c, fields=told.get(c, c.fields)) for c in head.columns))


def _says_how(column: HeadColumn) -> bool:
    """True where the words over a column say but how its days are written."""
    return " ".join(token.text.upper() for token in column.tokens) in _FORMS
