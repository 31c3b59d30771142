"""What narrow columns of codes print over several rows: modifiers below a code, pointers below those to diagnoses."""

import re

from plainbill.reading.columns.table import Table
from plainbill.reading.lines.cell_values import POINTERS, Draft, read_cell
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.codes import known_modifiers, parse_diagnosis

_POINTER = re.compile(r"^(?:\d{1,2}|[A-L]),?$")


def read_wrapped(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
    """Read the modifiers below the code and the pointers below those to diagnoses; return the print of both."""
    taken: list[Atom] = []
    modifiers: list[Atom] = []
    bare = "modifiers[0]" not in draft
    for row in (row for row in entry.words if row.y > entry.row.y):
        coded, pointed = table.cell(row, "code"), table.cell(row, "diagnosis")
        if bare and coded and all(atom.text in known_modifiers() for atom in coded):
            modifiers += coded
        own = table.cell(entry.row, "diagnosis")
        if pointed and own and own[-1].text.endswith(",") and all(map(_is_diagnosis, pointed)):
            draft.pop(POINTERS, None)
            pointers = all(_POINTER.match(atom.text) for atom in pointed)
            read_cell(draft, "diagnosis", (*own, *pointed) if pointers else pointed)
            taken += pointed
    read_cell(draft, "modifiers", tuple(modifiers))
    return (*taken, *modifiers)


def _is_diagnosis(atom: Atom) -> bool:
    return _POINTER.match(atom.text) is not None or "." in (parse_diagnosis(atom.text.strip(",;")) or "")
