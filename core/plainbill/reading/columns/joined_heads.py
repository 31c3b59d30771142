"""Heads of two columns that were taken for that of one, and the head of one that was taken for those of two."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import plain_key

# One row may hold two amounts by chance.
_FEWEST_PAIRS, _MOSTLY = 2, 0.6
# The sign of a percentage is read as a digit too: "80%6", "8096".
_SHARE, _FEWEST_BOTH = re.compile(r"^\d{1,3}\s?%|^(?:[1-9]\d|100|0)96$"), 3
# What begins below a word begins within so many heights of print of its edge; words of a phrase are as near.
_LEVEL, _BLANK = 0.6, 0.8
_SAYS_NOTHING = frozenset({"amount", "amt"})


def heads_apart(
    head: HeadColumn, left: float, right: float, body: Sequence[Sequence[Atom]]
) -> tuple[HeadColumn, HeadColumn] | None:
    """Return the heads of the two columns of amounts between `left` and `right`, None where it is one column.

    One of the two may hold days.
    """
    rows = [[atom for atom in row if atom.kind in _APART and left <= atom.middle < right] for row in body]
    rows = [row for row in rows if any(atom.kind == "money" for atom in row)]
    # Sums have no day.
    dated = [row for row in rows if any(atom.kind == "date" for atom in row)]
    rows = dated if len(dated) >= _FEWEST_PAIRS else rows
    pairs = [(row[0], row[1]) for row in rows if len(row) == _FEWEST_PAIRS]
    if len(pairs) < _FEWEST_PAIRS or len(pairs) < _MOSTLY * len(rows):
        return None
    ends, begins = max(one.x1 for one, _ in pairs), min(other.x0 for _, other in pairs)
    cut = (ends + begins) / 2
    one = [token for token in head.tokens if token.box.x0 + token.box.x1 < 2 * cut]
    other = [token for token in head.tokens if token not in one]
    if ends >= begins or not one or not other:
        return None
    return _headed(one), _headed(other)


_APART = frozenset({"money", "date"})


def several_apart(
    head: HeadColumn, left: float, right: float, body: Sequence[Sequence[Atom]], height: float
) -> tuple[HeadColumn, ...] | None:
    """Return the heads of what a member shares that stand a blank apart, None where they are one.

    "To deductible Copay Coinsurance" heads three where each amount between `left` and `right` is level with the edge of
    one of them; below the head of one column amounts are level with the edges of the whole.
    """
    parts = _known_parts(head.tokens) if head.fields[:1] == ("cost_share",) else None
    amounts = [atom for row in body for atom in row if atom.kind == "money" and left <= atom.middle < right]
    if parts is None or len(amounts) < _FEWEST_PAIRS:
        return None
    edges = (_left_edge, _right_edge)
    if any(all(abs(edge(atom) - edge(head)) < _SURE * height for atom in amounts) for edge in (*edges, _middle)):
        return None
    for edge in edges:
        near = [
            [i for i, part in enumerate(parts) if abs(edge(atom) - edge(part)) < _SURE * height] for atom in amounts
        ]
        own = {places[0] for places in near if len(places) == 1}
        if all(near) and own:
            return parts
    return None


def _left_edge(part: Atom | HeadColumn) -> float:
    return part.x0


def _right_edge(part: Atom | HeadColumn) -> float:
    return part.x1


def _middle(part: Atom | HeadColumn) -> float:
    return part.middle


def _known_parts(tokens: Sequence[Token]) -> tuple[HeadColumn, ...] | None:
    """The most heads of different amounts that the words print one behind the other.

    A letter below a word names the column in the sums of other heads ("C+D+E"), and stays with that word.
    """
    letters = [token for token in tokens if len(token.text) == 1]
    if letters and len(letters) < len(tokens):
        parts = _known_parts([token for token in tokens if token not in letters])
        return parts and tuple(_with_letters(part, letters) for part in parts)
    if any(one.box.x1 > other.box.x0 for one, other in pairwise(tokens)):
        return None
    for size in range(min(_MOST_PARTS, len(tokens)), 1, -1):
        for cuts in combinations(range(1, len(tokens)), size - 1):
            bounds = (0, *cuts, len(tokens))
            parts = tuple(_headed(tokens[start:end]) for start, end in pairwise(bounds))
            fields = [part.fields[0] for part in parts if part.fields and part.exact and not _says_little(part)]
            if len({*fields}) == size and {*fields} <= AMOUNT_FIELDS:
                return parts
    return None


def _with_letters(part: HeadColumn, letters: Sequence[Token]) -> HeadColumn:
    own = (token for token in letters if part.x0 <= (token.box.x0 + token.box.x1) / 2 <= part.x1)
    return replace(part, tokens=(*part.tokens, *own))


# So near, in heights of print, is what is level; so many columns have one head at most.
_SURE, _MOST_PARTS = 0.45, 4


def words_moved_on(
    one: HeadColumn, other: HeadColumn, body: Sequence[Sequence[Atom]], height: float
) -> tuple[HeadColumn, HeadColumn] | None:
    """Return both heads with the last words of the one at the other, None where they are where they belong.

    "Units Charge" beside "Description" is "Units" beside "Charge Description" where values begin below that word and
    both heads say what they said before.
    """
    if other.fields[:1] != ("description",):
        return None
    for count in range(1, len(one.tokens)):
        kept, moved = one.tokens[:-count], one.tokens[-count:]
        edge = moved[0].box.x0
        if any(token.box.x1 > edge for token in kept):
            continue
        first, second = _headed(kept), _headed((*moved, *other.tokens))
        same = (first.fields[:1], second.fields[:1]) == (one.fields[:1], other.fields[:1])
        if not (same and one.fields and other.fields and second.exact):
            continue
        begun = sum(_runs_from(row, edge, other.x0, height) for row in body)
        if begun >= _FEWEST_BOTH and begun >= _MOSTLY * len(body):
            return first, second
    return None


def _runs_from(row: Sequence[Atom], edge: float, end: float, height: float) -> bool:
    """True where a phrase of the row begins at an edge and ends beyond another."""
    at = next((i for i, atom in enumerate(row) if abs(atom.x0 - edge) < _LEVEL * height), None)
    if at is None:
        return False
    while at + 1 < len(row) and row[at + 1].x0 - row[at].x1 < _BLANK * height:
        at += 1
    return row[at].x1 > end


def day_apart(head: HeadColumn, body: Sequence[Sequence[Atom]]) -> tuple[HeadColumn, HeadColumn] | None:
    """Return the heads of days and of what stands beside them where one blank parts them, None where it is one head.

    "Service from what was done" heads two columns where days stand below its first words alone.
    """
    days = [atom for row in body for atom in row if atom.kind == "date"]
    for at in range(1, len(head.tokens)):
        one, other = _headed(head.tokens[:at]), _headed(head.tokens[at:])
        if one.x1 > other.x0 or not (one.exact and other.exact and one.fields and other.fields):
            continue
        parts = (one, other)
        dated = [part for part in parts if part.fields[0] == "date"]
        rest = [part for part in parts if part.fields[:1] == head.fields[:1] != ("date",)]
        if len(dated) != 1 or len(rest) != 1:
            continue
        below = sum(dated[0].x0 <= day.middle <= dated[0].x1 for day in days)
        if below >= _FEWEST_PAIRS and below >= _MOSTLY * len(days):
            return parts
    return None


def amounts_beside_shares(
    head: HeadColumn, left: float, right: float, body: Sequence[Sequence[Atom]]
) -> tuple[HeadColumn, HeadColumn] | None:
    """Return the heads of a column of amounts that has none and of the percentages beside it, None where it is one.

    The head over the amounts was lost, and they stand between `left` and `right` of the column of percentages.
    """
    if head.fields[:1] != ("percent",):
        return None
    rows = [[atom for atom in row if left <= atom.middle < right] for row in body]
    amounts = [atom for row in rows for atom in row if atom.kind == "money"]
    shares = [atom for row in rows for atom in row if _SHARE.match(atom.text)]
    both = sum(any(a in row for a in amounts) and any(s in row for s in shares) for row in rows)
    if both < _FEWEST_BOTH or both < _MOSTLY * len(amounts):
        return None
    ends, begins = max(atom.x1 for atom in amounts), min(atom.x0 for atom in amounts)
    unnamed = HeadColumn(fields=(), x0=begins, x1=ends, tokens=())
    if ends < min(atom.x0 for atom in shares):
        return unnamed, replace(head, x0=max(head.x0, ends))
    if max(atom.x1 for atom in shares) < begins:
        return replace(head, x1=min(head.x1, begins)), unnamed
    return None


def heads_together(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """The columns; "Amount" over values beside a head of amounts that has none is the end of that head.

    And "Total" over values before one that has none is its beginning.
    """
    found = list(columns)
    for i, (one, other) in enumerate(zip(columns, columns[1:], strict=False)):
        if _says_nothing(other) and one.field in AMOUNT_FIELDS and not any(row[i] for row in rows):
            found[i], found[i + 1] = replace(one, field="ignore"), replace(other, field=one.field)
        elif _is_of_the_next(one, other) and any(row[i] for row in rows) and not any(row[i + 1] for row in rows):
            found[i], found[i + 1] = replace(one, field=other.field), replace(other, field="ignore")
    return found


def _is_of_the_next(one: Column, other: Column) -> bool:
    """True for "Total" right before another head of amounts: "Total Paid" is one."""
    words = [token.text.lower() for token in one.head.tokens]
    if words != ["total"] or other.field not in AMOUNT_FIELDS or not other.head.tokens:
        return False
    return 0 <= other.head.x0 - one.head.x1 < one.head.tokens[0].box.height


def amounts_left_open(columns: Sequence[Column]) -> list[Column]:
    """The columns; "Amount" beside a head that names the charges ("Billed") is the end of a head that was not read."""
    charges = [column for column in columns if column.field == "charge"]
    named = [column for column in charges if not _says_nothing(column)]
    if not named or len(named) == len(charges):
        return list(columns)
    return [
        replace(column, field=UNKNOWN) if column in charges and column not in named else column for column in columns
    ]


def _says_nothing(column: Column) -> bool:
    return _says_little(column.head)


def _says_little(head: HeadColumn) -> bool:
    return plain_key("".join(token.text for token in head.tokens)) in _SAYS_NOTHING


def _headed(tokens: Sequence[Token]) -> HeadColumn:
    meaning = meaning_of(tuple(token.text for token in tokens))
    return HeadColumn(
        fields=meaning.fields if meaning is not None else (),
        x0=min(token.box.x0 for token in tokens),
        x1=max(token.box.x1 for token in tokens),
        tokens=tuple(tokens),
        exact=meaning is None or meaning.exact,
    )
