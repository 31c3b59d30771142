"""Numbers that count the titles of blocks of services: "1. Office visit", "2. Rapid test"."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row

Titles = list[tuple[Row, tuple[Atom, ...]]]

_FEWEST = 2
# The figure one, read as a letter.
_ONE = re.compile(r"^[Ili](?=[.)]$)")


def without_numbers(titles: Sequence[Titles]) -> list[Titles]:
    """Return the rows of each title from its number on, without the number; as they are where these do not count."""
    starts = [_start(rows, n) for n, rows in enumerate(titles, start=1)]
    if len(starts) < _FEWEST or None in starts:
        return list(titles)
    found = []
    for rows, start in zip(titles, starts, strict=True):
        (row, own), *rest = rows[start:]
        found.append([(row, own[1:]), *rest])
    return found


def without_counts(words: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the words of each title without the number that counts it; as they are where one is not counted."""
    counted = all(_is_counted(own, n) for n, own in enumerate(words, start=1))
    return [own[1:] for own in words] if counted and len(words) >= _FEWEST else list(words)


def _start(rows: Titles, number: int) -> int | None:
    """Which row begins with the number and goes on, None where none does."""
    return next((i for i, (_, own) in enumerate(rows) if _is_counted(own, number)), None)


def _is_counted(own: Sequence[Atom], number: int) -> bool:
    return len(own) > 1 and _ONE.sub("1", own[0].text) in {f"{number}.", f"{number})"}
