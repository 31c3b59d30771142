"""The number of one of a family, in parentheses behind their name: the member's own with digits for each of them."""

from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_SHORTEST = 6


def number_in_family(layouts: Sequence[PageLayout], name: Found | None, member: Found | None) -> Found | None:
    """Return "H40771220-02" behind the name of one whose member is H40771220, None where no such number stands there."""
    if name is None or member is None or len(str(member.value)) < _SHORTEST:
        return None
    last = name.tokens[-1]
    for cell in (cell for layout in layouts for row in layout.cells for cell in row):
        at = next((i for i, atom in enumerate(cell.atoms) if last in atom.tokens), None)
        if at is None or at + 1 == len(cell.atoms):
            continue
        behind = cell.atoms[at + 1]
        number = behind.text.strip("(),;")
        longer = number != str(member.value) and number.startswith(str(member.value))
        if behind.text.startswith("(") and longer:
            return from_atoms(number, [behind])
    return None
