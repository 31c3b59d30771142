"""What narrow columns print over several rows: modifiers below a code, a last day below a first, the end of a name."""

import re

from plainbill.reading.columns.table import Table
from plainbill.reading.heads.days_from_and_to import LAST
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.lines.cell_values import POINTERS, Draft, read_cell
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.tables.broken_numbers import rest_of_number
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.codes import known_modifiers, parse_diagnosis

_OF_A_NAME = re.compile(r"^[A-Z][A-Za-z.,'-]*$")
# Heights of print: how far to the side the words below may begin, and how far down they stand; and their number.
_ASIDE, _NEXT, _LONGEST_END = 0.7, 2.2, 3
_POINTER = re.compile(r"^(?:\d{1,2}|[A-L]),?$")


def read_wrapped(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
    """Read what goes on below the code, below the pointers to diagnoses and below a name; return its print."""
    coded = _read_codes(draft, table, entry) if "code" in draft else ()
    named, numbered = _read_name(draft, table, entry), _read_number(draft, table, entry)
    return (*coded, *named, *numbered, *_read_last_day(draft, table, entry))


def _read_codes(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
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
    if more := _modifiers_below(table, entry):
        for path in [path for path in draft if path.startswith("modifiers[")]:
            del draft[path]
        modifiers = [*table.cell(entry.row, "modifiers"), *more]
    read_cell(draft, "modifiers", tuple(modifiers))
    return (*taken, *modifiers)


def _modifiers_below(table: Table, entry: Entry) -> list[Atom]:
    """The modifiers that stand right below the first one of the service, in a column too narrow for both."""
    own = table.cell(entry.row, "modifiers")
    found: list[Atom] = []
    for row in (row for row in entry.words if own and 0 < row.y - entry.row.y < _NEXT * entry.row.height):
        near = [atom for atom in row.atoms if abs(atom.x0 - own[0].x0) < _ASIDE * entry.row.height]
        found += [atom for atom in near if atom.text in known_modifiers()]
    return found if all(atom.text in known_modifiers() for atom in own) else []


def _read_name(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
    """Read who gave the care with what goes on right below the cell, "Lena" and "Ostrom DO"; return that."""
    own = table.cell(entry.row, "provider")
    below = next((row for row in entry.words if row.y > entry.row.y), None)
    more = table.cell(below, "provider") if own and below is not None else ()
    height = entry.row.height
    if not more or abs(more[0].x0 - own[0].x0) > _ASIDE * height or more[0].y - own[0].y > _NEXT * height:
        return ()
    if is_clinician(" ".join(atom.text for atom in own)) or len(more) > _LONGEST_END:
        # Nothing follows a title: "Oster MD" over "Lab".
        return ()
    if not all(_OF_A_NAME.match(atom.text) for atom in more):
        return ()
    draft.pop("rendering_provider", None)
    read_cell(draft, "provider", (*own, *more))
    return more


def _read_number(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
    """Read the number of an authorization with what goes on below its hyphen, "BH-" and "60221"; return that."""
    below = next((row for row in entry.words if row.y > entry.row.y), None)
    rest = rest_of_number(table, entry.row, below) if below is not None else ()
    if rest:
        own = table.cell(entry.row, "authorization")
        text = "".join(atom.text for atom in (*own, *rest))
        draft["authorization_number"] = from_atoms(text, [*own, *rest])
    return rest


def _read_last_day(draft: Draft, table: Table, entry: Entry) -> tuple[Atom, ...]:
    """Read the last day below the first one, where the head says so: "From" over "To"; return its print."""
    column = next((i for i, column in enumerate(table.columns) if column.field == "date"), None)
    below = next((row for row in entry.words if row.y > entry.row.y), None)
    if column is None or below is None or "service_date" not in draft or "service_date_to" in draft:
        return ()
    words = {token.text.lower().strip(".:,()") for token in table.columns[column].head.tokens}
    first, last = entry.row.cells[column], below.cells[column]
    if "from" not in words or not words & LAST or not first or not last or last[0].date is None:
        return ()
    height = entry.row.height
    if abs(first[0].x0 - last[0].x0) > _ASIDE * height or last[0].y - first[0].y > _NEXT * height:
        return ()
    read_cell(draft, "date_to", last[:1])
    return last[:1]


def _is_diagnosis(atom: Atom) -> bool:
    return _POINTER.match(atom.text) is not None or "." in (parse_diagnosis(atom.text.strip(",;")) or "")
