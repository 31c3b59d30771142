"""Days of which one sign was read wrong, told by the same day beside another service: "67/15/24" among "07/15/24"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom

# Print of a day that is none: as long as the shortest whole one, and mostly figures.
_LIKE_A_DAY = re.compile(r"^(?=(?:\D*\d){4})[\w./,-]{6,11}$")
_FEWEST_ALIKE = 2
_OF_DAYS = frozenset({"date", "date_to"})
_LONGEST = 2


def with_misread_days(columns: Sequence[Column], rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The rows, print in a column of days that is none read as the one day of that column it is nearest to."""
    found = [*rows]
    for column in columns:
        if column.field not in _OF_DAYS:
            continue
        cells = [*map(column.cell, found)]
        for i, (cell, read) in enumerate(zip(cells, days_told_by_others(cells), strict=True)):
            if read != cell:
                found[i] = tuple(read[0] if atom is cell[0] else atom for atom in found[i] if atom not in cell[1:])
    return found


def days_told_by_others(cells: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The cells of a column of days, print that is none read as the one day of others that it is nearest to.

    Only a day that several cells print counts, and only where exactly one differs in a single sign.
    """
    days = _repeated(cells)
    return [(day,) if (day := _nearest(cell, days)) is not None else cell for cell in cells]


def _repeated(cells: Sequence[Sequence[Atom]]) -> dict[str, Atom]:
    alone = [cell[0] for cell in cells if len(cell) == 1 and cell[0].date is not None and cell[0].until is None]
    printed = Counter(atom.text for atom in alone)
    return {atom.text: atom for atom in alone if printed[atom.text] >= _FEWEST_ALIKE}


def _nearest(cell: Sequence[Atom], days: dict[str, Atom]) -> Atom | None:
    """The day that a cell prints but for one sign, in its place; None where it prints one, or none is so near."""
    text = "".join(atom.text for atom in cell)
    if not 0 < len(cell) <= _LONGEST or any(atom.date is not None for atom in cell) or not _LIKE_A_DAY.match(text):
        return None
    near = [day for printed, day in days.items() if _differs_once(text, printed)]
    if len(near) != 1:
        return None
    tokens = tuple(token for atom in cell for token in atom.tokens)
    return replace(cell[0], kind="date", money=None, date=near[0].date, text=near[0].text, tokens=tokens)


def _differs_once(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
