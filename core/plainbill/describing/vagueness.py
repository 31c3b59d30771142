"""Vagueness: does a line say what was done at all?"""

import functools
from collections.abc import Mapping

from plainbill.case import Line
from plainbill.describing.words import bare, words_of
from plainbill.knowledge.tables import read_table

# Rooms and drugs rightly carry a revenue code alone, and that code says which (NUBC's code set): rooms and boards,
# intensive care, operating, recovery, delivery and observation rooms; pharmacy.
_ROOMS = frozenset({*(f"0{family}" for family in range(10, 22)), "036", "071", "072", "076"})
_DRUGS = frozenset({"025", "063"})

_TIME_UNITS = frozenset({"MIN", "MINS", "MINUTE", "MINUTES", "HR", "HRS", "HOUR", "HOURS", "DAY", "DAYS"})
# Services that are charged by the clock: how long they took tells the patient what to compare.
_CHARGED_BY_TIME = frozenset({"room", "anesthesia"})
# The group of phrases whose words say nothing one by one, but name a service together.
_NAMES = "names"


def names_no_service(line: Line) -> bool:
    """Return whether the words of `line` name no service and it carries no procedure code.

    False where it carries a code, also one that is not well formed (that is another question than vagueness), and
    where a revenue code says that it is a room or a drug. Words that no table knows may name a service: False.
    """
    if _has_digit(line.code) or _has_digit(line.ndc):
        return False
    if bare(line.revenue_code or "").zfill(4)[:3] in _ROOMS | _DRUGS:
        return False
    return says_nothing(line.description or "")


def says_nothing(description: str) -> bool:
    """Return whether `description` is made only of words that name no service; the empty one is."""
    words = words_of(description)
    named = _groups_of(words)
    if named is None:
        return False
    return not (_CHARGED_BY_TIME & named and _says_how_long(words))


def vague_groups(words: tuple[str, ...]) -> frozenset[str]:
    """Return what `words` that name no service are about; none where they do name one."""
    return _groups_of(words) or frozenset()


def _groups_of(words: tuple[str, ...]) -> frozenset[str] | None:
    """Return the groups of the vague words that make up `words`, or None where some of them name a service."""
    known = _vague_words()
    groups = set()
    start = 0
    while start < len(words):
        for length in range(min(_longest(), len(words) - start), 0, -1):
            group = known.get(words[start : start + length])
            if group == _NAMES:
                return None
            if group:
                groups.add(group)
                break
        else:
            if not words[start].isdecimal() and words[start] not in _TIME_UNITS:
                return None
            length = 1
        start += length
    return frozenset(groups)


def _says_how_long(words: tuple[str, ...]) -> bool:
    return any(number.isdecimal() and unit in _TIME_UNITS for number, unit in zip(words, words[1:], strict=False))


def _has_digit(text: str | None) -> bool:
    return any(character.isdecimal() for character in text or "")


@functools.cache
def _vague_words() -> Mapping[tuple[str, ...], str]:
    return {tuple(row["key"].split()): row["group"] for row in read_table("vague_words")}


@functools.cache
def _longest() -> int:
    return max(map(len, _vague_words()))
