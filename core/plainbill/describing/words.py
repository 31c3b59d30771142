"""The words of a description as the tables know them: capitals, without marks, one reading for one spelling."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the runs of letters and digits in `text` in capitals, after Unicode NFKC; "Q-code" is ("Q", "CODE")."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).upper()))


def bare(code: str) -> str:
    """Return `code` as codes are compared: NFKC, capitals, without blanks and hyphens."""
    return re.sub(r"[\s\-\u2010-\u2015]+", "", unicodedata.normalize("NFKC", code)).upper()
