"""Words that are part of a sentence, and where one ends and another begins behind a value."""

import re
from collections.abc import Sequence

_WORDS_OF_A_NAME = frozenset({"of", "the", "and", "for", "at", "in", "de", "la", "van", "von"})
_FEWEST_OF_A_SENTENCE = 4


def is_running_text(text: str) -> bool:
    """True for part of a sentence, most of whose words begin small: "Your doctor may speak with our director"."""
    if text.endswith(".") and text.islower():
        return True
    parts = text.split()
    if len(parts) < _FEWEST_OF_A_SENTENCE:
        return False
    words = [word for word in parts if word[0].isalpha() and word.lower() not in _WORDS_OF_A_NAME]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_OF_A_SENTENCE and 2 * small > len(words)


def is_whole_sentence(text: str) -> bool:
    """True for running text from a capital letter to a full stop, as words of a service that wrap are not."""
    return text.endswith(".") and text[:1].isupper() and is_running_text(text)


# Shorter words with a point are more often abbreviations: "St. Brendan", "Dr. Lee".
_LAST_WORD = re.compile(r"^[A-Z]?[a-z]{3,}\.$|^[A-Z]{4,}\.$")


def ends_a_sentence(word: str, behind: Sequence[str]) -> bool:
    """True for the last word of "Tamarack Mutual." where a sentence of small words follows."""
    return _LAST_WORD.match(word) is not None and behind[:1] != [] and _begins_one(behind)


# Shortened words of names end in a point as well.
_LAST_IN_CAPITALS = re.compile(r"^(?!(?:CORP|ASSN|ASSOC|DEPT|UNIV|HOSP|MEML?|CNTY|NATL|INTL|BLDG|BLVD)\.)[A-Z]{4,}\.$")


def ends_one_in_capitals(word: str, behind: Sequence[str]) -> bool:
    """True for the last word of "TAMARACK MUTUAL." where print in capitals goes on with another sentence."""
    return _LAST_IN_CAPITALS.match(word) is not None and bool(behind) and all(map(str.isupper, behind[:2]))


_ADDRESSES = re.compile(r"\b(?:you|your|we|our)\b", re.IGNORECASE)
_BEGINS = re.compile(r"^(?:[^\w(]{1,2}\s)?[A-Z]")
_FEWEST_ADDRESSING = 4


def speaks_to_the_reader(text: str) -> bool:
    """True for a whole sentence that says you or we, as no name of a service does: "You pay a copay for this."."""
    whole = text.endswith(".") and len(text.split()) >= _FEWEST_ADDRESSING
    return (whole or is_running_text(text)) and _BEGINS.match(text) is not None and _ADDRESSES.search(text) is not None


def _begins_one(words: Sequence[str]) -> bool:
    return words[0][:1].isupper() and is_running_text(" ".join(words))
