"""Days that break over two rows of a narrow column: "01-22-" with "25" below it, "01/22/25 to" with the last day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import days_in, parse_date

Atoms = tuple[Atom, ...]

_OPEN = re.compile(r"^\d{1,2}([-/.])\d{1,2}\1$")
_YEAR = re.compile(r"^(?:(?:19|20)\d{2}|\d{2})$")
# "04/07-" with the last day below it.
_OPEN_RANGE = re.compile(r"^\d{1,2}/\d{1,2}(?:/(?:\d{2}|\d{4}))?-$")
_THROUGH = re.compile(r"^(?:thru|through|to|until|-)$", re.IGNORECASE)
_FULL_YEAR = re.compile(r"^(?:19|20)\d{2},?$")
# The year begins below the day, so many heights down at most and so far aside.
_PITCH, _ASIDE = 2.0, 0.8
_CLOSE, _LAST_DAY = 0.8, 2
_UP_TO = frozenset({"to", "thru", "through"})


def with_days_joined(rows: Sequence[Atoms]) -> list[Atoms]:
    """Return the rows with each such day whole where it begins, and without its year on the row below."""
    joined = [list(row) for row in rows]
    for row, between, below in zip(joined, joined[1:], joined[2:], strict=False):
        _join_through(row, between, below)
    for row, below in zip(joined, joined[1:], strict=False):
        _join_year(row, below)
        _join_range(row, below)
        for place, atom in enumerate(row):
            if not _may_go_on_below(atom) or _is_followed_by_a_day(row, place):
                continue
            year = next((other for other in below if _ends(atom, other)), None)
            if year is not None:
                row[place] = _whole(atom, year)
                below.remove(year)
    return [tuple(row) for row in joined]


def _join_year(row: list[Atom], below: list[Atom]) -> None:
    """Join a day at the end of a row of print with its year at the beginning of the next: "January 8," and "2025"."""
    if not row or not below or not row[-1].text.endswith(",") or row[-1].date is None or row[-1].date.year is not None:
        return
    near = below[0].y - row[-1].y < _PITCH * row[-1].tokens[0].box.height
    if near and below[0].x1 < row[-1].x0 and _FULL_YEAR.match(below[0].text):
        row[-1] = _whole(row[-1], below.pop(0))
        _join_last_day(row, below)


def _join_last_day(row: list[Atom], below: list[Atom]) -> None:
    """Join the day that ends a row with the last day behind its year: "... Jul 12," over "2024 to Jul 19, 2024"."""
    first, words = row[-1], below[:_LAST_DAY]
    if len(words) < _LAST_DAY or first.until is not None:
        return
    between, last = words
    if (between.kind == "dash" or between.text.lower() in _UP_TO) and last.date is not None and last.until is None:
        tokens, text = (*first.tokens, *between.tokens, *last.tokens), f"{first.text} - {last.text}"
        row[-1] = replace(first, tokens=tokens, text=text, until=last.date)
        del below[:_LAST_DAY]


def _may_go_on_below(atom: Atom) -> bool:
    """True for a day, and for the print of one that may end on the row below."""
    return atom.kind == "date" or _OPEN_RANGE.match(atom.text) is not None or _OPEN.match(atom.text) is not None


def _is_followed_by_a_day(row: Sequence[Atom], place: int) -> bool:
    """True for "03/01-" with its second day right behind it: nothing of it stands on the row below."""
    if place + 1 == len(row) or not _OPEN_RANGE.match(row[place].text):
        return False
    return row[place + 1].date is not None and row[place + 1].x0 - row[place].x1 < row[place].tokens[0].box.height


def _join_range(row: list[Atom], below: list[Atom]) -> None:
    """Join a first day and the dash that ends its cell with the last day right below it: "02/02/2026 -"."""
    for place, (atom, dash) in enumerate(pairwise(row)):
        height = atom.tokens[0].box.height
        behind = row[place + 2] if place + 2 < len(row) else None
        if atom.date is None or atom.until is not None or not (dash.kind == "dash" or dash.text.lower() in _UP_TO):
            continue
        if dash.x0 - atom.x1 > _CLOSE * height or behind is not None and behind.x0 - dash.x1 < _CLOSE * height:
            # A dash further off prints that the next column holds nothing.
            continue
        begins = _first_of_cell(row, place) if dash.kind != "dash" else atom
        days = (other for other in below if other.date is not None)
        last = next((other for other in days if _is_under(atom, other) or _is_under(begins, other)), None)
        if last is not None and last.until is None:
            tokens = (*atom.tokens, *dash.tokens, *last.tokens)
            text = f"{atom.text} - {last.text}"
            row[place : place + 2] = [replace(atom, tokens=tokens, text=text, until=last.date)]
            below.remove(last)
            return


def _first_of_cell(row: Sequence[Atom], place: int) -> Atom:
    """The atom that begins the cell of another: "Period:" before "07/01/2026 through", below which print goes on."""
    while place and row[place].x0 - row[place - 1].x1 < _CLOSE * row[place].tokens[0].box.height:
        place -= 1
    return row[place]


def _join_through(row: list[Atom], between: list[Atom], below: list[Atom]) -> None:
    """Join a first day, the word below it and the last day below that: "02/02/26" over "thru" over "03/01/26".

    Rows of several amounts are several services, whose days those are.
    """
    if sum(any(atom.money is not None for atom in printed) for printed in (row, between, below)) > 1:
        return
    for place, atom in enumerate(row):
        if atom.date is None or atom.until is not None:
            continue
        word = next((other for other in between if _THROUGH.match(other.text) and _is_under(atom, other)), None)
        last = next((other for other in below if word and other.date and _is_under(word, other)), None)
        if word is not None and last is not None and last.until is None:
            tokens, text = (*atom.tokens, *word.tokens, *last.tokens), f"{atom.text} - {last.text}"
            row[place] = replace(atom, tokens=tokens, text=text, until=last.date)
            between.remove(word)
            below.remove(last)
            return


def _is_under(atom: Atom, other: Atom) -> bool:
    height = atom.tokens[0].box.height
    return abs(atom.x0 - other.x0) < _ASIDE * height and 0 < other.y - atom.y < _PITCH * height


def _ends(atom: Atom, year: Atom) -> bool:
    if not _is_under(atom, year):
        return False
    if _OPEN_RANGE.match(atom.text):
        return year.date is not None and year.until is None
    if atom.kind == "date":
        return atom.date is not None and atom.date.year is None and bool(_FULL_YEAR.match(year.text))
    return bool(_OPEN.match(atom.text) and _YEAR.match(year.text)) and parse_date(atom.text + year.text) is not None


def _whole(atom: Atom, year: Atom) -> Atom:
    if _OPEN_RANGE.match(atom.text) and len(days := days_in(atom.text + year.text)) > 1:
        tokens, text = (*atom.tokens, *year.tokens), f"{atom.text} {year.text}"
        return Atom(kind="date", tokens=tokens, text=text, date=days[0], until=days[1], shift=atom.shift)
    text = f"{atom.text} {year.text.rstrip(',')}" if atom.kind == "date" else atom.text + year.text
    return Atom(kind="date", tokens=(*atom.tokens, *year.tokens), text=text, date=parse_date(text), shift=atom.shift)
