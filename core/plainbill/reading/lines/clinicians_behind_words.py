"""Who gave the care, where a name stands behind a dash at the end of what was done: "CT HEAD - Okafor MD"."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom

_DOCTOR = re.compile(r"^(?:dr|doctor)\b\.?\s", re.IGNORECASE)
# "VISIT - NEW PT" is a patient and no therapist: only titles that are no words of services tell.
_TITLED = re.compile(r"\b(?:M\.?D|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?P\.?M|CRNA|APRN|PA-C|LCSW|Ph\.?D)\.?$")
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_FEWEST, _LONGEST = 2, 5


def parted_from_clinician(words: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Return what was done, and the name that ends the words behind a dash; no name where none does."""
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i].text in _DASHES), 0)
    name = [*words[at + 1 :]] if at else []
    text = " ".join(atom.text for atom in name)
    named = _FEWEST <= len(name) <= _LONGEST and all(atom.kind == "text" and atom.text[:1].isupper() for atom in name)
    if not named or any(mark.isdigit() for mark in text) or not (_TITLED.search(text) or _DOCTOR.match(text)):
        return [*words], []
    return [*words[:at]], name
