"""Days that a row of a table prints: the one it begins with, or several of payments that one amount tells of."""

from collections.abc import Sequence
from itertools import pairwise

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.dates import days_in

_DAYS = frozenset({"date", "date_to"})


def names_several_days(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """Return True for "Paid at desk 05/04, 05/11": days of several payments, and one amount that all came to.

    A day with words before the next tells when one payment was made and what it is for; a range what it is for.
    """
    printed = sorted((atom for cell in cells for atom in cell), key=lambda atom: atom.x0)
    listed = any(a.date is not None and b.date is not None and a.date != b.date for a, b in pairwise(printed))
    held = (cell for column, cell in zip(columns, cells, strict=True) if column.field in _DAYS and cell)
    return listed and not any(atom.date is not None for cell in held for atom in cell[:1])


def begins_with_a_day(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """Return True where the first column is that of days, and a day is all that stands in it: "4-02" too."""
    return columns[0].field == "date" and len(days_in(" ".join(atom.text for atom in cells[0]))) == 1
