"""Heads of two columns that were taken for that of one, and the head of one that was taken for those of two."""

from collections.abc import Sequence
from dataclasses import replace

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
_SAYS_NOTHING = frozenset({"amount", "amt"})


def heads_apart(
    head: HeadColumn, left: float, right: float, body: Sequence[Sequence[Atom]]
) -> tuple[HeadColumn, HeadColumn] | None:
    """Return the heads of the two columns of amounts between `left` and `right`, None where it is one column."""
    rows = [[atom for atom in row if atom.kind == "money" and left <= atom.middle < right] for row in body]
    rows = [row for row in rows if row]
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


def heads_together(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """The columns; "Amount" over values beside a head of amounts that has none is the end of that head."""
    found = list(columns)
    for i, (one, other) in enumerate(zip(columns, columns[1:], strict=False)):
        if _says_nothing(other) and one.field in AMOUNT_FIELDS and not any(row[i] for row in rows):
            found[i], found[i + 1] = replace(one, field="ignore"), replace(other, field=one.field)
    return found


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
    return plain_key("".join(token.text for token in column.head.tokens)) in _SAYS_NOTHING


def _headed(tokens: Sequence[Token]) -> HeadColumn:
    meaning = meaning_of(tuple(token.text for token in tokens))
    return HeadColumn(
        fields=meaning.fields if meaning is not None else (),
        x0=min(token.box.x0 for token in tokens),
        x1=max(token.box.x1 for token in tokens),
        tokens=tuple(tokens),
        exact=meaning is None or meaning.exact,
    )
