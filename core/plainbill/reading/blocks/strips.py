"""Blocks side by side, as tiles: the rows of each column of them by themselves, from the left one to the right one."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from plainbill.reading.blocks.captions import Printed, caption_name
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row

_FEWEST_ALIKE, _FEWEST_SIDE_BY_SIDE = 2, 2
# What is on one row differs by so little, in heights of print.
_LEVEL = 0.45


def strips_of(printed: Sequence[Printed]) -> list[list[Printed]]:
    """Return the rows of each column of blocks, all rows as one where no rows say the same side by side."""
    alike = [found for _, own in printed if (found := _repeated(own))]
    if not alike:
        return [list(printed)]
    count, times = max(((n, sum(len(f) == n for f in alike)) for n in {len(f) for f in alike}), key=lambda n: n[1])
    if times < _FEWEST_ALIKE:
        return [list(printed)]
    usual = [found for found in alike if len(found) == count]
    cuts = [float("-inf")]
    for i in range(1, count):
        ends, begins = max(found[i - 1][1] for found in usual), min(found[i][0] for found in usual)
        if ends >= begins:
            return [list(printed)]
        cuts.append((ends + begins) / 2)
    return [_strip(printed, left, right) for left, right in pairwise([*cuts, float("inf")])]


def _repeated(own: Sequence[Atom]) -> list[tuple[float, float]]:
    """From where to where each caption with its amount reaches, where one caption recurs all along a row."""
    found: list[tuple[str, float, float]] = []
    label: list[Atom] = []
    for atom in own:
        if atom.kind != "money":
            label.append(atom)
            continue
        if caption_name(label) is None:
            return []
        found.append((" ".join(each.text for each in label).lower().strip(":"), label[0].x0, atom.x1))
        label = []
    if label or len(found) < _FEWEST_SIDE_BY_SIDE or len({words for words, _, _ in found}) > 1:
        return []
    return [(x0, x1) for _, x0, x1 in found]


def _strip(printed: Sequence[Printed], left: float, right: float) -> list[Printed]:
    """The rows of one column, formed anew: blocks of unlike heights are not level with those beside them."""
    atoms = sorted((a for _, own in printed for a in own if left <= a.middle < right), key=_height_of)
    rows: list[list[Atom]] = []
    for atom in atoms:
        if rows and _height_of(atom) - _height_of(rows[-1][0]) < _LEVEL * atom.tokens[0].box.height:
            rows[-1].append(atom)
        else:
            rows.append([atom])
    return [_printed(sorted(row, key=lambda atom: atom.x0)) for row in rows]


def _printed(own: Sequence[Atom]) -> Printed:
    tokens = tuple(token for atom in own for token in atom.tokens)
    height = statistics.median(token.box.height for token in tokens)
    return Row(tokens=tokens, y=statistics.median(token.y for token in tokens), height=height), tuple(own)


def _height_of(atom: Atom) -> float:
    """Where the print stands in the picture: within one block it tells better than the level rows of the page."""
    return statistics.fmean(token.box.middle[1] for token in atom.tokens)
