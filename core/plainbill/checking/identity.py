"""What makes two codes, names and numbers the same, however they are printed."""

import functools
import re
import unicodedata

from plainbill.case import Patient, Payer, Provider
from plainbill.knowledge.tables import read_table

_NOT_WORD = re.compile(r"[^\w]+")
_NO_PART = re.compile(r"[\s.\-\u2010-\u2015]+")
_INITIAL = re.compile(r"\b(\w)\.(?=\w\.|\W|$)")


def clean(text: str | None) -> str:
    """Return the words in Unicode NFKC and lower case with single blanks; "" where there are none."""
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())


def words(text: str | None) -> tuple[str, ...]:
    """Return the words of a text without signs, in order."""
    return tuple(word for word in _NOT_WORD.split(clean(text)) if word)


def identifier(text: str | None) -> str:
    """Return a code or number in capitals without blanks, hyphens and dots; "" where there is none."""
    if not text:
        return ""
    if text.isascii() and text.isalnum():
        return text.upper()
    return _NO_PART.sub("", unicodedata.normalize("NFKC", text)).upper()


@functools.cache
def _name_words() -> dict[str, str]:
    return {row["word"]: row["stands_for"] for row in read_table("provider_words")}


@functools.lru_cache(maxsize=4096)
def firm(name: str | None) -> tuple[str, ...]:
    """Return what is left of a firm's name without legal forms, its abbreviations written out."""
    plain = _INITIAL.sub(r"\1", (name or "").replace("'", "").replace("&", " and "))
    spelled = [_name_words().get(word, word) for word in words(plain)]
    return tuple(word for word in spelled if word)


def _equal_id(one: str | None, other: str | None) -> bool:
    return bool(identifier(one)) and identifier(one) == identifier(other)


def same_provider(one: Provider | None, other: Provider | None) -> bool:
    """Tell whether both papers name one provider: by name, or by tax or provider number.

    Two numbers with one name are one provider: a group and a doctor in it have numbers of their own.
    """
    if one is None or other is None:
        return False
    if _equal_id(one.npi, other.npi) or _equal_id(one.tax_id, other.tax_id):
        return True
    return bool(firm(one.name)) and firm(one.name) == firm(other.name)


def payer_key(payer: Payer | None) -> str:
    """Return what makes a payer the same on two papers; "" where none is named."""
    if payer is None:
        return ""
    return " ".join(firm(payer.name)) or identifier(payer.payer_id)


def _person(name: str | None) -> frozenset[str]:
    return frozenset(word for word in words(name) if len(word) > 1)


def may_be_same_patient(one: Patient | None, other: Patient | None) -> bool:
    """Tell whether two papers may be about one person; False only where they name two."""
    if one is None or other is None:
        return True
    here, there = _person(one.name), _person(other.name)
    if here and there and (here <= there or there <= here):
        return True
    if one.date_of_birth and other.date_of_birth:
        return one.date_of_birth == other.date_of_birth
    return not here or not there
