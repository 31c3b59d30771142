"""Columns that print what was done and below it who did it, as a head of both says: "Procedure / Clinician"."""

from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.clinician_rows import OF_A_NAME, says_by_whom

_FEWEST, _MOSTLY = 2, 0.8


def with_names_below(table: Table) -> Table:
    """The table with the name of a clinician right below the words of most services as who gave them."""
    fields = [column.field for column in table.columns]
    if table.is_stacked or table.is_paired or {"description", "provider"} <= {*fields}:
        return table
    at = next((i for i, name in enumerate(fields) if name in {"description", "provider"}), None)
    services = [row for row in table.rows if row.role == "service"]
    if at is None or any(is_clinician(_words(row, at)) for row in services):
        return table
    told = {one.y: other for one, other in pairwise(table.rows) if one.role == "service" and _names_one(other, at)}
    above = any(below in services[:1] and _names_one(one, at) for one, below in pairwise(table.rows))
    # Where a name stands above the first service, each is of the service below it.
    if above or len(told) < max(_FEWEST, _MOSTLY * len(services)):
        return table
    rows = tuple(
        replace(row, cells=(*row.cells, _name(told[row.y], at) if row.y in told else ()))
        for row in table.rows
        if row not in told.values()
    )
    described = replace(table.columns[at], field="description")
    return replace(
        table, columns=(*table.columns[:at], described, *table.columns[at + 1 :], placeless("provider")), rows=rows
    )


def _names_one(row: TableRow, at: int) -> bool:
    """True for the name of a clinician and nothing else than words that say so: "with Lena Okoro, LCSW"."""
    alone = row.role == "words" and len(row.atoms) == len(row.cells[at])
    name = _name(row, at) if alone else ()
    return len(name) in OF_A_NAME and is_clinician(" ".join(atom.text for atom in name))


def _name(row: TableRow, at: int) -> tuple[Atom, ...]:
    return row.cells[at][says_by_whom(row.cells[at]) :]


def _words(row: TableRow, at: int) -> str:
    return " ".join(atom.text for atom in row.cells[at])
