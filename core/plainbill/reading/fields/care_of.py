"""Letters in the care of somebody else: the person whom they are about stands on the row above "c/o"."""

import re
from itertools import pairwise

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_CARE_OF = re.compile(r"^c/o\b", re.IGNORECASE)
_OF_THEIRS = re.compile(r"^(?:to\s)?(?:the\s)?(?:family|estate|parents?|guardians?)\sof$", re.IGNORECASE)
_LONGEST_LEAD, _ALIGNED, _NEXT = 4, 1.0, 2.2


def named_above_care_of(named: Found | None, page: PageLayout) -> Found | None:
    """Return the name as it is, or the one above where it is that of who receives the letter for another person."""
    if named is None or not _CARE_OF.match(str(named.value)):
        return named
    for above, row in pairwise(page.cells):
        cell = next((cell for cell in row if named.tokens[0] in cell.tokens), None)
        if cell is None:
            continue
        near = [one for one in above if abs(one.x0 - cell.x0) < _ALIGNED * cell.height]
        if not near or cell.y - near[0].y > _NEXT * cell.height:
            return None
        atoms = near[0].atoms
        lead = (n for n in range(1, _LONGEST_LEAD + 1) if _OF_THEIRS.match(" ".join(atom.text for atom in atoms[:n])))
        own = atoms[next(lead, 0) :]
        whole = bool(own) and not any(mark.isdigit() for atom in own for mark in atom.text)
        return from_atoms(" ".join(atom.text for atom in own), own) if whole else None
    return None
