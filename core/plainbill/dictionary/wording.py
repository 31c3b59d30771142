"""Wording: whether a text of the dictionary can be read at twelve, and which hard words it leaves unexplained."""

import functools
import re
from collections.abc import Iterator, Mapping, Set

from plainbill.describing.glossary import uses_in
from plainbill.describing.readability import explained_names, reading_grade, words_a_sentence
from plainbill.dictionary.promises import promises_in
from plainbill.knowledge.tables import read_table

HARDEST_GRADE = 6.0
FEWEST_WORDS = 6.0
"""Fewer words a sentence on average make a low grade that says nothing, and a text that reads like a telegram."""

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


def wording_faults(text: str) -> tuple[str, ...]:
    """Return everything that makes plain words hard to read: their grade, their length, hard words, promises."""
    return (*grade_faults(text), *telegram_faults(text), *unexplained_words(text), *promises_in(text))


def grade_faults(text: str) -> Iterator[str]:
    """Return what makes the sentences of `text` too hard."""
    grade = reading_grade(text, explained_names(text))
    if grade > HARDEST_GRADE:
        yield f"has reading grade {_shown(grade)}, the most is {HARDEST_GRADE:g}; use shorter words and sentences"


def telegram_faults(text: str) -> Iterator[str]:
    """Return what makes `text` too short, or no sentence."""
    words = words_a_sentence(text)
    if words < FEWEST_WORDS:
        yield f"has {words:.1f} words a sentence, the least is {FEWEST_WORDS:g}; say more, or make one sentence of two"
    if not text.endswith((".", "?")):
        yield "does not end with a full stop; add it"


def _shown(grade: float) -> str:
    """Return a grade that is over the limit so that it also looks so."""
    return f"{grade:.1f}" if round(grade, 1) > HARDEST_GRADE else f"{grade:.3f}"


def unexplained_words(text: str, *, with_terms: bool = True) -> Iterator[str]:
    """Return what to say in place of each hard word of `text` that it does not explain.

    `with_terms` is False for the glossary itself, in which terms lead to one another.
    """
    explained = explained_names(text)
    for found in _hard_words().finditer(text):
        if not _is_explained(found.group(), explained):
            yield f"does not explain “{found.group()}”; say “{_instead()[found.group().lower()]}”"
    if not with_terms:
        return
    for use in uses_in(text):
        word = text[use.start : use.end]
        if use.term.hard and not _is_explained(word, explained):
            yield f"does not explain “{word}”; put it in brackets behind plain words, or leave it out"


def _is_explained(word: str, explained: Set[str]) -> bool:
    return set(_WORD.findall(word.lower())) <= explained


@functools.cache
def _instead() -> Mapping[str, str]:
    return {form.lower(): row["instead"] for row in read_table("hard_words") for form in row["key"].split("|")}


@functools.cache
def _hard_words() -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_instead(), key=len, reverse=True)))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE | re.ASCII)
