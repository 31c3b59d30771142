"""Reasons right below the amounts that they explain, each in the column of its amount: "310.00" over "PR-1"."""

from collections.abc import Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.reasons import reason_at
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.codes import is_remark_code

_TAKEN_OFF = frozenset({"adjustment", "not_covered", "deductible", "coinsurance", "copay"})
_ASKED_FOR = frozenset({"reason", "reasons", "remark", "remarks"})


def reasons_below(table: Table, entry: Entry) -> tuple[list[Draft], tuple[Atom, ...]]:
    """The adjustments whose reasons stand below their amounts, where heads over both say so, and their print."""
    found: list[Draft] = []
    taken: list[Atom] = []
    for i, (column, own) in enumerate(zip(table.columns, entry.row.cells, strict=True)):
        amount = own[0] if len(own) == 1 and own[0].money is not None else None
        below = [cell for row in entry.words if row.y > entry.row.y and (cell := row.cells[i])]
        if amount is None or amount.money is None or not below or not _names_reasons(column):
            continue
        reason = reason_at(below[0])
        if reason is None or reason.taken != len(below[0]) or "amount" in reason.fields:
            continue
        found.append({**reason.fields, "amount": from_atoms(abs(amount.money), [amount]), **_remarks(below[1:])})
        taken += [atom for cell in below for atom in cell if cell is below[0] or is_remark_code(atom.text)]
    return found, tuple(taken)


def _names_reasons(column: Column) -> bool:
    return column.field in _TAKEN_OFF and any(token.text.lower() in _ASKED_FOR for token in column.head.tokens[1:])


def _remarks(cells: Sequence[Sequence[Atom]]) -> dict[str, Found]:
    """The codes of remarks on the rows below the reason."""
    coded = [atom for cell in cells for atom in cell if is_remark_code(atom.text)]
    return {f"remarks[{i}]": from_atoms(atom.text, [atom]) for i, atom in enumerate(coded)}
