"""Procedure codes that end the words of a service with no parentheses around them: "Office visit 99213 25"."""

from collections.abc import Sequence
from itertools import pairwise

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import (
    is_digits_alone,
    is_glued_code,
    known_codes,
    known_modifiers,
    parse_code,
    parse_times,
)

# At least this share of the services ends so: one number behind words may be anything.
_USUAL = 0.5
_FEWEST = 2
_MOST_MODIFIERS = 4


def ends_in_codes(table: Table) -> bool:
    """True where services of a table that prints no codes apart name them last, and one is a code that is known."""
    services = [row for row in table.rows if row.role == "service"]
    if any(column.field == "code" for column in table.columns) and not _is_empty_below(table, services):
        return False
    cells = [table.cell(row, "description") for row in services]
    if "description" not in table.fields:
        # A row above each says what was done.
        cells = [above.atoms for above, row in pairwise(table.rows) if row in services and above.role == "words"]
        cells = cells or [
            below.atoms for row, below in pairwise(table.rows) if row in services and below.role == "words"
        ]
    endings = [ending for cell in cells if (ending := _ending(cell))]
    known = any(parse_code(ending[0].text[:5]) and ending[0].text[:5] in known_codes() for ending in endings)
    lettered = all(not ending[0].text[0].isdigit() for ending in endings)
    return known and (lettered or len(endings) >= _USUAL * len([cell for cell in cells if cell]))


def _is_empty_below(table: Table, services: Sequence[TableRow]) -> bool:
    """True where a head names codes and several services have none there."""
    return len(services) >= _FEWEST and not any(table.cell(row, "code") for row in services)


def with_code_apart(rows: Sequence[list[Atom]], own: int) -> list[list[Atom]]:
    """Return the rows of words of a service, the code that ends row `own` with its modifiers on a row of its own."""
    if not (ending := _ending(rows[own])):
        return list(rows)
    words = rows[own][: rows[own].index(ending[0])]
    below = [list(row) for row in rows[own + 1 :]]
    if below and below[0] and all(atom.text in known_modifiers() for atom in below[0]):
        ending += below.pop(0)
    return [*rows[:own], words, ending, *below]


def _ending(cell: Sequence[Atom]) -> list[Atom]:
    """The code at the end of a cell with the modifiers behind it, nothing where no word stands before it."""
    for size in range(1, min(_MOST_MODIFIERS, len(cell) - 1) + 1):
        first, *rest = cell[-size:]
        if rest and rest[0].kind == "dash":
            # "70450 - 26".
            rest = rest[1:] or [first]
        counted = parse_times(" ".join(atom.text for atom in rest)) is not None
        if first.kind != "text" or ")" in first.text:
            continue
        if not counted and not all(atom.text in known_modifiers() for atom in rest):
            continue
        glued = is_glued_code(first.text) and is_digits_alone(first.text)
        if parse_code(first.text) is not None and not glued and any(_is_word(atom) for atom in cell[:-size]):
            return [first, *rest]
    return []


def _is_word(atom: Atom) -> bool:
    return atom.kind == "text" and any(map(str.isalpha, atom.text))
