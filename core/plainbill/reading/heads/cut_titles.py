"""Titles of tables that the columns of a head seem to part: "Claim payment detail" over "Allowed" and "Deductible"."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token

# Words of one title stand no further apart, in heights of print.
_APART = 1.4


def cuts_a_title(words: Sequence[Cell], head: Head) -> bool:
    """True where the upper row of a head, `words`, is one phrase and its words part into several columns.

    Where the photo has blanks in it, it is one if every column that it falls into is known by its own words and by
    nothing that both say together.
    """
    title = {token for cell in words for token in cell.tokens}
    parted = [column for column in head.columns if title & set(column.tokens)]
    if len(parted) < 2:
        return False
    if len(words) == 1:
        return True
    below = [column for column in parted if set(column.tokens) - title]
    return bool(below) and _is_one_run(words) and all(_is_known_without(column, title) for column in below)


def _is_one_run(words: Sequence[Cell]) -> bool:
    return all(after.x0 - before.x1 < _APART * before.height for before, after in pairwise(words))


def _is_known_without(column: HeadColumn, title: Collection[Token]) -> bool:
    own = meaning_of(tuple(token.text for token in column.tokens if token not in title))
    both = meaning_of(tuple(token.text for token in column.tokens))
    return own is not None and own.exact and own.listed and (both is None or not both.listed)
