"""Checking what a model proposes: only words that the line bears out, plain, and nothing that judges or advises."""

import functools
import re
from collections.abc import Iterator, Mapping, Set
from importlib import resources

from plainbill.case import Line
from plainbill.describing.glossary import glossary
from plainbill.dictionary.promises import promises_in
from plainbill.dictionary.wording import grade_faults, unexplained_words
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.knowledge.tables import parse_table
from plainbill_litellm.grounds import WORD, grounds_of, numbers_of

_MARKS = re.compile(r"[^A-Za-z0-9 .,'’()-]")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SENTENCE = re.compile(r"(?:This|It|These|They) [^.]*(?:\.\d[^.]*)*\.")
_MOST_SENTENCES = 3
_MOST_WORDS = 40
_SAYS_SOMETHING = 3


def faults_of(plain: str, line: Line, tables: PublishedTables = NOTHING_IMPORTED) -> Iterator[str]:
    """Yield, in a word or two, each reason why a wording may not be shown; none where it may."""
    if _MARKS.search(plain):
        yield "marks"
        return
    sentences = _SENTENCE.findall(plain)
    if " ".join(sentences) != plain or len(sentences) > _MOST_SENTENCES or len(WORD.findall(plain)) > _MOST_WORDS:
        yield "form"
        return
    if not set(_DIGITS.findall(plain)) <= numbers_of(line):
        yield "numbers"
    yield from _word_faults(plain, grounds_of(line, tables))
    if any(promises_in(plain)):
        yield "promise"
    if any(grade_faults(plain)) or any(unexplained_words(plain, with_terms=False)) or _uses_hard_terms(plain):
        yield "too hard"


def _word_faults(plain: str, grounds: Set[str]) -> Iterator[str]:
    words = {word.lower() for word in WORD.findall(plain)}
    uses = _uses()
    if any(uses.get(word) == "never" for word in words):
        yield "judges or advises"
    own = {word for word in words if uses.get(word) is None}
    if any(not _is_borne_out(word, grounds) for word in own):
        yield "not in the line"
    if not any(len(word) >= _SAYS_SOMETHING for word in own):
        yield "says nothing"


def _uses_hard_terms(plain: str) -> bool:
    words = f" {' '.join(WORD.findall(plain.lower()))} "
    return any(f" {term} " in words or f" {term}s " in words for term in _hard_terms())


@functools.cache
def _hard_terms() -> tuple[str, ...]:
    """The words of the trade that need an explanation; looked up one by one, for their one pattern is slow to make."""
    spellings = (spelling.lower() for term in glossary() if term.hard for spelling in term.spellings)
    return tuple(" ".join(WORD.findall(spelling)) for spelling in spellings)


def _is_borne_out(word: str, grounds: Set[str]) -> bool:
    """Return whether the line has the word, one of several, or the parts that a hyphen joins."""
    forms = {word, f"{word}s", word.removesuffix("s"), word.removesuffix("es")}
    parts = word.split("-")
    return bool(forms & grounds) or (
        len(parts) > 1 and all(part in grounds or _uses().get(part) == "free" for part in parts)
    )


@functools.cache
def _uses() -> Mapping[str, str]:
    text = (resources.files("plainbill_litellm") / "wording_words.tsv").read_text(encoding="utf-8")
    return {row["key"]: row["use"] for row in parse_table("wording_words", text)}
