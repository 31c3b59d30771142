"""Readability: how hard a text is to read, as a school grade."""

import re
from collections.abc import Set

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str, explained: Set[str] = frozenset()) -> float:
    """Return the Flesch-Kincaid school grade of `text`; 6.0 is read with ease at twelve.

    The words in `explained`, in small letters, count one syllable: names that the text itself explains.
    Formula: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(1 if word.lower() in explained else syllables_of(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def syllables_of(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, without a silent e at the end."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(letters))
    silent = (
        letters.endswith("e") and not letters.endswith(("le", "ee")) or letters.endswith("es") or letters.endswith("ed")
    )
    return max(1, groups - 1 if silent and groups > 1 else groups)
