"""Expansion: the tokens of a line read out, each abbreviation by the words around it."""

import re
from collections.abc import Sequence

from plainbill_spacy.repair import repaired
from plainbill_spacy.tokenization import SIZE
from plainbill_spacy.vocabulary import UNITS, WEAK_UNITS, abbreviations, known_words
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
    context = frozenset({*upper, _DOSE} if has_dose(upper) else upper)
    return tuple(_word(tokens, place, upper, context) for place in range(len(tokens)))


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


def _word(tokens: Sequence[str], place: int, upper: Sequence[str], context: frozenset[str]) -> Word:
    printed = tokens[place]
    if not _WORD.search(printed):
        return Word(printed=printed, reading=())
    if printed[0] in "0123456789." and _SIZE.fullmatch(upper[place]):
        return Word(printed=printed, reading=("SIZE",))
    if upper[place] in _SIZE_UNITS and place and is_number(upper[place - 1]):
        return Word(printed=printed, reading=("SIZE",))
    here = context | {_TIME} if place and is_number(upper[place - 1]) else context
    known = _reading(upper[place], here) or _reading(_without_number(upper[place]), here)
    if known is not None:
        return Word(printed=printed, reading=known)
    better = repaired(printed)
    if better is None:
        return Word(printed=printed, reading=(upper[place],))
    return Word(printed=printed, reading=_reading(better, here) or (better,), repaired=True)


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
