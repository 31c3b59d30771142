"""What makes two codes, names and numbers the same, however they are printed."""

import datetime
import functools
import re
import unicodedata
from collections.abc import Hashable

from rapidfuzz.distance import DamerauLevenshtein

from plainbill.case import Document, Patient, Payer, Provider
from plainbill.knowledge.firms import clean as clean
from plainbill.knowledge.firms import firm as firm
from plainbill.knowledge.firms import words as words

_NO_PART = re.compile(r"[\s.\-\u2010-\u2015]+")
_SEXES = {"f": "F", "female": "F", "woman": "F", "girl": "F", "m": "M", "male": "M", "man": "M", "boy": "M"}


@functools.lru_cache(maxsize=8192)
def identifier(text: str | None) -> str:
    """Return a code or number in capitals without blanks, hyphens and dots; "" where there is none."""
    if not text:
        return ""
    if text.isascii() and text.isalnum():
        return text.upper()
    return _NO_PART.sub("", unicodedata.normalize("NFKC", text)).upper()


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


@functools.lru_cache(maxsize=4096)
def person(name: str | None) -> frozenset[str]:
    """Return the words of a person's name in any order, initials left out."""
    return frozenset(word for word in words(name) if len(word) > 1)


def age_on(born: datetime.date, day: datetime.date) -> int | None:
    """Return the age in whole years on a day, None before the birth."""
    if day < born:
        return None
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def sex_of(text: str | None) -> str:
    """Return F or M for a word of the papers or the story, "" for any other."""
    return _SEXES.get(clean(text), "")


def patient_key(patient: Patient | None) -> Hashable:
    """Return what is the same on all papers that print one patient alike, None where none is printed."""
    return (clean(patient.name), patient.date_of_birth) if patient else None


def may_be_same_patient(one: Patient | None, other: Patient | None) -> bool:
    """Tell whether two papers may be about one person; False only where they name two."""
    if one is None or other is None:
        return True
    here, there = person(one.name), person(other.name)
    if here and there and (here <= there or there <= here):
        return True
    if one.date_of_birth and other.date_of_birth:
        return one.date_of_birth == other.date_of_birth
    return not here or not there


def are_of_two_members(one: Document, other: Document) -> bool:
    """Tell whether two notices of a plan are about two members although not both name one: their numbers differ.

    A remittance goes to an office and lists its patients, often with their names blacked out.
    """
    if one.kind != "eob" or other.kind != "eob":
        return False
    named = [document.patient is not None and bool(person(document.patient.name)) for document in (one, other)]
    here, there = (document.coverage.member_id if document.coverage else None for document in (one, other))
    return not all(named) and differing_numbers(here, there)


_MASK = re.compile(r"^[*X#]{3,}")
# A member number's suffix for the person, and a group number's for the subgroup, have three characters at most.
_LONGEST_SUFFIX = 3


def differing_numbers(one: str | None, other: str | None) -> bool:
    """Tell whether two member or group numbers contradict each other; a suffix, a prefix or a masked part does not."""
    here, there = identifier(one), identifier(other)
    if not here or not there or here == there:
        return False
    if _MASK.match(here) or _MASK.match(there):
        tail, whole = sorted((_MASK.sub("", here), _MASK.sub("", there)), key=len)
        return not whole.endswith(tail)
    short, long = sorted((here.lstrip("0"), there.lstrip("0")), key=len)
    if short and len(long) - len(short) <= _LONGEST_SUFFIX and len(short) > _LONGEST_SUFFIX:
        return not (long.startswith(short) or long.endswith(short))
    return short != long


def differing_people(one: str | None, other: str | None, *, misspelled_only: bool = False) -> bool:
    """Tell whether two names are not one person's: order, initials and further names are no difference.

    `misspelled_only` asks for names that are nearly the same, as a typing mistake leaves them.
    """
    here, there = person(one), person(other)
    if here <= there or there <= here or _by_initials(one, other):
        return False
    if not misspelled_only:
        return True
    return 0 < DamerauLevenshtein.distance(" ".join(sorted(here)), " ".join(sorted(there))) <= _FEW_LETTERS


_FEW_LETTERS = 2


def _by_initials(one: str | None, other: str | None) -> bool:
    """Tell whether each word of the shorter name begins, or is, a word of the longer one."""
    short, long = sorted((words(one), words(other)), key=len)
    return all(any(whole.startswith(word) if len(word) == 1 else whole == word for whole in long) for word in short)


def differing_birth_dates(one: Patient | None, other: Patient | None) -> bool:
    """Tell whether two papers give one person two birth dates."""
    if one is None or other is None or not one.date_of_birth or not other.date_of_birth:
        return False
    same_person = bool(one.name and other.name) and not differing_people(one.name, other.name)
    return same_person and one.date_of_birth != other.date_of_birth
