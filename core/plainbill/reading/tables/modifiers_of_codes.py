"""Modifiers that fell over the edge of a column of codes and modifiers into the words beside it: "73630 LT X-RAY"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_modifiers, may_begin_words, parse_code

_MOD = re.compile(r"^mod(?:s|ifiers?)?[.:]?$", re.IGNORECASE)


def with_modifiers_of_codes(table: Table) -> Table:
    """The table, each modifier that begins the words behind a code back in the column whose head names both."""
    if "modifiers" in table.fields:
        return table
    for at, (one, other) in enumerate(pairwise(table.columns)):
        named = any(_MOD.match(token.text) for token in one.head.tokens)
        if named and (one.field, other.field) == ("code", "description"):
            return replace(table, rows=tuple(_moved(row, at) for row in table.rows))
    return table


def _moved(row: TableRow, at: int) -> TableRow:
    codes, words = row.cells[at : at + 2]
    code = parse_code(" ".join(atom.text for atom in codes)) if row.role == "service" else None
    if code is None or len(words) < 2 or words[0].text not in known_modifiers():
        return row
    if may_begin_words(words[0].text, words[1].text):
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
