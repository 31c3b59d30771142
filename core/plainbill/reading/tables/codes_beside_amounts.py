"""Procedure codes right behind or before the amounts of one column, whose two heads nobody could tell apart."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_codes, known_modifiers, parse_code

# Of the services that fill the column at least this share prints both.
_MOSTLY, _FEWEST = 0.8, 2


def with_codes_beside_amounts(table: Table) -> Table:
    """Return the table with the codes of such a column in one of their own; as it is where it has codes already."""
    services = [row for row in table.rows if row.role == "service"]
    if "code" in table.fields and any(table.cell(row, "code") for row in services):
        return table
    for at in range(len(table.columns)):
        filled = [row.cells[at] for row in services if row.cells[at]]
        both = [parts for cell in filled if (parts := _parts(cell)) is not None]
        if len(both) < max(_FEWEST, _MOSTLY * len(filled)):
            continue
        if not any((code := parse_code(codes[0].text)) is not None and code.code in known_codes() for _, codes in both):
            continue
        parted = [_parts(row.cells[at]) if row.role == "service" else None for row in table.rows]
        rows = [
            replace(row, cells=(*row.cells, ()))
            if parts is None
            else replace(row, cells=(*row.with_cell(at, parts[0]).cells, parts[1]))
            for row, parts in zip(table.rows, parted, strict=True)
        ]
        return replace(table, columns=(*table.columns, placeless("code")), rows=tuple(rows))
    return table


def _parts(cell: Sequence[Atom]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]] | None:
    """The one amount of a cell, and the code with its modifiers; None where it holds anything else."""
    amounts = tuple(atom for atom in cell if atom.money is not None)
    codes = tuple(atom for atom in cell if atom.money is None)
    if len(amounts) != 1 or not codes or parse_code(codes[0].text) is None:
        return None
    return (amounts, codes) if all(atom.text in known_modifiers() for atom in codes[1:]) else None
