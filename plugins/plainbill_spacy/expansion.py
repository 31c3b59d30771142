"""Expansion: the tokens of a line read out, each abbreviation by the words around it."""

import re
from collections.abc import Sequence, Set

from plainbill.describing.known_words import UNITS, WEAK_UNITS, abbreviations, known_words
from plainbill_spacy.repair import near, repaired
from plainbill_spacy.tokenization import SIZE
from plainbill_spacy.vocabulary import phrases_with
from plainbill_spacy.words import Word

_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"\d[\d,.]*")
_SIZE = re.compile(SIZE)
_GLUED_NUMBER = re.compile(r"([A-Z]{5,})\d{1,2}")
_SIZE_UNITS = frozenset({"MM", "FR", "GA", "GAUGE"})
_DOSE = "#dose"
_TIME = "#time"


def read_out(tokens: Sequence[str]) -> tuple[Word, ...]:
    """Return one word for each token, its reading in capitals; marks and numbers are read as themselves."""
    upper = [token.upper() for token in tokens]
    meant = [repaired(token) or word for token, word in zip(tokens, upper, strict=True)]
    context = frozenset({*meant, _DOSE} if has_dose(upper) else meant)
    words = [_word(tokens[place], meant, place, context) for place in range(len(tokens))]
    for place, word in enumerate(words):
        if _is_unread(word):
            words[place] = _beside_the_others(word, words, context)
    return tuple(words)


def has_dose(words: Sequence[str]) -> bool:
    """Return whether a number with a unit of strength is among `words`, which are in capitals."""
    return any(
        _NUMBER.fullmatch(number) and (unit in UNITS or unit.partition("/")[0] in UNITS)
        for number, unit in zip(words, words[1:], strict=False)
    )


def has_amount(words: Sequence[str]) -> bool:
    """Return whether a number with any unit of medicines is among `words`, which are in capitals."""
    return has_dose(words) or any(
        _NUMBER.fullmatch(number) and unit.partition("/")[0] in WEAK_UNITS
        for number, unit in zip(words, words[1:], strict=False)
    )


def is_number(word: str) -> bool:
    """Return whether `word` is a number as printed, "0.9" or "1,000"."""
    return _NUMBER.fullmatch(word) is not None


def _word(printed: str, meant: Sequence[str], place: int, context: frozenset[str]) -> Word:
    upper, word = printed.upper(), meant[place]
    if not _WORD.search(printed):
        return Word(printed=printed, reading=())
    after_number = bool(place) and is_number(meant[place - 1])
    if (printed[0] in "0123456789." and _SIZE.fullmatch(upper)) or (upper in _SIZE_UNITS and after_number):
        return Word(printed=printed, reading=("SIZE",))
    here = context | {_TIME} if after_number else context
    known = _reading(word, here) or _reading(_without_number(word), here)
    return Word(printed=printed, reading=known or (word,), repaired=word != upper)


def _is_unread(word: Word) -> bool:
    return word.reading == (word.printed.upper(),) and word.printed.isalpha() and word.reading[0] not in known_words()


def _beside_the_others(word: Word, words: Sequence[Word], context: frozenset[str]) -> Word:
    """Return `word` as the one word, a letter or two off, that makes a phrase of the tables with the other words."""
    present = {each for other in words if other is not word and not _is_unread(other) for each in other.reading}
    readings = {
        reading
        for known in near(word.printed)
        if (reading := _reading(known, context)) is not None and _makes_a_phrase(reading, present)
    }
    return Word(printed=word.printed, reading=readings.pop(), repaired=True) if len(readings) == 1 else word


def _makes_a_phrase(reading: Sequence[str], present: Set[str]) -> bool:
    return any(
        not set(phrase) <= present and not set(phrase) <= set(reading) and set(phrase) <= {*present, *reading}
        for word in reading
        for phrase in phrases_with(word)
    )


def _without_number(word: str) -> str:
    """Return `word` without a number glued to its end, where what is left is long enough to be a word: LEVEL3."""
    glued = _GLUED_NUMBER.fullmatch(word)
    return glued.group(1) if glued is not None else ""


def _reading(word: str, context: frozenset[str]) -> tuple[str, ...] | None:
    """Return how a known word is read, or None where no table knows it."""
    for row in abbreviations().get(word, ()):
        needed = row["context"].split()
        # A word is no context of itself.
        if not needed or any(each in context and each != word for each in needed):
            return tuple(row["reading"].split())
    if word in known_words():
        return (word,)
    singular = word.removesuffix("S")
    return (singular,) if singular != word and len(singular) > 3 and singular in known_words() else None
