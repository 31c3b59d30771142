"""Blanks that a reader lost: "CONTRACTUALADJUSTMENT" is two words that the tables know."""

import functools
import re

from plainbill.knowledge.tables import read_table

_SHORTEST = 4
_SHORTEST_GLUED = 9
_PREFIXES = (
    "ante", "anti", "auto", "cardio", "echo", "electro", "endo", "extra", "hyper", "hypo", "infra", "inter", "intra",
    "laparo", "macro", "micro", "multi", "myo", "neuro", "over", "para", "peri", "post", "radio", "retro", "semi",
    "sub", "super", "supra", "tele", "thermo", "trans", "ultra", "under", "uni",
)  # fmt: skip
_TABLES = (("header_words", "phrase"), ("field_labels", "phrase"), ("concepts", "key"), ("details", "key"))


def with_blanks(word: str) -> str:
    """Return the word, cut in two where both halves are known words and the whole is none; letters stay as they are."""
    letters = word.lower()
    if len(letters) < _SHORTEST_GLUED or not letters.isalpha() or letters in _known_words():
        return word
    if letters.startswith(_PREFIXES):
        # "transvaginal" is one word whatever the tables know of its halves.
        return word
    cuts = [
        cut
        for cut in range(_SHORTEST, len(letters) - _SHORTEST + 1)
        if letters[:cut] in _known_words() and letters[cut:] in _known_words()
    ]
    # Two ways to cut mean that nobody knows.
    return f"{word[: cuts[0]]} {word[cuts[0] :]}" if len(cuts) == 1 else word


@functools.cache
def _known_words() -> frozenset[str]:
    return frozenset(
        word
        for table, column in _TABLES
        for row in read_table(table)
        # "*ectomy" is the end of words and none itself.
        for word in re.findall(r"(?<![a-z*])[a-z]+(?![a-z*])", row[column].lower())
        if len(word) >= _SHORTEST
    )
