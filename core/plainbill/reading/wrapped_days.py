"""Days that break over two rows of a narrow column: "01-22-" with "25" below it."""

import re
from collections.abc import Sequence

from plainbill.reading.atoms import Atom
from plainbill.reading.dates import days_in, parse_date

Atoms = tuple[Atom, ...]

_OPEN = re.compile(r"^\d{1,2}([-/.])\d{1,2}\1$")
_YEAR = re.compile(r"^(?:(?:19|20)\d{2}|\d{2})$")
# "04/07-" with the last day below it.
_OPEN_RANGE = re.compile(r"^\d{1,2}/\d{1,2}(?:/(?:\d{2}|\d{4}))?-$")
_FULL_YEAR = re.compile(r"^(?:19|20)\d{2}$")
# The year begins below the day, so many heights down at most and so far aside.
_PITCH, _ASIDE = 2.0, 0.8


def with_days_joined(rows: Sequence[Atoms]) -> list[Atoms]:
    """Return the rows with each such day whole where it begins, and without its year on the row below."""
    joined = [list(row) for row in rows]
    for row, below in zip(joined, joined[1:], strict=False):
        for place, atom in enumerate(row):
            year = next((other for other in below if _ends(atom, other)), None)
            if year is not None:
                row[place] = _whole(atom, year)
                below.remove(year)
    return [tuple(row) for row in joined]


def _ends(atom: Atom, year: Atom) -> bool:
    height = atom.tokens[0].box.height
    if abs(atom.x0 - year.x0) > _ASIDE * height or not 0 < year.y - atom.y < _PITCH * height:
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
    text = f"{atom.text} {year.text}" if atom.kind == "date" else atom.text + year.text
    return Atom(kind="date", tokens=(*atom.tokens, *year.tokens), text=text, date=parse_date(text), shift=atom.shift)
