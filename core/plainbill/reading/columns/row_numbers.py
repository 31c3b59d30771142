"""Numbers that a form prints before its rows, left of the first column: 1, 2, 3 ... of a hospital's claim form."""

from collections.abc import Sequence
from itertools import pairwise

from plainbill.reading.heads.head import Head
from plainbill.reading.rows.atoms import Atom

_FEWEST, _LONGEST = 3, 2


def without_row_numbers(head: Head, body: Sequence[tuple[Atom, ...]]) -> Sequence[tuple[Atom, ...]]:
    """Return the rows of atoms below a head without numbers that count up by one and stand left of all its words."""
    numbered = [own for own in body if own and _is_left(own[0], head)]
    counts = [int(own[0].text) for own in numbered]
    if len(counts) < _FEWEST or any(below != above + 1 for above, below in pairwise(counts)):
        return body
    return [own[1:] if own in numbered else own for own in body]


def _is_left(atom: Atom, head: Head) -> bool:
    return atom.text.isdigit() and len(atom.text) <= _LONGEST and atom.x1 <= head.x0
