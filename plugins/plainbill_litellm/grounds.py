"""Grounds: the words that a line itself bears out, in small letters."""

import functools
import re
from collections.abc import Iterator, Mapping

from plainbill.case import Line
from plainbill.describing import describe_code, describe_revenue_code
from plainbill.describing.known_words import TABLES, Phrase, abbreviations, phrases
from plainbill.describing.leaving import UNKNOWN
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def grounds_of(line: Line, tables: PublishedTables = NOTHING_IMPORTED) -> frozenset[str]:
    """Return the words that may be said of a line: its own, what its short forms mean, what tables say of either."""
    own = tuple((line.description or "").replace(UNKNOWN, "").split())
    read = tuple(word for each in own for word in _read_out(each))
    texts = [*own, *read, *_entries(read), *_of_codes(line, tables)]
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def numbers_of(line: Line) -> frozenset[str]:
    """Return the numbers that are printed on a line as counts and measures."""
    units = "" if line.units is None else f"{line.units:g}"
    return frozenset(_NUMBER.findall(f"{line.description or ''} {units}"))


def _read_out(word: str) -> Iterator[str]:
    yield word
    for row in abbreviations().get(word, ()):
        yield from row["reading"].split()


def _entries(words: Phrase) -> Iterator[str]:
    """Yield what the tables say of what the words name, alone or together."""
    there = frozenset(words)
    for word in there:
        for phrase, plain in _by_word().get(word, ()):
            if there.issuperset(phrase):
                yield plain


def _of_codes(line: Line, tables: PublishedTables) -> Iterator[str]:
    said = (
        describe_code(line.code, line.modifiers, tables) if line.code else None,
        describe_revenue_code(line.revenue_code) if line.revenue_code else None,
    )
    yield from (each.plain for each in said if each is not None)


@functools.cache
def _by_word() -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """Every entry by the first word of its key."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for table in TABLES:
        for phrase, row in phrases(table).items():
            found.setdefault(phrase[0], []).append((phrase, row.get("plain", "")))
    return {word: tuple(each) for word, each in found.items()}
