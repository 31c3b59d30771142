"""Days whose month, day and year stand apart, as in the boxes of a claim form: "01 19 26"."""

import re
from collections.abc import Sequence

from plainbill.reading.atoms import Atom
from plainbill.reading.dates import parse_date
from plainbill.reading.head import Head

_PARTS = 3
_FORMS = re.compile(r"^\d{2}$"), re.compile(r"^\d{2}$"), re.compile(r"^(?:\d{2}|(?:19|20)\d{2})$")
_DAYS = frozenset({"date", "date_to"})
# The parts stand closer together than this many heights.
_GAP = 2.0

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
        day = _day(row[i : i + _PARTS], height)
        # The second day of a range may stand under no head of its own.
        if day is not None and (i == last or any(x0 <= day.middle < x1 for x0, x1 in spans)):
            atoms.append(day)
            i = last = i + _PARTS
        else:
            atoms.append(row[i])
            i += 1
    return tuple(atoms)


def _day(parts: Sequence[Atom], height: float) -> Atom | None:
    if len(parts) < _PARTS or not all(form.match(atom.text) for form, atom in zip(_FORMS, parts, strict=True)):
        return None
    if any(right.x0 - left.x1 > _GAP * height for left, right in zip(parts, parts[1:], strict=False)):
        return None
    date = parse_date("/".join(atom.text for atom in parts))
    if date is None:
        return None
    tokens = tuple(token for atom in parts for token in atom.tokens)
    return Atom(kind="date", tokens=tokens, text=" ".join(atom.text for atom in parts), date=date)
