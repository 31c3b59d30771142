"""Days printed as on a leaf of a calendar: the name of the month, and below it the number of the day often larger."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import parse_date

_MONTH = re.compile(r"^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?$", re.IGNORECASE)
_DAY = re.compile(r"^\d{1,2}$")
# One alone may be anything. The number stands below the month within so many heights, and in the middle of it.
_FEWEST = 2
_PITCH, _ASIDE = 3.0, 0.8


def with_day_chips(atoms: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the rows with each such day where its month begins the row, as they are where fewer than two begin one."""
    found = {i: place for i in range(len(atoms) - 1) if (place := _number_below(atoms, i)) is not None}
    if len(found) < _FEWEST:
        return list(atoms)
    rows = list(atoms)
    for i, below in found.items():
        month, number = atoms[i][0], atoms[below][0]
        text = f"{month.text.rstrip('.')} {number.text}"
        day = replace(month, kind="date", text=text, tokens=(*month.tokens, *number.tokens), date=parse_date(text))
        rows[i] = (day, *rows[i][1:])
        rows[below] = rows[below][1:]
    return rows


def _number_below(atoms: Sequence[tuple[Atom, ...]], i: int) -> int | None:
    """The row that begins with the number of a day below the month that begins row `i`, None where none does."""
    if not atoms[i] or not _MONTH.match(atoms[i][0].text):
        return None
    month, below = atoms[i][0], atoms[i + 1]
    if not below or not _DAY.match(below[0].text) or parse_date(f"{month.text.rstrip('.')} {below[0].text}") is None:
        return None
    height = max(month.tokens[0].box.height, below[0].tokens[0].box.height)
    under = abs(month.middle - below[0].middle) < _ASIDE * height
    return i + 1 if under and 0 < below[0].y - month.y < _PITCH * height else None
