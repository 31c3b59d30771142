"""Sex as papers print it: a letter, a word, or the one of two boxes that is ticked."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms

_SEXES = {"f": "F", "female": "F", "m": "M", "male": "M"}
_MARKS = ".,;:"
# A box as it is typed, with its cross or without, in one word or several; a bare X is a cross too.
_BOX = re.compile(r"^[\[(](?P<cross>[xX✓✔*]?)[\])]$|^(?P<bare>[xX☒☑⊠])$|^[☐□]$")
_OPENS = frozenset({"[", "("})
_LONGEST = 8


def sex_in(atoms: Sequence[Atom]) -> Found | None:
    """Return the sex that the words begin with, or the one that is ticked where they name both."""
    parts = _parts(atoms[:_LONGEST])
    named = [(i, sex) for i, (text, _) in enumerate(parts) if (sex := _SEXES.get(text.strip(_MARKS).lower()))]
    boxes = [_BOX.match(text) for text, _ in parts]
    if not named or named[0][0] > 1 or named[0][0] == 1 and boxes[0] is None:
        return None
    if any(boxes):
        # The boxes stand behind what they are of, or before it: as the first of the words does.
        step = 1 if named[0][0] == 0 else -1
        ticked = [(i, sex) for i, sex in named if _is_ticked(boxes, i + step)]
        return from_atoms(ticked[0][1], parts[ticked[0][0]][1]) if len(ticked) == 1 else None
    if len(named) > 1 and named[1][0] == 1:
        # "SEX  M  F" names two boxes of a form; the cross below them says which.
        return None
    return from_atoms(named[0][1], parts[named[0][0]][1])


def _is_ticked(boxes: Sequence[re.Match[str] | None], at: int) -> bool:
    box = boxes[at] if 0 <= at < len(boxes) else None
    return box is not None and bool(box["cross"] or box["bare"])


def _parts(atoms: Sequence[Atom]) -> list[tuple[str, tuple[Atom, ...]]]:
    """The words, an empty box "[ ]" as one of them."""
    parts: list[tuple[str, tuple[Atom, ...]]] = []
    for atom in atoms:
        if parts and (parts[-1][0] in _OPENS or parts[-1][0][:1] in _OPENS and atom.text in {"]", ")"}):
            parts[-1] = (parts[-1][0] + atom.text, (*parts[-1][1], atom))
        else:
            parts.append((atom.text, (atom,)))
    return parts
