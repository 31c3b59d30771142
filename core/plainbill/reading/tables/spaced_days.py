"""Days whose month, day and year stand apart, as in the boxes of a claim form: "01 19 26"."""

import re
from collections.abc import Sequence

from plainbill.reading.heads.head import Head
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import parse_date

_PARTS = 3
_FORMS = re.compile(r"^\d{2}$"), re.compile(r"^\d{2}$"), re.compile(r"^(?:\d{2}|(?:19|20)\d{2})$")
_DAYS = frozenset({"date", "date_to"})
# The parts stand closer together than this many heights.
_GAP = 2.0
# Numbers further apart than this many heights belong to different columns.
_FAR = 6.0

Atoms = tuple[Atom, ...]


def with_spaced_days(head: Head, body: Sequence[Atoms], height: float) -> list[Atoms]:
    """Return the rows with three numbers under the head of a day put together where they make one."""
    ends = [*(column.x0 for column in head.columns[1:]), head.x1]
    spans = [
        (column.x0 - height, end)
        for column, end in zip(head.columns, ends, strict=True)
        if column.fields and column.fields[0] in _DAYS
    ]
    return [_joined(row, spans, height) for row in body] if spans else list(body)


def _joined(row: Atoms, spans: Sequence[tuple[float, float]], height: float) -> Atoms:
    atoms: list[Atom] = []
    i, last = 0, -1
    while i < len(row):
        if not _FORMS[-1].match(row[i].text):
            atoms.append(row[i])
            i += 1
            continue
        days = _days(row[i:], height)
        # The second day of a range may stand under no head of its own.
        if days and (i == last or any(x0 <= day.middle < x1 for x0, x1 in spans for day in days)):
            atoms += days
            i = last = i + _PARTS * len(days)
        else:
            # No day begins among the numbers of another one.
            run = max(1, min(_numbers(row[i:]), 2 * _PARTS))
            atoms += row[i : i + run]
            i += run
    return tuple(atoms)


def _days(row: Atoms, height: float) -> tuple[Atom, ...]:
    """The one or two days that the numbers at the beginning of the row print; nothing where they are more or fewer."""
    if _numbers(row) >= 2 * _PARTS:
        # Their order tells what they are, however far they stand apart.
        first, second = (_day(row[at : at + _PARTS], float("inf")) for at in (0, _PARTS))
        if first is not None and second is not None:
            return first, second
    # Values are printed larger than the heads of a form.
    day = _day(row[:_PARTS], _GAP * max(height, row[0].tokens[0].box.height))
    return (day,) if day is not None else ()


def _numbers(row: Atoms) -> int:
    """How many numbers of two digits, or of four for a year, the row begins with, none far from the next."""
    count = 0
    for atom in row:
        if not _FORMS[-1].match(atom.text) or count and atom.x0 - row[count - 1].x1 > _FAR * atom.tokens[0].box.height:
            break
        count += 1
    return count


def _day(parts: Sequence[Atom], gap: float) -> Atom | None:
    if len(parts) < _PARTS or not all(form.match(atom.text) for form, atom in zip(_FORMS, parts, strict=True)):
        return None
    if any(right.x0 - left.x1 > gap for left, right in zip(parts, parts[1:], strict=False)):
        return None
    date = parse_date("/".join(atom.text for atom in parts))
    if date is None:
        return None
    tokens = tuple(token for atom in parts for token in atom.tokens)
    return Atom(kind="date", tokens=tokens, text=" ".join(atom.text for atom in parts), date=date)
