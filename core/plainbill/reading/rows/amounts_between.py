"""Amounts set in the middle of two rows of print beside them: each is that of the service that begins on the upper."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import Row

# The rows of one service stand closer than this many heights, and as far above the amount as below it.
_CLOSE, _UNEVEN = 0.9, 1.4
# They may stand as far apart as the second where all other rows are clearly further.
_LESS_CLOSE, _CLEARLY_FURTHER = 1.1, 1.2
_FEWEST = 2
# The key of a note behind an amount: "75.00 (1)".
_KEY = re.compile(r"^\(?[A-Z0-9]{1,3}\)?$")


def with_amounts_between(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows, amounts in the middle of two rows beside them put on the upper; one alone may be anything."""
    between = [
        i
        for i in range(1, len(rows) - 1)
        if _stands_between(rows[i - 1 : i + 2], _LESS_CLOSE if _is_apart(rows, i) else _CLOSE)
    ]
    if len(between) < _FEWEST:
        return tuple(rows)
    joined = {i - 1: _joined(rows[i - 1], rows[i]) for i in between}
    return tuple(joined.get(i, row) for i, row in enumerate(rows) if i not in between)


def _is_apart(rows: Sequence[Row], at: int) -> bool:
    """True where the rows beyond the two around a row are further off than these from each other."""
    step = _CLEARLY_FURTHER * (rows[at + 1].y - rows[at - 1].y)
    above = at < 2 or rows[at - 1].y - rows[at - 2].y > step
    return above and (at + 2 >= len(rows) or rows[at + 2].y - rows[at + 1].y > step)


def _stands_between(rows: Sequence[Row], close: float) -> bool:
    """True where nothing but amounts is printed on the middle row, right of the words of the two around it."""
    # What the rows print is asked last: few stand so close.
    steps = [lower.y - upper.y for upper, lower in pairwise(rows)]
    height = min(row.height for row in rows)
    if max(steps) > close * height or max(steps) > _UNEVEN * min(steps):
        return False
    above, own, below = (atoms_of(row) for row in rows)
    if not own or own[0].money is None or any(atom.money is None and not _KEY.match(atom.text) for atom in own):
        return False
    if not all(words and all(atom.money is None for atom in words) for words in (above, below)):
        return False
    return max(above[-1].x1, below[-1].x1) < own[0].x0


def _joined(row: Row, amounts: Row) -> Row:
    return replace(row, tokens=(*row.tokens, *(replace(token, y=row.y) for token in amounts.tokens)))
