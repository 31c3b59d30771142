"""Services below the name of who gave them: the amounts stand beside the name, what was done on the row below it."""

from dataclasses import replace
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import is_clinician, is_organization
from plainbill.reading.terms.codes import parse_code

_FEWEST, _MOSTLY, _HALF = 2, 0.8, 0.5


def with_names_apart(table: Table) -> Table:
    """The table with the row below each service as its words, and the words beside its amounts as who gave it.

    So where most services print no code, and the words below them end in one in parentheses, as on the monthly report
    of a Medicare Advantage plan.
    """
    at = next((i for i, column in enumerate(table.columns) if column.field == "description"), None)
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    told = {i for i, (row, below) in enumerate(pairwise(table.rows)) if row.role == "service" and _is_told(below)}
    bare = all(parse_code(atom.text) is None for i in services for atom in table.rows[i].atoms)
    if at is None or "provider" in table.fields or not bare or len(told) < max(_FEWEST, _MOSTLY * len(services)):
        return table
    names = [" ".join(atom.text for atom in table.rows[i].cells[at]) for i in told]
    wrapped = any(table.rows[i + 1].atoms[0].text[:1].islower() for i in told)
    if (
        wrapped
        or not any(map(is_clinician, names))
        or sum(is_clinician(name) or is_organization(name) for name in names) < _HALF * len(names)
    ):
        # Wrapped words, which end in their code.
        return table
    rows: list[TableRow] = []
    for i, row in enumerate(table.rows):
        if i - 1 in told:
            continue
        name, words = ((), row.cells[at]) if i not in told else (row.cells[at], table.rows[i + 1].atoms)
        cells = (*row.cells[:at], words, *row.cells[at + 1 :], name)
        rows.append(replace(row, cells=cells))
    return replace(table, columns=(*table.columns, placeless("provider")), rows=tuple(rows))


def _is_told(row: TableRow) -> bool:
    """True for words before a code in parentheses."""
    opened = next((i for i, atom in enumerate(row.atoms) if atom.text.startswith("(")), 0)
    closed = row.role == "words" and opened > 0 and row.atoms[-1].text.endswith(")")
    return closed and parse_code(row.atoms[-1].text.strip("()")) is not None
