"""Rows among the titles of blocks that name the claim and who gave the care: "Claim 7F20-991 · Dr. Rosa Finch"."""

import re
from collections.abc import Sequence
from itertools import groupby

from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.rows.atoms import Atom

_BETWEEN = frozenset({"\u00b7", "\u2022", "|"})
_CLAIM = re.compile(r"^claim\W*(?:(?:number|num|no|id)\b\W*)?(?=\S*\d)[\w-]{4,}$", re.IGNORECASE)


def without_claims(own: Sequence[Atom]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """Return a row without the number of its claim and the clinician beside that, and that clinician's name.

    The row is as it was where it names no claim.
    """
    parts = [tuple(part) for marks, part in groupby(own, key=lambda atom: atom.text in _BETWEEN) if not marks]
    texts = [" ".join(atom.text for atom in part) for part in parts]
    if not any(map(_CLAIM.match, texts)):
        return tuple(own), ()
    by = next((part for part, text in zip(parts, texts, strict=True) if is_clinician(text)), ())
    left = [part for part, text in zip(parts, texts, strict=True) if part != by and not _CLAIM.match(text)]
    return tuple(atom for part in left for atom in part), by
