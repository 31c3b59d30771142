"""Amounts whose cents stand in a column of their own, as on forms with a rule between dollars and cents."""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.atoms import Atom
from plainbill.reading.headers import AMOUNT_FIELDS, Head, HeadColumn

_DOLLARS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d{1,6}$")
_CENTS = re.compile(r"^\d{2}$")
# The rule between dollars and cents takes at most this much room, in heights of print.
_WIDEST_RULE = 2.5
_ALIGNED = 0.6
_FEWEST = 2
# A column leans by so much at most, told by so many rows.
_MOST_LEAN, _FEWEST_LEANING = 0.1, 3
_USUAL = 0.8

Atoms = tuple[Atom, ...]


def with_cents(head: Head, body: Sequence[Atoms], height: float) -> list[Atoms]:
    """Return the rows with dollars and cents as one amount, where a column of amounts prints all of them so."""
    rows = list(body)
    ends = [*(column.x0 for column in head.columns[1:]), head.x1 + height]
    for column, end in zip(head.columns, ends, strict=True):
        if not AMOUNT_FIELDS & set(column.fields):
            continue
        # Print may stand right of its head word, up to where the next begins.
        column = replace(column, x1=max(column.x1, end))
        pairs = _pairs(column, rows, height)
        if _fill_the_column(column, rows, pairs, height):
            rows = [_joined(row, pairs.get(i)) for i, row in enumerate(rows)]
    return rows


def _pairs(column: HeadColumn, rows: Sequence[Atoms], height: float) -> Mapping[int, int]:
    """For each row the place of the dollars that stand under the head with two digits close behind."""
    found: dict[int, int] = {}
    for i, row in enumerate(rows):
        for j, (dollars, cents) in enumerate(zip(row, row[1:], strict=False)):
            near = 0 < cents.x0 - dollars.x1 < _WIDEST_RULE * height
            under = dollars.x1 > column.x0 - height and cents.x0 < column.x1 + height
            if near and under and _DOLLARS.match(dollars.text) and _CENTS.match(cents.text):
                found[i] = j
    return found


def _fill_the_column(column: HeadColumn, rows: Sequence[Atoms], pairs: Mapping[int, int], height: float) -> bool:
    if len(pairs) < _FEWEST or any(atom.kind == "money" and _is_under(column, atom) for row in rows for atom in row):
        return False
    edges = [(rows[i][j].y, rows[i][j].x1) for i, j in pairs.items()]
    starts = [(rows[i][j + 1].y, rows[i][j + 1].x0) for i, j in pairs.items()]
    printed = max(height, statistics.median(rows[i][j].tokens[0].box.height for i, j in pairs.items()))
    if not all(_are_in_line(places, _ALIGNED * printed) for places in (edges, starts)):
        return False
    first, last = min(pairs), max(pairs)
    numbered = [row for row in rows[first : last + 1] if any(a.text.isdigit() and _is_under(column, a) for a in row)]
    return len(pairs) >= _USUAL * len(numbered)


def _are_in_line(places: Sequence[tuple[float, float]], reach: float) -> bool:
    """True where places (down, across) lie on one line, which may lean as on a photo."""
    down, across = zip(*places, strict=True)
    lean = 0.0
    if len(places) >= _FEWEST_LEANING and max(down) > min(down):
        lean = max(-_MOST_LEAN, min(_MOST_LEAN, statistics.linear_regression(down, across).slope))
    straight = [x - lean * y for y, x in places]
    middle = statistics.median(straight)
    return all(abs(x - middle) <= reach for x in straight)


def _is_under(column: HeadColumn, atom: Atom) -> bool:
    return column.x0 < atom.middle < column.x1


def _joined(row: Atoms, at: int | None) -> Atoms:
    if at is None:
        return row
    dollars, cents = row[at], row[at + 1]
    amount = Atom(
        kind="money",
        tokens=(*dollars.tokens, *cents.tokens),
        text=f"{dollars.text} {cents.text}",
        money=Decimal(f"{dollars.text.replace(',', '')}.{cents.text}"),
    )
    return (*row[:at], amount, *row[at + 2 :])
