"""Days printed as on a leaf of a calendar: the name of the month, and below it the number of the day often larger."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import parse_date

_MONTH = re.compile(r"^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?$", re.IGNORECASE)
_DAY, _YEAR = re.compile(r"^\d{1,2}$"), re.compile(r"^(?:19|20)\d\d$")
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


def with_leaves_joined(atoms: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the rows with each day whose month, number and year begin three rows, below each other, as one day."""
    found = {i for i in range(len(atoms) - 2) if _number_below(atoms, i) is not None and _is_year_below(atoms, i)}
    if len(found) < _FEWEST:
        return list(atoms)
    rows = list(atoms)
    for i in found:
        parts = [atoms[at][0] for at in (i, i + 1, i + 2)]
        text = " ".join(part.text.rstrip(".") for part in parts)
        tokens = tuple(token for part in parts for token in part.tokens)
        rows[i] = (replace(parts[0], kind="date", text=text, tokens=tokens, date=parse_date(text)), *rows[i][1:])
        rows[i + 1], rows[i + 2] = rows[i + 1][1:], rows[i + 2][1:]
    return rows


def _is_year_below(atoms: Sequence[tuple[Atom, ...]], i: int) -> bool:
    """True where the row below that of the number begins with the year, in the middle below the month."""
    month, number, below = atoms[i][0], atoms[i + 1][0], atoms[i + 2]
    if not below or not _YEAR.match(below[0].text):
        return False
    height = max(atom.tokens[0].box.height for atom in (month, number, below[0]))
    under = abs(month.middle - below[0].middle) < _ASIDE * height
    return under and 0 < below[0].y - number.y < _PITCH * height


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
