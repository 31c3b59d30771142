"""Repair: words that a reader of the photo got wrong by a letter; never a code, and never in silence."""

import functools
import itertools
import os
from collections.abc import Iterator
from string import ascii_uppercase

from plainbill.describing.code_shapes import is_meant_as_code
from plainbill.describing.known_words import abbreviations, known_words, phrases
from plainbill.knowledge.tables import read_table
from plainbill_spacy.vocabulary import drug_names, endings, read_out_words

# What OCR reads where letters are printed: 5UPPLY, EP0ETIN, ANESTHE8IA.
_FIGURES = {
    "0": "OQD", "1": "ILT", "2": "Z", "3": "BE", "4": "A", "5": "S", "6": "GB", "7": "TZ", "8": "BS", "9": "GQ",
    "|": "IL",
}  # fmt: skip
# Letters that OCR takes for each other, both ways.
_PAIRS = "IL IT IJ OQ OD OC CG OG UV VY VW MN MH NH EF EC FP PR BR AR KX XY TY DQ"
_ALIKE = {
    letter: "".join({*"".join(pair for pair in _PAIRS.split() if letter in pair)} - {letter})
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
}
_MOST_FIGURES = 2
_SHORTEST_ALIKE = 4
_SHORTEST = 5
_TWO_LETTERS_FROM = 9
_TWO_LETTERS_BESIDE_OTHERS = 6
_OTHER_FIRST_FROM = 6
_DRUG_FROM = 8
# Shorter abbreviations stand so close together that a letter more or less makes another one.
_ABBREVIATION_FROM = 7
_ENDING = 2
_VOWELS = frozenset("AEIOUY")


@functools.lru_cache(maxsize=4096)
def repaired(printed: str) -> str | None:
    """Return the known word that `printed` is taken for, or None where it is known, looks like a code, or is unsure."""
    word = printed.upper()
    if word in _never_repaired() or not any(map(str.isalpha, word)) or is_meant_as_code(printed):
        return None
    # A small l in capitals is a misread I or L.
    looks = printed.replace("l", "|").upper() if printed[:1].isupper() and "l" in printed else word
    figures = sum(character in _FIGURES for character in looks)
    if figures:
        return _only(_without_figures(looks)) if figures <= _MOST_FIGURES < sum(map(str.isalpha, looks)) else None
    if not word.isalpha() or len(word) < _SHORTEST_ALIKE:
        return None
    alike = list(_one_letter_alike(word))
    if alike:
        return _only(alike)
    return _nearest(word) if len(word) >= _SHORTEST else None


@functools.lru_cache(maxsize=4096)
def near(printed: str) -> tuple[str, ...]:
    """Return the known words that another letter or two make of `printed`, a word of letters; none for its own words.

    Which of them is meant, if any, only the rest of the line can tell.
    """
    word = printed.upper()
    if word in _never_repaired() or len(word) < _SHORTEST_ALIKE or is_meant_as_code(printed):
        return ()
    if len(word) >= _TWO_LETTERS_BESIDE_OTHERS:
        from rapidfuzz.distance import Hamming
        from rapidfuzz.process import extract

        others = [known for known, _, _ in extract(word, _repairable(), scorer=Hamming.distance, score_cutoff=2)]
    else:
        places = range(len(word))
        others = [f"{word[:place]}{other}{word[place + 1 :]}" for place in places for other in ascii_uppercase]
    # Short forms without vowels stand close together: straight (STRT) is no stent (STNT).
    apart = [known for known in others if not (_VOWELS.isdisjoint(word) and _VOWELS.isdisjoint(known))]
    return tuple(known for known in apart if known in _likely() and known not in drug_names())


def _only(words: Iterator[str] | list[str]) -> str | None:
    """Return the one word of `words`, None where there is none or where they differ."""
    different = set(words)
    return different.pop() if len(different) == 1 else None


def _without_figures(looks: str) -> Iterator[str]:
    """Yield the known words that `looks` is with letters in the place of figures."""
    for letters in itertools.product(*(_FIGURES.get(character, character) for character in looks)):
        word = "".join(letters)
        if word in known_words() and len(word) >= _SHORTEST_ALIKE:
            yield word


def _one_letter_alike(word: str) -> Iterator[str]:
    """Yield the known words that differ from `word` by one letter that looks like it."""
    for place, letter in enumerate(word):
        for other in _ALIKE.get(letter, ""):
            known = f"{word[:place]}{other}{word[place + 1 :]}"
            if known in _likely() and _is_same_kind(word, known) and (known not in drug_names() or _is_long(known)):
                yield known


def _nearest(word: str) -> str | None:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    farthest = 2 if len(word) >= _TWO_LETTERS_FROM else 1
    near = extract(word, _repairable(), scorer=OSA.distance, score_cutoff=farthest, limit=3)
    kept = [(distance, known) for known, distance, _ in near if _is_safe(word, known, int(distance))]
    best = [known for distance, known in kept if distance == min(kept)[0]]
    return best[0] if len(best) == 1 else None


def _is_safe(word: str, known: str, distance: int) -> bool:
    """Return whether taking `word` for `known` risks no other word.

    Another first letter (motion, lotion) or another ending (endoscopic, endoscopy) makes another word too often, and
    the names of medicines differ by two letters.
    """
    if not _is_same_kind(word, known):
        return False
    alike = len(os.path.commonprefix([word, known]))
    one_letter_read_as_another = distance == 1 and len(word) == len(known)
    if not one_letter_read_as_another and known in _short_forms():
        return False
    if alike == 0 and not (one_letter_read_as_another and len(word) >= _OTHER_FIRST_FROM):
        return False
    if alike >= len(known) - _ENDING and not one_letter_read_as_another:
        return False
    return known not in drug_names() or (distance == 1 and _is_long(known))


def _is_same_kind(word: str, known: str) -> bool:
    """Return whether both end as what is done does: an opening is no cutting out (-ostomy, -ectomy)."""
    return all(known.endswith(ending) for ending in endings() if word.endswith(ending))


def _is_long(name: str) -> bool:
    return len(name) >= _DRUG_FROM


@functools.cache
def _never_repaired() -> frozenset[str]:
    """Return the words of the tables, and ordinary words that are near them, as "bloom" is near "blood"."""
    return known_words() | {row["key"] for row in read_table("own_words")}


@functools.cache
def _likely() -> frozenset[str]:
    """Return the known words that say something, alone or in a phrase: small words stand too close to others."""
    small = {row["key"] for row in read_table("details") if row["role"] in ("quiet", "salt")}
    telling = {word for phrase in phrases("concepts") if len(phrase) > 1 for word in phrase}
    kept = known_words() - (small - telling)
    return frozenset(word for word in kept if word.isalpha() and len(word) >= _SHORTEST_ALIKE)


@functools.cache
def _short_forms() -> frozenset[str]:
    return frozenset(word for word in abbreviations() if len(word) < _ABBREVIATION_FROM) - read_out_words()


@functools.cache
def _repairable() -> tuple[str, ...]:
    return tuple(sorted(word for word in _likely() if len(word) >= _SHORTEST))
