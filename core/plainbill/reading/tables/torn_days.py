"""Days that a reader tore apart: "1 1-08-2024", "07-1 1-2024" in a column where whole ones begin at the same place."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import parse_date

_FIRST_FIGURE, _TORN = re.compile(r"^[0-3]$"), re.compile(r"^\d[-/.]\d")
# The beginning of a day, and the rest of it behind a figure that begins one of its numbers.
_BEGUN, _ENDED = re.compile(r"^\d{1,2}[-/.]\d?$"), re.compile(r"^\d{1,2}[-/.]\d{2,4}$")
# In heights of print; a blank is wider, and days of one column begin closer to each other.
_NO_BLANK, _SAME_EDGE = 0.4, 0.4
_FEWEST = 3
_OF_DAYS = frozenset({"date", "date_to"})


def with_torn_days(columns: Sequence[Column], rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The rows, a figure right before a day read as its first one where the whole days of the column begin there."""
    found = [*rows]
    for column in (column for column in columns if column.field in _OF_DAYS):
        cells = [*map(column.cell, found)]
        whole = [cell[0] for cell in cells if cell and cell[0].date is not None]
        if len(whole) < _FEWEST:
            continue
        edge = statistics.median(atom.x0 for atom in whole)
        lengths = {len(atom.text) for atom in whole}
        for i, cell in enumerate(cells):
            if (day := _whole_day(cell, edge)) is not None and len(day.text) in lengths:
                found[i] = tuple(day if atom is cell[0] else atom for atom in found[i] if atom is not cell[1])
    return found


def _whole_day(cell: Sequence[Atom], edge: float) -> Atom | None:
    """The day that the first two pieces of a cell make together, None where they are no torn one."""
    if len(cell) < 2 or cell[1].until is not None:
        return None
    first, rest = cell[:2]
    whole = _FIRST_FIGURE.match(first.text) and rest.date is not None and _TORN.match(rest.text)
    if not whole and not (_BEGUN.match(first.text) and _ENDED.match(rest.text)):
        return None
    height = rest.tokens[-1].box.height
    near = rest.x0 - first.x1 < _NO_BLANK * height and abs(first.x0 - edge) < _SAME_EDGE * height
    day = parse_date(first.text + rest.text) if near else None
    if day is None:
        return None
    return replace(rest, date=day, text=first.text + rest.text, tokens=(*first.tokens, *rest.tokens))
