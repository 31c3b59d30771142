"""A procedure code that begins a row, with the modifiers between it and the words behind it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import (
    MODIFIERS_LIKE_WORDS,
    MODIFIERS_UNLIKE_WORDS,
    known_modifiers,
    parse_code,
    parse_revenue_code,
)

_SIDES = frozenset({"LT", "RT"})
_MODIFIER = re.compile(r"^(?:[A-Z][A-Z0-9]|\d\d)$")
# "25 MG" is a dose, "25 OFFICE" and "26 XR" a modifier and the first word.
_MEASURE = re.compile(
    r"^(?:mgs?|mls?|mcg|gm?s?|kg|cc|iu|un?|units?|meq|mci|mins?|minutes?|hrs?|hours?|days?|yrs?|years?|mm|cm|in|ft|oz|lbs?|vws?"
    r"|views?|pct|%|x|tabs?|caps?|dos(?:es?)?|ea|per|to|or|and|-)\b\.?|^[%/]",
    re.IGNORECASE,
)


def leading_code(atoms: Sequence[Atom]) -> int:
    """How many atoms are a code and the modifiers behind it; those that exist, where words follow with no dash."""
    if parse_code(atoms[0].text) is None or atoms[0].text.startswith("("):
        return 0
    taken = 1
    while taken < len(atoms) and _MODIFIER.match(text := atoms[taken].text.strip(",").removeprefix("-")):
        if text in MODIFIERS_LIKE_WORDS and atoms[taken - 1].text.strip(",") in MODIFIERS_UNLIKE_WORDS:
            # "97161 GP PT", and below it "evaluation".
            break
        taken += 1
    if taken < len(atoms) and atoms[taken].kind != "dash":
        sure = [
            *takewhile(
                lambda atom: _is_surely_a_modifier(atom.text.strip(",")),
                atoms[1:taken],
            )
        ]
        # "CT" and "RT" before words are words themselves, and "25" before "MG" is a dose.
        taken = 1 + len(sure)
        taken += atoms[taken].text in _SIDES and _are_of_a_sentence(atoms[taken + 1 :])
        if taken < len(atoms) and _MEASURE.match(atoms[taken].text):
            return 1
    return taken if parse_code(" ".join(atom.text for atom in atoms[:taken])) else 1


def leading_revenue_code(atoms: Sequence[Atom]) -> bool:
    """True where a revenue code stands before the procedure code of a row, with no stroke between: "0450 99283-25"."""
    named = len(atoms) > 1 and parse_revenue_code(atoms[0].text) not in {None, "0001"}
    return named and leading_code(atoms[1:]) > 0


def _are_of_a_sentence(atoms: Sequence[Atom]) -> bool:
    """True for words that begin a sentence by themselves: "Removal of ear wax"; nothing of it stands before them."""
    words = [atom.text for atom in atoms if any(map(str.isalpha, atom.text))]
    return len(words) > 1 and words[0].istitle() and all(word.islower() for word in words[1:])


def _is_surely_a_modifier(text: str) -> bool:
    if text.startswith("-"):
        # "99203 -25"
        return text[1:] in known_modifiers()
    return text in MODIFIERS_UNLIKE_WORDS or text.isdigit() and text in known_modifiers()
