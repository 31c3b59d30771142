"""Words that stand over several columns of a head: "Insurance" over "Payments" and "Adjustments"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.heads.head_columns import UNKNOWN, Piece
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import Meaning

LEFT_OUT = 0.4
"""What speaks against a head for each word among its rows that it has no place for."""
# A word is centered over its columns up to this share of their width.
_CENTERED = 0.15
_MOST_COLUMNS = 4
# Curled paper moves it toward one of them.
_AS_NEAR = 1.5
# What such words say by themselves, whatever stands over them.
_SURE = frozenset({"deductible", "copay", "coinsurance", "not_covered", "charge", "adjustment"})

# What such words add that says nothing of any column: "Insurance activity" over "Payments" and "Discounts".
_ADDED = frozenset({"activity", "activities", "transactions", "information"})
_SUM = re.compile(r"^(?:in all|totals?|all|sum|altogether|together)$", re.IGNORECASE)
# Two words or more that name who insures, and no office that asks for money.
_NAME = re.compile(r"^(?:[A-Z][\w&'.-]*\s)+[A-Z][\w&'.-]*$")
_PLAN = re.compile(r"\b(?:health|mutual|insurance|plans?|hmo|ppo|blue|assurance|trust|fund|benefits?)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:hospital|clinic|cent(?:er|re)|medical|physicians?|doctors?|services?|system|care|home|charges?|your|total)\b",
    re.IGNORECASE,
)

Groups = Mapping[Token, tuple[Token, ...]]


def without_group_words(band: Sequence[Sequence[Cell]]) -> tuple[list[list[Cell]], Groups]:
    """Return the rows of a head without words that stand over several columns, and these by those columns' words."""
    kept = [list(row) for row in band]
    groups: dict[Token, tuple[Token, ...]] = {}
    for at, row in enumerate(band[:-1]):
        for cell in row:
            below = _row_under(cell, band[at + 1 :])
            under = _columns_under(cell, row, sorted(below, key=lambda other: other.x0))
            meanings = [_grouped(column.tokens, cell.tokens) or _sure(column.tokens) for column in under]
            if not meanings or not all(m is not None and set(m.fields) & AMOUNT_FIELDS for m in meanings):
                continue
            kept[at].remove(cell)
            groups |= {token: cell.tokens for column in under for token in column.tokens}
    return kept, groups


def _row_under(cell: Cell, rows: Sequence[Sequence[Cell]]) -> Sequence[Cell]:
    """The first of the rows that prints something below the cell: heads of two rows stand beside such of one."""
    return next((row for row in rows if any(other.x0 < cell.x1 and other.x1 > cell.x0 for other in row)), ())


def with_groups(pieces: Sequence[Piece], over: Groups) -> tuple[list[Piece], float]:
    """Return the words of columns with what they mean under those over them and their neighbors, and what that gains.

    Words that tell nothing of any column are left out of the head as any others are.
    """
    grouped = [_with_group(piece, over) for piece in pieces]
    named = sum(one.meaning is None and other.meaning is not None for one, other in zip(pieces, grouped, strict=True))
    idle = {token for words in over.values() for token in words} if grouped == list(pieces) else set()
    return grouped, -UNKNOWN * named - LEFT_OUT * len(idle)


def _with_group(piece: Piece, over: Groups) -> Piece:
    words = next((over[token] for token in piece.tokens if token in over), ())
    own = piece.meaning
    if not words or own is not None and own.exact and len(own.fields) == 1 and own.fields[0] in _SURE:
        return piece
    meaning = _grouped(piece.tokens, words)
    return piece if meaning is None else replace(piece, meaning=meaning)


def _grouped(own: Sequence[Token], over: Sequence[Token]) -> Meaning | None:
    """What words of a column mean together with those over it and its neighbors, in either order."""
    mine, theirs = (tuple(token.text for token in tokens) for tokens in (own, over))
    if len(theirs) > 1 and theirs[-1].lower() in _ADDED:
        theirs = theirs[:-1]
    found = [meaning for words in ((*theirs, *mine), (*mine, *theirs)) if (meaning := meaning_of(words)) is not None]
    if not found and _SUM.match(" ".join(mine)):
        # What the columns beside come to: "In all" under "What you may owe".
        return meaning_of(theirs)
    if not found and _is_a_plans_name(" ".join(theirs)):
        return meaning_of(("insurance", *mine))
    return max(found, key=lambda meaning: (meaning.exact, meaning.listed), default=None)


def _is_a_plans_name(words: str) -> bool:
    return _NAME.match(words) is not None and _PLAN.search(words) is not None and _OFFICE.search(words) is None


def _sure(tokens: Sequence[Token]) -> Meaning | None:
    """What words mean by themselves whatever stands over them, also where two such heads stand close together."""
    words = tuple(token.text for token in tokens)
    whole = meaning_of(words)
    if whole is not None and set(whole.fields) <= _SURE:
        return whole
    for cut in range(1, len(words)):
        parts = [meaning_of(words[:cut]), meaning_of(words[cut:])]
        if all(part is not None and part.exact and set(part.fields) <= _SURE for part in parts):
            return parts[0]
    return None


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
