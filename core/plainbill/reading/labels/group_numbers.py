"""The number of a group behind its name, "Marlow Mills #44017" or "(MM-118)", and that of a member behind letters."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom

# Years are none, nor is a number behind these words: it is part of the name of a plan or a union.
_BARE = re.compile(r"^(?!(?:19|20)\d\d$)\d{4,}$|^\d{2,}-\d{3,}$")
_IN_PARENTHESES = re.compile(r"^\((?=.*\d)[A-Z]{0,4}-?\d{2,}[\dA-Z-]*\)$")
_OF_A_NAME = re.compile(
    r"^(?:local|lodge|gold|silver|bronze|platinum|ppo|hmo|epo|pos|hsa|hdhp|option|plan|choice|select)$", re.IGNORECASE
)

_FEWEST_PARTED = 2


def behind_a_groups_name(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Return the atoms from such a number on; all of them where they hold none."""
    if len(atoms) > _FEWEST_PARTED and atoms[-2].text == "/" and _BARE.match(atoms[-1].text):
        # "Marlow School District #12 / 44017".
        return atoms[-1:]
    at = next((i for i, atom in enumerate(atoms) if re.match(r"#\d", atom.text)), 0)
    if at or len(atoms) < 2:
        return atoms[at:]
    *name, last = atoms
    if _IN_PARENTHESES.match(last.text) and not last.text[1:-1].startswith(("19", "20")):
        return [replace(last, text=last.text[1:-1])]
    named = all(atom.text[:1].isupper() and atom.text.isalpha() for atom in name)
    return [last] if named and _BARE.match(last.text) and not _OF_A_NAME.match(name[-1].text) else atoms


def number_first(fields: Sequence[str], atoms: Sequence[Atom]) -> Sequence[str]:
    """Return what a label may stand for, the number of a group or of a member first where it announces one."""
    if {"subscriber", "coverage.member_id"} <= {*fields} and _begins_a_number(atoms):
        return sorted(fields, key=lambda field: field != "coverage.member_id")
    numbered = "coverage.group_number" in fields and len(behind_a_groups_name(atoms)) < len(atoms)
    return sorted(fields, key=lambda field: field != "coverage.group_number") if numbered else fields


def _begins_a_number(atoms: Sequence[Atom]) -> bool:
    """True for the letters of a plan before the digits of a member: "LHP 90022177 01"."""
    letters, digits = (atom.text for atom in atoms[:2]) if len(atoms) > 1 else ("", "")
    return (
        letters.isupper()
        and letters.isalpha()
        and len(letters) <= _LONGEST_PREFIX
        and _MEMBER.match(digits) is not None
    )


_LONGEST_PREFIX, _MEMBER = 5, re.compile(r"^\d{4,}$")
