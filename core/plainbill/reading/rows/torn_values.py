"""Values that a reader tore apart or misread in one letter, where only one reading is possible."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.dates import parse_date

_DIGIT, _SHORT_MONTH = re.compile(r"^\d$"), re.compile(r"^\d[-/.]\d{1,2}[-/.]\d{2,4}$")


_OTHER_MONTHS = 2


def begins_torn_day(atoms: Sequence[Atom]) -> bool:
    """True where a lone digit stands right before a day whose month has one digit: "1 1/19/1968"."""
    if len(atoms) < 2 or not _DIGIT.match(atoms[0].text) or atoms[1].date is None:
        return False
    return _SHORT_MONTH.match(atoms[1].text) is not None


def whole_day(atoms: Sequence[Atom]) -> Found | None:
    """The day that the two pieces print together; None where they print none: nothing tells which digit is wrong."""
    day = parse_date(atoms[0].text + atoms[1].text)
    # "31/12/1968" is printed elsewhere, "11/12/1968" here.
    return from_atoms(day, atoms[:2]) if day is not None and int(atoms[0].text) < _OTHER_MONTHS else None


UP_TO = frozenset({"to", "thru", "through"})
"""Words between the first and the last day of care."""


def torn_days(atoms: Sequence[Atom]) -> Found | None:
    """The day, or the first and the last day, that a row prints in pieces: "1 1/02/24 to 1 1/15/24".

    None where more stands there.
    """
    first, rest = whole_day(atoms), atoms[2:]
    if first is None or not rest:
        return replace(first, value=(first.value,)) if first is not None else None
    if rest[0].kind != "dash" and rest[0].text.lower() not in UP_TO:
        return None
    last = whole_day(rest[1:]) if begins_torn_day(rest[1:]) else None
    if last is None and len(rest) > 1 and rest[1].date is not None:
        last = from_atoms(rest[1].date, rest[1:2])
    if last is None or len(rest) - 1 != len(last.tokens):
        return None
    return Found(value=(first.value, last.value), tokens=(*first.tokens, *last.tokens))


_SMALL_L = re.compile(r"(?<=[A-Z])l(?![A-Za-z])|(?<=\d)l(?=\d)")


def with_capital_i(number: str) -> str:
    """The number with the small L among its capitals read as what it is: "CI-884012" for "Cl-884012"."""
    if [mark for mark in number if mark.islower()] != ["l"]:
        return number
    return _SMALL_L.sub(lambda found: "1" if number[found.start() - 1].isdigit() else "I", number)
