"""The year of days printed without one, where no date of the paper has a meaning that is known.

A sentence may tell it ("All dates are 2026"), and so do full dates over the list, where they are all of one year or
the last is no year behind the first.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.terms.dates import PrintedDate

_SAID = re.compile(
    r"\b(?:all|the|these|service|thru|through|to|from)\s(?:dates|days)\b(?:\s\w+){0,3}?\s(?:are|were)\s(?:\w+\s){0,3}?(20\d\d)\b"
    r"|\byear\sof\s(?:service|care)\s(?:is|was)\s(20\d\d)\b",
    re.IGNORECASE,
)
_OF_A_BIRTH = re.compile(r"\b(?:born|births?|dob|b\.?d\.?|bdate)\b", re.IGNORECASE)
# Days that are long before those of care, or long behind them.
_OF_OTHER_YEARS = re.compile(
    r"\b(?:effective|revis(?:ed|ion)|rev|form|version|since|established|founded|policy|coverage|enroll\w*|expir\w*"
    r"|valid|until|thru|through|injur\w*|accident|onset|retire\w*|hired?|signed|approved|last|first)\b",
    re.IGNORECASE,
)
_HEAD = 0.5
_A_YEAR = datetime.timedelta(days=365)


def years_told(layouts: Sequence[PageLayout]) -> list[PrintedDate]:
    """Days of the one year that the paper tells of, or of two where all lie within one; none where it tells of none."""
    text = " ".join(cell.text for layout in layouts for row in layout.cells for cell in row)
    said = {int(year) for match in _SAID.finditer(text) for year in match.groups() if year is not None}
    days = [PrintedDate(month=1, day=1, year=year) for year in said] or [*_over_the_list(layouts[0])]
    known = sorted(day for each in days if (day := each.on(None)))
    return days if known and known[-1] - known[0] < _A_YEAR else []


def _over_the_list(layout: PageLayout) -> Iterator[PrintedDate]:
    """Full dates in the upper half of the page, outside its tables, but for those of births and of policies."""
    births = {
        token
        for label in layout.labels
        if label.field == "patient.date_of_birth"
        for token in (*label.label, *label.value.tokens)
    }
    for row in layout.free:
        for cell in row:
            if cell.y > _HEAD * layout.height or births & set(cell.tokens) or _tells_of_other_years(row, cell):
                continue
            yield from (atom.date for atom in cell.atoms if atom.date is not None and atom.date.year is not None)


def _tells_of_other_years(row: Sequence[Cell], cell: Cell) -> bool:
    """True where a word for births or for days of other years stands in the cell, or ends the one before it."""
    at = row.index(cell)
    before = row[at - 1].atoms[-1].text if at else ""
    said = f"{before} {cell.text}"
    return _OF_A_BIRTH.search(said) is not None or _OF_OTHER_YEARS.search(said) is not None
