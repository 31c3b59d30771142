"""Codes before a dash and their words, with no blank between: "80061-LIPID PANEL" in a list of "83540 - IRON"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.cut_tokens import cut_token

_DASHED = re.compile(r"^(?P<code>(?:[A-V]\d{4}|\d{5})(?:-(?:\d\d|[A-Z]{2}))?)-(?=[A-Z][A-Z0-9]{2})")


def is_dashed(atoms: Sequence[Atom]) -> bool:
    """True where what leads the words may be a code glued to them; only a list that has such codes vouches for it."""
    return len(atoms[0].tokens) == 1 and _DASHED.match(atoms[0].text) is not None


def with_code_parted(atoms: Sequence[Atom]) -> list[Atom]:
    """Return the atoms with the code apart from the words behind its dash."""
    match = _DASHED.match(atoms[0].text)
    if match is None:
        return list(atoms)
    code, words = cut_token(atoms[0].tokens[0], match.end("code"), skipped=1)
    first = replace(atoms[0], tokens=(code,), text=code.text)
    return [first, replace(atoms[0], tokens=(words,), text=words.text), *atoms[1:]]
