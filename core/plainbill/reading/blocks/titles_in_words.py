"""Titles that go on in words: "Knee scope, meniscus  code 29881, modifier LT, on April 28, 2026"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_codes, known_modifiers, parse_code

_CODE = re.compile(r"^(?:(?:cpt|hcpcs|procedure|service|billing)\W?)*(?:code|cpt|hcpcs)\W*$", re.IGNORECASE)
# "Procedure code 29881" on a row of its own says no more than the code.
_OF_ITS_LABEL = re.compile(r"^(?:procedure|service|billing|billed|cpt|hcpcs)$", re.IGNORECASE)
_MODIFIER = re.compile(r"^modifiers?\W*$", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:on|and|with)$", re.IGNORECASE)
_PART_OF_A_YEAR = re.compile(r"^\d{1,3}$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def told_in_words(own: Sequence[Atom]) -> Mapping[str, tuple[Atom, ...]]:
    """Return what was done, its code, modifiers and day; nothing where anything else stands behind the code."""
    at = next((i for i, atom in enumerate(own[:-1]) if _names_a_code(atom, own[i + 1])), 0)
    words = own[:at]
    while words and _OF_ITS_LABEL.match(words[-1].text):
        words = words[:-1]
    if not any(atom.kind == "text" and any(map(str.isalpha, atom.text)) for atom in words):
        return {}
    if any(atom.date is not None for atom in words):
        return {}
    told = {"description": tuple(words), "code": (_code(own[at + 1]),)}
    rest = list(own[at + 2 :])
    while rest:
        first = rest.pop(0)
        if first.date is not None and "date" not in told:
            told["date"] = (first,)
            rest = _without_torn_year(rest)
        elif _MODIFIER.match(first.text):
            found, size = _modifiers_in(rest)
            if not size:
                return {}
            told["modifiers"], rest = found, rest[size:]
        elif not _BETWEEN.match(first.text) and any(map(str.isalnum, first.text)):
            return {}
    return told


def _names_a_code(label: Atom, value: Atom) -> bool:
    return _CODE.match(label.text) is not None and parse_code(_code(value).text) is not None


def _code(atom: Atom) -> Atom:
    """The code that an atom prints, zeros for the letter that a reader took them for where a table knows it then."""
    bare = _bare(atom)
    zeroed = bare.text[:1] + bare.text[1:].replace("o", "0").replace("O", "0")
    return replace(bare, text=zeroed) if zeroed in known_codes() else bare


def _bare(atom: Atom) -> Atom:
    return replace(atom, text=atom.text.strip(",;()"))


def _modifiers_in(rest: Sequence[Atom]) -> tuple[tuple[Atom, ...], int]:
    """The modifiers that stand first, and how many atoms they take up; a reader may set apart the letters of one."""
    found: list[Atom] = []
    at = 0
    while at < len(rest):
        own = "".join(_bare(atom).text for atom in rest[at : at + 2])
        torn = len(_bare(rest[at]).text) == 1 and own in known_modifiers()
        if not torn and _bare(rest[at]).text not in known_modifiers():
            break
        tokens = (*rest[at].tokens, *rest[at + 1].tokens) if torn else rest[at].tokens
        found.append(replace(_bare(rest[at]), text=own, tokens=tokens) if torn else _bare(rest[at]))
        at += 2 if torn else 1
    return tuple(found), at


def _without_torn_year(rest: list[Atom]) -> list[Atom]:
    """What stands behind a day without the digits of its year that a reader set apart: "2 026"."""
    for size in (2, 1):
        parts = [atom.text.strip(",.") for atom in rest[:size]]
        if len(parts) == size and all(_PART_OF_A_YEAR.match(p) or _YEAR.match(p) for p in parts):
            return rest[size:] if _YEAR.match("".join(parts)) else rest
    return rest
