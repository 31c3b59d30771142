"""The number of one of a family, in parentheses behind their name: the member's own with digits for each of them."""

import re
from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_SHORTEST = 6
# What the member's number ends in for one of the family: "-02", "01".
_OF_ONE = re.compile(r"^(?:-[A-Z0-9]{1,3}|\d{2})$")


def number_in_family(layouts: Sequence[PageLayout], name: Found | None, member: Found | None) -> Found | None:
    """Return "H40771220-02" behind the name where the member is H40771220, None where no such number stands there."""
    if name is None or member is None or len(str(member.value)) < _SHORTEST:
        return None
    last = name.tokens[-1]
    rows = ([atom for cell in row for atom in cell.atoms] for layout in layouts for row in layout.cells)
    for atoms in rows:
        at = next((i for i, atom in enumerate(atoms) if last in atom.tokens), None)
        if at is None or at + 1 == len(atoms):
            continue
        behind = atoms[at + 1]
        number = behind.text.strip("(),;")
        own = str(member.value)
        if behind.text.startswith("(") and number.startswith(own) and _OF_ONE.match(number[len(own) :]):
            return from_atoms(number, [behind])
    return None
