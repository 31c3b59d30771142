"""Short forms: the letters in brackets that a name gives itself, "end stage renal disease (ESRD)", taken out again."""

import re
from collections.abc import Mapping, Sequence

_BRACKETED = re.compile(r"\s*\(([A-Za-z]{2,7})\)")
_WORD = re.compile(r"[A-Za-z]+")
# Words that such letters skip.
_SKIPPED = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
_LONGEST = 9


def without_short_forms(text: str) -> tuple[str, Mapping[str, str]]:
    """Return `text` without letters in brackets that only shorten the words before them, and those words by letters.

    What stands in brackets and is no such short form, such as the name of a product, stays.
    """
    found: dict[str, str] = {}

    def take_out(match: re.Match[str]) -> str:
        letters = match.group(1).lower()
        words = _shortened(letters, text[: match.start()])
        if words is None:
            return match.group(0)
        found[letters] = words
        return ""

    return _BRACKETED.sub(take_out, text), found


def _shortened(letters: str, before: str) -> str | None:
    """Return the end of `before` that `letters` shorten, or None where they do not."""
    spans = list(_WORD.finditer(before))[-_LONGEST:]
    words = [span.group().lower() for span in spans]
    for first in range(len(words) - 1, -1, -1):
        if words[first] not in _SKIPPED and _fits(letters, words[first:]):
            return before[spans[first].start() :].strip()
    return None


def _fits(letters: str, words: Sequence[str]) -> bool:
    """Return whether `letters` are the first letters of `words`, with further letters of a word where it is long.

    All of the words but the small ones must be used; at most one letter in two comes from within a word, more only
    where there is one word: EMG of electromyography.
    """
    told = [word for word in words if word not in _SKIPPED]
    if not told or len(told) > len(letters) or (len(told) > 1 and 2 * len(told) < len(letters)):
        return False
    return _taken(letters, told)


def _taken(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    if not letters.startswith(words[0][0]):
        return False
    return any(
        _within(letters[1:length], words[0][1:]) and _taken(letters[length:], words[1:])
        for length in range(1, len(letters) - len(words) + 2)
    )


def _within(letters: str, word: str) -> bool:
    """Return whether `letters` stand in `word` in this order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)
