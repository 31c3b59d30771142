"""Words that stand over several columns of a head: "Insurance" over "Payments" and "Adjustments"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.atoms import Cell
from plainbill.reading.head_columns import Piece
from plainbill.reading.head_fields import AMOUNT_FIELDS
from plainbill.reading.head_words import meaning_of
from plainbill.reading.tokens import Token
from plainbill.reading.vocabulary import Meaning

# A word is centered over its columns up to this share of their width.
_CENTERED = 0.15
_MOST_COLUMNS = 4
# Curled paper moves it toward one of them.
_AS_NEAR = 1.5
# What such words say by themselves, whatever stands over them.
_SURE = frozenset({"deductible", "copay", "coinsurance", "not_covered", "charge", "adjustment"})

Groups = Mapping[Token, tuple[Token, ...]]


def without_group_words(band: Sequence[Sequence[Cell]]) -> tuple[list[list[Cell]], Groups]:
    """Return the rows of a head without words that stand over several columns, and these by those columns' words."""
    kept = [list(row) for row in band]
    groups: dict[Token, tuple[Token, ...]] = {}
    for at, (row, below) in enumerate(pairwise(band)):
        for cell in row:
            under = _columns_under(cell, row, sorted(below, key=lambda other: other.x0))
            meanings = [_grouped(column.tokens, cell.tokens) for column in under]
            if not meanings or not all(m is not None and set(m.fields) & AMOUNT_FIELDS for m in meanings):
                continue
            kept[at].remove(cell)
            groups |= {token: cell.tokens for column in under for token in column.tokens}
    return kept, groups


def with_group(piece: Piece, over: Groups) -> Piece:
    """Return the words of a column with what they mean under those that stand over it and its neighbors."""
    words = next((over[token] for token in piece.tokens if token in over), ())
    own = piece.meaning
    if not words or own is not None and own.exact and len(own.fields) == 1 and own.fields[0] in _SURE:
        return piece
    meaning = _grouped(piece.tokens, words)
    return piece if meaning is None else replace(piece, meaning=meaning)


def _grouped(own: Sequence[Token], over: Sequence[Token]) -> Meaning | None:
    """What words of a column mean together with those over it and its neighbors, in either order."""
    mine, theirs = (tuple(token.text for token in tokens) for tokens in (own, over))
    found = [meaning for words in ((*theirs, *mine), (*mine, *theirs)) if (meaning := meaning_of(words)) is not None]
    return max(found, key=lambda meaning: (meaning.exact, meaning.listed), default=None)


def _columns_under(cell: Cell, row: Sequence[Cell], below: Sequence[Cell]) -> Sequence[Cell]:
    """The columns of the row below that the cell is centered over, two or more; none where it stands over one."""
    middle = (cell.x0 + cell.x1) / 2
    astray = {(i, i + 1): _astray(middle, below[i : i + 1]) for i in range(len(below))}
    runs = {
        (i, j): _astray(middle, below[i:j])
        for i in range(len(below))
        for j in range(i + 2, min(i + _MOST_COLUMNS, len(below)) + 1)
        if below[i].x0 < cell.x0 and cell.x1 < below[j - 1].x1 and not _others_over(cell, row, below[i:j])
    }
    if not runs:
        return ()
    (i, j), off = min(runs.items(), key=lambda run: run[1])
    wide = below[j - 1].x1 - below[i].x0
    return below[i:j] if off < _CENTERED * wide and off < _AS_NEAR * min(astray.values()) else ()


def _astray(middle: float, cells: Sequence[Cell]) -> float:
    return abs(middle - (cells[0].x0 + cells[-1].x1) / 2)


def _others_over(cell: Cell, row: Sequence[Cell], columns: Sequence[Cell]) -> bool:
    """True where another word of the row stands over one of the columns."""
    left, right = columns[0].x0, columns[-1].x1
    return any(other is not cell and other.x0 < right and other.x1 > left for other in row)
