"""Leaving: the little of a line that may go to a model, which runs on this machine or somewhere else.

An allow-list: the code, modifiers, revenue code and units where the tables know them, and the description rebuilt from
words of the dictionary. Everything else is absent, or `[?]` between words.
"""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from plainbill.case import Line
from plainbill.describing.codes import describe_code, describe_revenue_code, is_known_modifier
from plainbill.describing.known_words import UNITS, WEAK_UNITS, is_also_a_name, known_phrases, known_words
from plainbill.describing.words import bare, readable, words_of
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables

UNKNOWN = "[?]"
"""What stands for one or more words that may not leave."""

_MARKS = "()[]{}<>.,;:!?\"'#*"
_PARTS = re.compile(r"[A-Z]+(?=\d)|[^\W_]+")
_GLUED = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)([A-Z%]+)")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?")
# Counted or measured things of which nobody's house number or birthday is one.
_COUNTED = frozenset({"VIEW", "VIEWS", "VW", "VWS", "MIN", "MINS", "MINUTES", "HR", "HRS", "HOURS", "MM", "CM", "FR"})
_MEASURES = (UNITS | WEAK_UNITS | _COUNTED) - {"G", "L", "%", "CC"}
_MOST_UNITS = 1_000
_LONGEST_DESCRIPTION = 400
_TELLING_LETTERS = 3


def what_may_leave(
    line: Line, personal: Set[str] = frozenset(), tables: PublishedTables = NOTHING_IMPORTED
) -> Line | None:
    """Return the line with what may leave alone, None where no word of it may.

    `personal` are words, in capitals, that name somebody on the papers: they stay here even where tables know them.
    """
    words = tuple(_rebuilt(line.description or "", personal))
    if not any(len(word) >= _TELLING_LETTERS and word.isalpha() for word in words):
        return None
    code = bare(line.code or "")
    known = bool(code) and code not in personal and describe_code(code, (), tables) is not None
    revenue = bare(line.revenue_code or "")
    return Line(
        id="1",
        code=code if known else None,
        modifiers=tuple(
            bare(each) for each in line.modifiers if is_known_modifier(each) and bare(each) not in personal
        ),
        revenue_code=revenue if revenue and revenue not in personal and describe_revenue_code(revenue) else None,
        units=line.units if _is_count(line.units, personal) else None,
        description=" ".join(words),
    )


def _is_count(units: object, personal: Set[str]) -> bool:
    if not isinstance(units, int | float) or not abs(units) < _MOST_UNITS or units != round(units, 2):
        return False
    return not set(words_of(f"{units:g}")) & personal


def _rebuilt(description: str, personal: Set[str]) -> Iterator[str]:
    """Yield the words of a description that may leave, and one mark for each run of others."""
    words = tuple(_words(readable(description[:_LONGEST_DESCRIPTION])))
    kept = (word if allowed else UNKNOWN for word, allowed in zip(words, _allowed(words, personal), strict=True))
    for word, run in itertools.groupby(kept):
        yield from (word,) if word == UNKNOWN else run


def _allowed(words: Sequence[str], personal: Set[str]) -> tuple[bool, ...]:
    in_phrases = _places_in_phrases(words)
    return tuple(
        not _is_personal(word, personal)
        and (
            _is_measured(words, place, personal)
            or (_is_known(word) and (place in in_phrases or not is_also_a_name(word)))
        )
        for place, word in enumerate(words)
    )


def _is_personal(word: str, personal: Set[str]) -> bool:
    return word in personal or bool(set(words_of(word)) & personal)


def _is_known(word: str) -> bool:
    if word.replace(".", "").isdecimal():
        return False
    return word in known_words() or (len(word) > _TELLING_LETTERS and word.removesuffix("S") in known_words())


def _is_measured(words: Sequence[str], place: int, personal: Set[str]) -> bool:
    """Return whether the word is a number with a unit glued to it, or with one behind it: 500MG, 2 VIEWS."""
    glued = _GLUED.fullmatch(words[place])
    if glued is not None:
        return glued[2] in _MEASURES and glued[1] not in personal
    behind = words[place + 1] if place + 1 < len(words) else ""
    return _NUMBER.fullmatch(words[place]) is not None and behind in _MEASURES and behind not in personal


def _places_in_phrases(words: Sequence[str]) -> Set[int]:
    longest = max(map(len, known_phrases()))
    return {
        place
        for start in range(len(words))
        for length in range(2, longest + 1)
        if tuple(words[start : start + length]) in known_phrases()
        for place in range(start, start + length)
    }


def _words(description: str) -> Iterator[str]:
    """Yield the words in capitals; one that the tables know with its marks stays whole, as W/O does."""
    for piece in description.upper().split():
        word = piece.strip(_MARKS)
        if word in known_words() or _GLUED.fullmatch(word) or _NUMBER.fullmatch(word):
            yield word
        else:
            yield from _PARTS.findall(word)
