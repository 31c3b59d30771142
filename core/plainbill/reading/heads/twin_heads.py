"""A head of which not all words were found, above a table like another on the page: it says what its twin says."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.heads.head import Head, HeadColumn

_FEWEST_COLUMNS = 4
# Of the columns of twins at least so many have the very words of the other, and each stands where the other does.
_HALF_ALIKE, _SHARED = 0.5, 0.5


def with_twins_words(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return the heads; one that lacks words of a head with as many columns in the same places has their meaning."""
    return tuple(
        next((_taught(head, other) for other in heads if other is not head and _is_twin(head, other)), head)
        for head in heads
    )


def _is_twin(head: Head, other: Head) -> bool:
    """True where no column of the head has a word that the other's lacks, and one lacks some."""
    if len(head.columns) != len(other.columns) or len(head.columns) < _FEWEST_COLUMNS:
        return False
    pairs = [(_words(one), _words(two)) for one, two in zip(head.columns, other.columns, strict=True)]
    alike = sum(one == two for one, two in pairs)
    placed = all(_stands_where(one, two) for one, two in zip(head.columns, other.columns, strict=True))
    return placed and _HALF_ALIKE * len(pairs) <= alike < len(pairs) and all(one <= two for one, two in pairs)


def _words(column: HeadColumn) -> frozenset[str]:
    return frozenset(token.text.lower() for token in column.tokens)


def _stands_where(one: HeadColumn, other: HeadColumn) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > _SHARED * min(one.x1 - one.x0, other.x1 - other.x0)


def _taught(head: Head, other: Head) -> Head:
    columns = zip(head.columns, other.columns, strict=True)
    return replace(head, columns=tuple(replace(own, fields=twin.fields, exact=twin.exact) for own, twin in columns))
