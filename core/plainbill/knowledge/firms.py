"""Names of offices and plans: what makes two of them one, however they are written."""

import functools
import re
import unicodedata

from plainbill.knowledge.tables import read_table

_NOT_WORD = re.compile(r"[^\w]+")
_INITIAL = re.compile(r"\b(\w)\.(?=\w\.|\W|$)")


@functools.lru_cache(maxsize=8192)
def clean(text: str | None) -> str:
    """Return the words in Unicode NFKC and lower case with single blanks; "" where there are none."""
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())


@functools.lru_cache(maxsize=8192)
def words(text: str | None) -> tuple[str, ...]:
    """Return the words of a text without signs, in order."""
    return tuple(word for word in _NOT_WORD.split(clean(text)) if word)


@functools.cache
def _name_words() -> dict[str, str]:
    return {row["word"]: row["stands_for"] for row in read_table("provider_words")}


@functools.lru_cache(maxsize=4096)
def firm(name: str | None) -> tuple[str, ...]:
    """Return what is left of a firm's name without legal forms, its abbreviations written out."""
    plain = _INITIAL.sub(r"\1", (name or "").replace("'", "").replace("&", " and "))
    spelled = [_name_words().get(word, word) for word in words(plain)]
    return tuple(word for word in spelled if word)
