"""Lists whose codes stand at the right edge, on a bent page half a row higher or lower than their words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code

_FEWEST = 3
# Words and their code stand so many heights apart at most.
_NEAR = 2.2

_What = Literal["code", "words"]


def with_codes_beside(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], heading: int
) -> tuple[list[Row], list[tuple[Atom, ...]]]:
    """Return the rows, below the heading each code with its words: they take turns, and there are as many of both."""
    what = [_what(own) for own in atoms]
    end = heading + 1
    while end < len(rows) and what[end] is not None and (end == heading + 1 or _take_turns(rows, what, end)):
        end += 1
    listed = range(heading + 1, end)
    words = [i for i in listed if what[i] == "words"]
    codes = [i for i in listed if what[i] == "code"]
    if len(codes) < _FEWEST or len(codes) != len(words) or not _are_apart(words, codes, atoms):
        return list(rows), list(atoms)
    joined = {one: (*atoms[one], *atoms[other]) for one, other in zip(words, codes, strict=True)}
    kept = [i for i in range(len(rows)) if i not in codes]
    ys = {one: min(rows[one].y, rows[other].y) for one, other in zip(words, codes, strict=True)}
    return [replace(rows[i], y=ys.get(i, rows[i].y)) for i in kept], [joined.get(i, atoms[i]) for i in kept]


def _what(own: Sequence[Atom]) -> _What | None:
    if len(own) == 1 and parse_code(own[0].text) is not None:
        return "code"
    return "words" if own and all(atom.kind == "text" and parse_code(atom.text) is None for atom in own) else None


def _take_turns(rows: Sequence[Row], what: Sequence[_What | None], i: int) -> bool:
    near = rows[i].y - rows[i - 1].y < _NEAR * rows[i].height
    return near and what[i] != what[i - 1]


def _are_apart(words: Sequence[int], codes: Sequence[int], atoms: Sequence[tuple[Atom, ...]]) -> bool:
    """True where all codes stand right of all words, whose beginnings are level."""
    ends, begins = max(atoms[i][-1].x1 for i in words), min(atoms[i][0].x0 for i in codes)
    height = atoms[words[0]][0].tokens[0].box.height
    level = all(abs(atoms[a][0].x0 - atoms[b][0].x0) < height for a, b in pairwise(words))
    return ends < begins and level
