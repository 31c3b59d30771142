"""A stay that no label names: two days in a cell of their own, from the first to the last of those of the lines."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.dates import PrintedDate

_FROM_TO = ["date", "dash", "date"]
# Who leaves in the morning is charged up to the day before.
_LEFT_AFTER = datetime.timedelta(days=1)


def stay_around(layouts: Sequence[PageLayout], found: Mapping[str, Found]) -> dict[str, Found]:
    """Return the first and last day of the stay where a paper prints them bare; empty where it names days of care.

    The days of the lines, which often print no year, have to begin and to end with it.
    """
    days = {v.value for p, v in found.items() if p.startswith("lines[") and "service_date" in p.rpartition(".")[2]}
    printed = [day for day in days if isinstance(day, PrintedDate)]
    if not printed or found.keys() & {"service_from", "service_to"}:
        return {}
    taken = {token for value in found.values() for token in value.tokens}
    for first, last in _ranges(layouts):
        own = not taken & {*first.tokens, *last.tokens}
        if own and first.date is not None and last.date is not None and _are_of(printed, first.date, last.date):
            return {"service_from": from_atoms(first.date, [first]), "service_to": from_atoms(last.date, [last])}
    return {}


def _ranges(layouts: Sequence[PageLayout]) -> Iterator[tuple[Atom, Atom]]:
    """The cells that print two days with a dash between and nothing else."""
    for cell in (cell for layout in layouts for row in layout.free for cell in row):
        if [atom.kind for atom in cell.atoms] == _FROM_TO:
            yield cell.atoms[0], cell.atoms[2]
        elif len(cell.atoms) == 1 and cell.atoms[0].until is not None:
            yield cell.atoms[0], replace(cell.atoms[0], date=cell.atoms[0].until)


def _are_of(printed: Sequence[PrintedDate], first: PrintedDate, last: PrintedDate) -> bool:
    begun, ended = first.on(None), last.on(None)
    if begun is None or ended is None or not begun < ended:
        return False
    # A stay may run over the end of a year.
    years = [[day.on(year) for year in (begun.year, ended.year)] for day in printed]
    inside = [[on for on in both if on is not None and begun <= on <= ended] for both in years]
    days = [both[0] for both in inside if both]
    return len(days) == len(printed) and min(days) == begun and ended - max(days) <= _LEFT_AFTER
