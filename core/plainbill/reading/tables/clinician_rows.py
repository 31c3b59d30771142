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
# What somebody did or is, before a colon: "Radiologist: Lena Okoro, MD", "CRNA: Ada Lind".
_ROLE = re.compile(
    r"(?:(?:assistant|operating|primary) )?(?:surgeon|anesthesiologist|anesthetist|crna|radiologist|pathologist|dentist"
    r"|hygienist|therapist|midwife|optometrist|audiologist|dietitian)"
)
_CAPITALIZED = re.compile(r"[A-Z][A-Za-z.,'\u2019-]*")
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
    announced = bool(name) and atoms[said - 1].text.endswith(":")
    if announced and _ROLE.fullmatch(_said(atoms[:said])) and _is_plain_name(name):
        return name
    # An estimate lists what each office expects to charge: "Provider: Larch Anesthesia PLLC".
    return name if announced and len(name) <= _LONGEST_OFFICE and is_organization(words) else ()


def clinician_named(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return who is named by words that say nothing but who gave the care, "Read by Ada Lind, MD"; () for others."""
    said = says_by_whom(atoms)
    name = tuple(atoms[said:]) if said else ()
    plain = len(name) in OF_A_NAME and all(atom.kind == "text" for atom in name)
    return name if plain and is_clinician(" ".join(atom.text for atom in name)) else ()


def _is_plain_name(name: Sequence[Atom]) -> bool:
    """True for a person without a title; the role before the name tells that it is one."""
    capitals = all(_CAPITALIZED.fullmatch(atom.text) for atom in name)
    return len(name) in OF_A_NAME and capitals and not is_organization(" ".join(atom.text for atom in name))


def _said(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms).lower().strip(":")


def says_by_whom(atoms: Sequence[Atom]) -> int:
    """Return how many of the first words say that a name follows of who gave the care, 0 where none do."""
    sizes = range(min(_LONGEST_BEFORE, len(atoms)), 0, -1)
    said = {size: _said(atoms[:size]) for size in sizes}
    roles = (size for size, words in said.items() if atoms[size - 1].text.endswith(":") and _ROLE.fullmatch(words))
    return next((size for size, words in said.items() if _BY_WHOM.fullmatch(words)), next(roles, 0))


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
