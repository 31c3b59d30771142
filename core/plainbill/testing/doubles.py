"""Doubles for tests of plugins: a page from text, a line, a reader, a model and a clock that always say the same."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from plainbill.case import Line, read_as
from plainbill.plugins.records import Picture, Reader, SeenWord
from plainbill.reading.page import Box, PageWords, Word

# Pixels of a letter, of a row and of the print in it.
WIDE: Final = 10.0
HIGH: Final = 20.0
TALL: Final = 16.0


def make_page(text: str, index: int = 0, *, file: str = "text") -> PageWords:
    """Return a page that prints the text in letters of one width, as one word for each run without blanks."""
    words = tuple(
        make_word(match.group(), match.start() * WIDE, row * HIGH, match.end() * WIDE, row * HIGH + TALL)
        for row, line in enumerate(text.splitlines())
        for match in re.finditer(r"\S+", line)
    )
    return PageWords(index=index, file=file, number=index + 1, width=1600, height=1600, words=words)


def make_word(text: str, x0: float, y0: float, x1: float, y1: float) -> Word:
    """Return a word at a place, as a reader would have seen it."""
    box = Box(x0=x0, y0=y0, x1=x1, y1=y1)
    return Word(text=text, box=box, source_box=box, confidence=0.9, reader="test")


def make_line(**fields: Any) -> Line:
    """Return a line of a bill with these fields, written as JSON has them; its id is 1 where none is given."""
    return read_as(Line, {"id": "1", **fields})


def null_reader() -> Reader:
    """Return a reader named `null` that works everywhere and sees nothing."""
    return Reader(name="null", unavailable=lambda: None, read=_see_nothing)


def _see_nothing(picture: Picture) -> Sequence[SeenWord]:
    return ()


@dataclass(slots=True, kw_only=True)
class ScriptedModel:
    """A language model that gives the replies of a script in their order, and keeps what it was asked."""

    replies: Sequence[str]
    asked: list[str] = field(default_factory=list)

    def __call__(self, prompt: str) -> str:
        """Return the next reply.

        Raises:
            IndexError: the script is at its end.
        """
        self.asked.append(prompt)
        return self.replies[len(self.asked) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedClock:
    """A clock that stands still: what is given as `today`."""

    day: datetime.date = datetime.date(2026, 6, 15)

    def today(self) -> datetime.date:
        """Return the day."""
        return self.day
