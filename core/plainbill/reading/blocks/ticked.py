"""Forms that list all that an office may do: what was done is ticked, and the rest is no charge."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code

# A cross or tick as it is typed, and what readers make of one in its box.
_TICK = re.compile(r"^[\[(]?[Xx✕✖×✓✔√☑☒⊠冈区図凶][\])]?$")
_CHOICES = re.compile(r"\b(?:superbill|encounter\sform|charge\s(?:slip|ticket)|fee\s(?:slip|ticket))\b", re.IGNORECASE)
# A tick stands so many heights before the code at most.
_BEFORE = 4.0


def only_ticked(table: Table, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """The table without the services that nobody ticked, where others on the page are; else as it is."""
    printed = {row.y: own for row, own in zip(rows, atoms, strict=True)}
    services = [row for row in table.rows if row.role == "service" and _code(row) is not None]
    if services and all(any(atom.date is not None for atom in row.atoms) for row in services):
        # What has its day was done.
        return table
    ticked = {row.y for row in services if _is_ticked(row, printed.get(row.y, ()))}
    if not ticked and _is_of_choices(rows) and not _adds_up(table, services):
        # Rings and ticks by hand are not read: what was done is not known.
        ticked = set()
    elif not ticked or len(ticked) == len(services) or _are_all_summed(services, ticked, atoms):
        return table
    left = {row.y for row in services} - ticked
    return replace(table, rows=tuple(row for row in table.rows if row.y not in left))


def _is_of_choices(rows: Sequence[Row]) -> bool:
    return any(_CHOICES.search(" ".join(token.text for token in row.tokens)) for row in rows)


def _adds_up(table: Table, services: Sequence[TableRow]) -> bool:
    """True where a sum on the form is that of all its services, or where none is printed."""
    sums = {atom.money for row in table.rows if row.role == "total" for atom in row.atoms if atom.money is not None}
    charged = sum(atom.money for row in services for atom in table.cell(row, "charge") if atom.money is not None)
    return not sums or charged in sums


def _are_all_summed(services: Sequence[TableRow], ticked: Set[float], atoms: Sequence[Sequence[Atom]]) -> bool:
    """True where a sum on the page is that of all services, and none that of those with a tick: one was not read."""
    printed = {atom for row in services for atom in row.atoms}
    sums = {atom.money for own in atoms for atom in own if atom.money is not None and atom not in printed}
    every, marked = (
        sum(atom.money for row in rows for atom in row.atoms[-1:] if atom.money is not None)
        for rows in (services, [row for row in services if row.y in ticked])
    )
    return every in sums and marked not in sums


def _code(row: TableRow) -> Atom | None:
    return next((atom for atom in row.atoms if parse_code(atom.text) is not None), None)


def _is_ticked(row: TableRow, printed: Sequence[Atom]) -> bool:
    code = _code(row)
    if code is None:
        return False
    before = [atom for atom in printed if 0 <= code.x0 - atom.x1 < _BEFORE * row.height]
    return any(is_tick(atom) for atom in before)


def is_tick(atom: Atom) -> bool:
    """True for a cross or tick by itself."""
    return _TICK.match(atom.text) is not None
