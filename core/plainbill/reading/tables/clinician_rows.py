"""Rows that say who gave the care of the services below them: "RENDERING: SUSAN K WHITLOCK MD"."""

import re
from collections.abc import Sequence

from plainbill.reading.columns.table import TableRow
from plainbill.reading.labels.name_blocks import is_clinician, is_organization
from plainbill.reading.rows.atoms import Atom

_BY_WHOM = re.compile(
    r"(?:(?:visit|appointment|session|exam|care) )?with|(?:(?:seen|performed|rendered|provided|treated|read) )?by"
    r"|(?:(?:service|rendering|attending|treating|performing) )?(?:provider|physician|clinician)|rendering|services? of"
)
# Words that say so, and those of a name with its title.
_LONGEST_BEFORE, OF_A_NAME = 2, range(2, 6)
_LONGEST_OFFICE = 8


def named_on(row: TableRow) -> tuple[Atom, ...]:
    """Return who is named on a row that says by whom care was given and nothing else; () on others."""
    atoms = row.atoms
    if row.role != "words" or any(atom.kind != "text" for atom in atoms):
        return ()
    said = says_by_whom(atoms)
    name = atoms[said:] if said else ()
    words = " ".join(atom.text for atom in name)
    if len(name) in OF_A_NAME and is_clinician(words):
        return name
    # An estimate lists what each office expects to charge: "Provider: Larch Anesthesia PLLC".
    announced = bool(name) and atoms[said - 1].text.endswith(":") and len(name) <= _LONGEST_OFFICE
    return name if announced and is_organization(words) else ()


def says_by_whom(atoms: Sequence[Atom]) -> int:
    """Return how many of the first words say that a name follows of who gave the care, 0 where none do."""
    sizes = range(min(_LONGEST_BEFORE, len(atoms)), 0, -1)
    said = {size: " ".join(atom.text for atom in atoms[:size]).lower().strip(":") for size in sizes}
    return next((size for size, words in said.items() if _BY_WHOM.fullmatch(words)), 0)


def without_dash(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Return the atoms behind a mark that parts a day from the words about it: "Aug 3 - treated by ..."."""
    return atoms[1:] if atoms and not any(map(str.isalnum, atoms[0].text)) else atoms


def head_groups(rows: Sequence[TableRow]) -> frozenset[float]:
    """Return the places (y) of such rows where they stand above their services, none where they stand below.

    Above the first service of all stands one then, and below the last one none.
    """
    services = [row.y for row in rows if row.role == "service"]
    found = [row.y for row in rows if named_on(row)]
    if not found or not services or found[0] > services[0] or found[-1] > services[-1]:
        return frozenset()
    return frozenset(found)
