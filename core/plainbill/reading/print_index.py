"""Where phrases stand on pages: their words put into one line of letters and digits, in which looking up is cheap."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.reading.page import PageWords, Word

SHORTEST = 3
"""Letters and digits that a phrase has at least: shorter ones stand everywhere."""

# Beginnings of this many letters tell most phrases that are not there apart at once.
_GRAM = 5
# Below this a phrase has to stand as whole words; above it readers may have lost the blanks around it.
_MAY_BE_GLUED = 10
_PARTS = re.compile(r"[^\s/,;:()|\u2013\u2014]+")
# Words of one row overlap in height by at least half.
_ONE_ROW = 0.5
# A wider gap, in heights of print, parts what stands side by side on one row.
_GAP = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One place where a phrase stands: its words, and the share of its run of print that it fills, 0 to 1.

    A title fills its run; in a sentence the share is small.
    """

    words: tuple[Word, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A piece of print without blanks: the letters before it, and the place of its word and its run."""

    start: int
    end: int
    word: int
    run: int


class PrintIndex:
    """The print of some pages in reading order, for looking phrases up in it."""

    def __init__(self, pages: Sequence[PageWords]) -> None:
        self._words: list[Word] = []
        self._parts: list[_Part] = []
        letters: list[str] = []
        length = run = 0
        for page in pages:
            for side_by_side in _runs(page):
                run += 1
                for word in side_by_side:
                    self._words.append(word)
                    for part in _PARTS.findall(word.text):
                        if not (plain := squeezed(part)):
                            continue
                        letters.append(plain)
                        end = length + len(plain)
                        self._parts.append(_Part(start=length, end=end, word=len(self._words) - 1, run=run))
                        length = end
        self._letters = "".join(letters)
        self._grams = frozenset(self._letters[i : i + _GRAM] for i in range(length))
        self._starts = {part.start: i for i, part in enumerate(self._parts)}
        self._ends = {part.end: i for i, part in enumerate(self._parts)}

    def find(self, phrase: str) -> tuple[Standing, ...]:
        """Return every place where `phrase` stands, whatever its capitals, blanks and marks; none for a short one."""
        wanted = squeezed(phrase)
        if len(wanted) < SHORTEST or (len(wanted) >= _GRAM and wanted[:_GRAM] not in self._grams):
            return ()
        return tuple(self._standings(wanted))

    def _standings(self, wanted: str) -> Iterator[Standing]:
        at = self._letters.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if len(wanted) >= _MAY_BE_GLUED or (at in self._starts and end in self._ends):
                yield self._standing(at, end)
            at = self._letters.find(wanted, at + 1)

    def _standing(self, start: int, end: int) -> Standing:
        parts = [part for part in self._parts if part.start < end and part.end > start]
        runs = {part.run for part in parts}
        whole = sum(part.end - part.start for part in self._parts if part.run in runs)
        words = tuple(dict.fromkeys(part.word for part in parts))
        return Standing(words=tuple(self._words[i] for i in words), share=(end - start) / whole)


@functools.lru_cache(maxsize=1 << 14)
def squeezed(text: str) -> str:
    """Return the letters and digits of a text in small letters."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isalnum, plain.casefold()))


def _runs(page: PageWords) -> Iterator[list[Word]]:
    """Words that stand beside each other, row by row from top to bottom."""
    for row in _rows(page):
        run: list[Word] = []
        for word in row:
            if run and word.box.x0 - run[-1].box.x1 > _GAP * min(word.box.height, run[-1].box.height):
                yield run
                run = []
            run.append(word)
        yield run


def _rows(page: PageWords) -> Iterator[list[Word]]:
    def middle(word: Word) -> float:
        return word.box.y0 + word.box.y1

    row: list[Word] = []
    for word in sorted(page.words, key=lambda word: (middle(word), word.box.x0, word.text)):
        if row and middle(word) - middle(row[0]) > 2 * _ONE_ROW * row[0].box.height:
            yield sorted(row, key=lambda word: (word.box.x0, word.text))
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: (word.box.x0, word.text))
