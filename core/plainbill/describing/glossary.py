"""The glossary: which words of the trade stand in a text, where, and what they mean."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainbill.knowledge.tables import Row, read_table

TABLE = "glossary"
WORDS_USED = "Words used here"
"""What heads the terms below a text that uses them."""
# Short words in capitals would be other words in small letters ("co", "era"), and states' names beside a ZIP code.
_CAPITALS_ONLY = re.compile(r"[A-Z]{2,4}")
_BLANK = re.compile(r"[\s\u2010-\u2015-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word on bills or in letters from plans, what it means, and how else it is written."""

    word: str
    plain: str
    spellings: tuple[str, ...]
    hard: bool
    source: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A term in a text, from the character `start` to before the character `end`."""

    term: Term
    start: int
    end: int


@functools.cache
def glossary() -> tuple[Term, ...]:
    """Return all terms, in the order of the alphabet."""
    return tuple(_term(row) for row in read_table(TABLE))


def uses_in(text: str) -> tuple[Use, ...]:
    """Return every use of a term in `text`, in order; of terms that overlap the longest counts, none is in another.

    Capitals, plurals, and a hyphen for a blank make no difference.
    """
    return tuple(
        Use(term=_by_spelling()[_plain(match.group(1))], start=match.start(), end=match.end())
        for match in _pattern().finditer(text)
    )


def terms_in(texts: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms that `texts` use, each once, by first use."""
    return tuple(dict.fromkeys(use.term for text in texts for use in uses_in(text)))


def term_of(word: str) -> Term | None:
    """Return the term that `word` is, in whatever spelling the glossary has; None where it has none."""
    found = uses_in(word.strip())
    whole = len(found) == 1 and found[0].end - found[0].start == len(word.strip())
    return found[0].term if whole else _by_spelling().get(_plain(word.strip()))


def _term(row: Row) -> Term:
    others = tuple(spelling for spelling in row["also"].split("|") if spelling)
    return Term(
        word=row["key"],
        plain=row["plain"],
        spellings=(row["key"], *others),
        hard=row["hard"] == "yes",
        source=row["source"],
        date=row["date"],
    )


def _plain(spelling: str) -> str:
    return _BLANK.sub(" ", spelling).lower()


@functools.cache
def _by_spelling() -> Mapping[str, Term]:
    return {_plain(spelling): term for term in glossary() for spelling in term.spellings}


@functools.cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all spellings, the longest first; what stands after a hyphen is a word of its own, "CO-45"."""
    spellings = sorted({each for term in glossary() for each in term.spellings}, key=lambda each: (-len(each), each))
    either = "|".join(map(_spelled, spellings))
    return re.compile(rf"(?<![^\W_])({either})(?:s|es)?(?![^\W_])")


def _spelled(spelling: str) -> str:
    words = r"[\s\u2010-\u2015-]+".join(map(re.escape, _BLANK.split(spelling)))
    return words if _CAPITALS_ONLY.fullmatch(spelling) else f"(?ai:{words})"
