"""The number of one of a family, in parentheses behind their name: the member's own with digits for each of them."""

from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_SHORTEST = 6


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
        longer = number != str(member.value) and number.startswith(str(member.value))
        if behind.text.startswith("(") and longer:
            return from_atoms(number, [behind])
    return None
