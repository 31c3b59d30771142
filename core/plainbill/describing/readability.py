"""Readability: how hard a text is to read, as a school grade, and which names in it the text explains."""

import re
from collections.abc import Set

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# "Cefazolin, a medicine for infections": up to three words that open a sentence, and what they are.
_OPENING_NAME = re.compile(rf"(?:^|[.!?]\s+)({_WORD.pattern}(?: {_WORD.pattern}){{0,2}}), (?:a|an|the|your|one)\b")
# "called Zarxio", "called Integra Matrix or Omnigraft": a word, and the words in capitals that go on with it.
_CALLED = re.compile(rf"\bcalled ({_WORD.pattern}(?: (?:or )?(?=[A-Z]){_WORD.pattern})*)")
_MEANS = re.compile(rf"({_WORD.pattern}) means\b")
# "Sipuleucel-T (your own blood cells, trained in a lab)": a word, and its meaning in brackets.
_BEFORE_BRACKETS = re.compile(rf"(?<![\w'’-])({_WORD.pattern}) \(([^()]*)\)")
# "the whole belly (abdomen and pelvis)": plain words, and the names for them in brackets.
_PART_OF_BRACKETS = re.compile(r",\s*(?:and |or )?|\s+(?:and|or)\s+")
_LONGEST_NAME = 2


def reading_grade(text: str, explained: Set[str] = frozenset()) -> float:
    """Return the Flesch-Kincaid school grade of `text`; 6.0 is read with ease at twelve.

    The words in `explained`, in small letters, count one syllable: names that the text itself explains.
    Formula: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    syllables = sum(1 if word.lower() in explained else syllables_of(word) for word in words)
    return 0.39 * words_a_sentence(text) + 11.8 * syllables / len(words) - 15.59


def words_a_sentence(text: str) -> float:
    """Return how many words a sentence of `text` has on average; numbers are no words."""
    return len(_WORD.findall(text)) / max(1, len(_SENTENCE_END.findall(text)))


def explained_names(text: str) -> frozenset[str]:
    """Return the words of `text`, in small letters, that name something which the text itself explains.

    A text explains a name where it opens a sentence with it ("Cefazolin, a medicine for infections"), says what it
    means or that something is called so, puts it in brackets behind plain words, or plain words in brackets behind it.
    """
    names = [*_OPENING_NAME.findall(text), *_CALLED.findall(text), *_MEANS.findall(text)]
    for before, inside in _BEFORE_BRACKETS.findall(text):
        parts = _PART_OF_BRACKETS.split(inside)
        are_names = all(len(part.split()) <= _LONGEST_NAME for part in parts)
        names += parts if are_names else [before]
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


def syllables_of(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, without a silent e at the end."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(letters))
    silent = (
        letters.endswith("e") and not letters.endswith(("le", "ee")) or letters.endswith("es") or letters.endswith("ed")
    )
    return max(1, groups - 1 if silent and groups > 1 else groups)
