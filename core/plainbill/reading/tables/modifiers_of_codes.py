"""Modifiers that fell over the edge of a column of codes and modifiers into the words beside it: "73630 LT X-RAY"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_modifiers, may_begin_words, parse_code

# What ends this near behind the beginning of a head, in heights of print, stands before it.
_WITHIN = 0.2
_MOD = re.compile(r"^mod(?:s|ifiers?)?[.:]?$", re.IGNORECASE)


def with_modifiers_of_codes(table: Table) -> Table:
    """The table, each modifier that begins the words behind a code back in the column whose head names both."""
    if "modifiers" in table.fields:
        return table
    for at, (one, other) in enumerate(pairwise(table.columns)):
        named = any(_MOD.match(token.text) for token in one.head.tokens)
        if (one.field, other.field) == ("code", "description"):
            if not (named or one.head.tokens or other.head.tokens):
                return replace(table, rows=tuple(_moved_to_the_nearer(row, at) for row in table.rows))
            edge = None if named else min((token.box.x0 for token in other.head.tokens), default=0.0)
            return replace(table, rows=tuple(_moved(row, at, edge) for row in table.rows))
    return table


def _moved(row: TableRow, at: int, edge: float | None) -> TableRow:
    """The row with its modifier beside its code; `edge` is where the words begin that it has to stand left of."""
    codes, words = row.cells[at : at + 2]
    code = parse_code(" ".join(atom.text for atom in codes)) if row.role == "service" else None
    if code is None or len(words) < 2 or words[0].text not in known_modifiers():
        return row
    if may_begin_words(words[0].text, words[1].text) and edge is None:
        return row
    if edge is not None and not (words[0].x1 < edge + _WITHIN * row.height and words[1].x0 > edge - row.height):
        return row
    return replace(row, cells=(*row.cells[:at], (*codes, words[0]), words[1:], *row.cells[at + 2 :]))


def _moved_to_the_nearer(row: TableRow, at: int) -> TableRow:
    """The row without a head above it, its modifier beside its code where a wider blank parts it from the words."""
    codes, words = row.cells[at : at + 2]
    code = parse_code(" ".join(atom.text for atom in codes)) if row.role == "service" else None
    if code is None or len(words) < 2 or words[0].text not in known_modifiers():
        return row
    before, behind = words[0].x0 - codes[-1].x1, words[1].x0 - words[0].x1
    if behind < max(_APART * before, row.height):
        return row
    return replace(row, cells=(*row.cells[:at], (*codes, words[0]), words[1:], *row.cells[at + 2 :]))


def with_modifiers_beside(own: Sequence[Atom], place: int) -> tuple[Atom, ...]:
    """Return the code at a place of a row, with the modifiers that stand closer to it than to the words behind them."""
    end = place + 1
    while end < len(own) and _MODIFIER.fullmatch(own[end].text) and own[end].text in known_modifiers():
        end += 1
    if end < len(own) and own[end].x0 - own[end - 1].x1 < _APART * (own[place + 1].x0 - own[place].x1):
        return (own[place],)
    return tuple(own[place:end])


_MODIFIER = re.compile(r"[0-9A-Z]{2}")
# A blank between two columns is wider than one within by this factor.
_APART = 2.0
