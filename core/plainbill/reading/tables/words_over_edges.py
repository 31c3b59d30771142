"""Words of a service that fell over the edge of their column: the end of an aside, and words before a day."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_DAYS = frozenset({"date", "service_dates"})
# What ends this near behind the beginning of a head, in heights of print, stands before it.
_WITHIN = 0.2


def with_words_of_services(table: Table) -> Table:
    """Return the table, words that stand in the column behind their own back in it.

    "(93306" and "TC)" are one aside, wherever the edge runs between them; words before a day that end left of its
    head are those of the column before.
    """
    rows = table.rows
    for at, (one, other) in enumerate(pairwise(table.columns)):
        if one.field == "description":
            rows = tuple(_moved(row, at, other) if row.role == "service" else row for row in rows)
    return replace(table, rows=rows)


def _moved(row: TableRow, at: int, behind: Column) -> TableRow:
    words, others = row.cells[at : at + 2]
    count = (_of_an_aside(words, others) or _before_a_day(others, behind, row.height)) if words else 0
    if not count:
        return row
    return replace(row, cells=(*row.cells[:at], (*words, *others[:count]), others[count:], *row.cells[at + 2 :]))


def _of_an_aside(words: Sequence[Atom], others: Sequence[Atom]) -> int:
    """How many atoms close the parenthesis that the words leave open."""
    text = "".join(atom.text for atom in words)
    if text.count("(") <= text.count(")"):
        return 0
    closes = (i for i, atom in enumerate(others, start=1) if ")" in atom.text and "(" not in atom.text)
    return next(closes, 0)


def _before_a_day(others: Sequence[Atom], behind: Column, height: float) -> int:
    """How many words stand before the day of the cell and left of its head."""
    day = next((i for i, atom in enumerate(others) if atom.kind == "date"), 0)
    head = min((token.box.x0 for token in behind.head.tokens), default=0.0)
    left = all(atom.kind == "text" and atom.x1 < head + _WITHIN * height for atom in others[:day])
    return day if behind.field in _DAYS and left else 0
