"""The words of a description as the tables know them: capitals, without marks, one reading for one spelling."""

import re
import unicodedata

_BLANK = frozenset({"Cc", "Cs"})
_FORMAT = "Cf"
# What colors a terminal: its letters are no words of anybody.
_COLORS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the runs of letters and digits in `text` in capitals, after Unicode NFKC; "Q-code" is ("Q", "CODE")."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).upper()))


def readable(text: str) -> str:
    """Return `text` with single blanks and without what no paper prints.

    That is control characters, halves of characters, and marks that turn the direction of writing.
    """
    if text.isprintable():  # none of these in it, as almost always
        return " ".join(text.split())
    kinds = ((each, unicodedata.category(each)) for each in _COLORS.sub(" ", text))
    return " ".join("".join(" " if kind in _BLANK else each for each, kind in kinds if kind != _FORMAT).split())


def bare(code: str) -> str:
    """Return `code` as codes are compared: NFKC, capitals, without blanks and hyphens."""
    return re.sub(r"[\s\-\u2010-\u2015]+", "", unicodedata.normalize("NFKC", code)).upper()
