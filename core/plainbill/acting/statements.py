"""What the text of a paper says, sentence by sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plainbill.case import Document

_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc]")
_LONG_FORMS = (("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"))
_SENTENCE_END = re.compile(r"(?<=[a-z\d)%\"”][.!?;])\s+(?!\d)")
_OPEN = re.compile(r"(?:[:,]|\b(?:by|before|until|than|of|to|the|on|is|from))$", re.IGNORECASE)
_GREETING = re.compile(r"(?:dear|hello)\b.{0,60}[,:]$", re.IGNORECASE)
# A row that is much shorter than the longest one was not broken for want of room.
_BROKEN = 0.6


def statements(paper: Document) -> tuple[str, ...]:
    """Return the sentences and headings of a paper's text, each with single blanks, as printed."""
    rows = [" ".join(row.split()) for row in (paper.text or "").splitlines() if row.strip()]
    joined = "".join((*map("".join, zip(rows, _between(rows), strict=False)), *rows[-1:]))
    return tuple(part for row in joined.split("\n") for part in _SENTENCE_END.split(row) if part)


def _between(rows: list[str]) -> Iterator[str]:
    """What stands between two rows: a blank where a sentence goes on, a line break where it does not."""
    broken = _BROKEN * max(map(len, rows), default=0)
    for row, following in pairwise(rows):
        if _GREETING.match(row):
            yield "\n"
            continue
        goes_on = following[:1].islower() or _OPEN.search(row) or (len(row) >= broken and row[-1] not in ".!?")
        yield " " if goes_on else "\n"


def plain(statement: str) -> str:
    """Return a sentence in small letters, with "cannot" and "isn't" written out."""
    words = _APOSTROPHES.sub("'", statement).lower()
    for short, long in _LONG_FORMS:
        words = words.replace(short, long)
    return words
