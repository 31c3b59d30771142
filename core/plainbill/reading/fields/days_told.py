"""The day of a visit that a sentence tells: "You saw Dana Ruiz, NP on October 6, 2026", "for the visit on April 13"."""

import re
from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found

# So many words before the day may tell of what it is; a sentence may wrap between them.
_REACH = 12
_OF_CARE = re.compile(
    r"\b(?:you saw|you were seen|you came in|you visited|(?:your|the) (?:\w+ )?visit)\b", re.IGNORECASE
)
# Such words begin a row: within a sentence they may tell of what is to come.
_BEGINS = re.compile(r"^(?:your )?(?:\w+ )?(?:surgery|procedure|operation) on$", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:next|follow|schedul\w*|return|before|after|since|until|last|previous|will)\b", re.IGNORECASE
)


def visit_told(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one day that sentences of the first page say the visit was on, None for none and for several."""
    atoms = [atom for row in layouts[0].free for cell in row for atom in cell.atoms]
    days = [atom for i, atom in enumerate(atoms) if atom.date is not None and _is_of_a_visit(atoms[:i])]
    if not days or any(atom.date != days[0].date for atom in days):
        return None
    return Found(value=days[0].date, tokens=days[0].tokens)


def _is_of_a_visit(before: Sequence[Atom]) -> bool:
    """True where the words up to a day end in "on" and say in the same sentence that somebody was seen."""
    if not before or before[-1].text.lower() != "on":
        return False
    level = 0.5 * before[-1].tokens[0].box.height
    if _BEGINS.match(" ".join(atom.text for atom in before if abs(atom.y - before[-1].y) < level)):
        return True
    words = " ".join(atom.text for atom in before[-_REACH:])
    said = re.split(r"[.!?]\s", words)[-1]
    return _OF_CARE.search(said) is not None and _OF_ANOTHER.search(said) is None
