"""Days that took in a number of the column beside them: "21 Mar 06" where 21 stands under the place of service."""

from collections.abc import Sequence

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.rows.atoms import Atom, joined
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.dates import parse_date

_DAYS = frozenset({"date", "date_to"})
_FEWEST = 3

Atoms = tuple[Atom, ...]


def with_numbers_beside_days(head: Head, body: Sequence[Atoms]) -> list[Atoms]:
    """Return the rows, a number under a head of its own set apart from the day it was taken for a part of."""
    days = [column for column in head.columns if _DAYS & {*column.fields}]
    others = [column for column in head.columns if column.tokens and not _DAYS & {*column.fields}]
    if not days or not others:
        return list(body)
    return [tuple(part for atom in own for part in _parted(atom, days, others)) for own in body]


def _parted(atom: Atom, days: Sequence[HeadColumn], others: Sequence[HeadColumn]) -> Atoms:
    tokens = atom.tokens
    if atom.date is None or atom.until is not None or len(tokens) < _FEWEST:
        return (atom,)
    for number, rest in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        if not number.text.isdigit() or not _stands_under(number, others) or not _stands_under(rest[0], days):
            continue
        day = parse_date(joined(rest))
        if day is not None:
            beside = Atom(kind="text", tokens=(number,), text=number.text, shift=atom.shift)
            dated = Atom(kind="date", tokens=rest, text=joined(rest), date=day, shift=atom.shift)
            return (beside, dated) if number is tokens[0] else (dated, beside)
    return (atom,)


def _stands_under(token: Token, columns: Sequence[HeadColumn]) -> bool:
    middle = (token.box.x0 + token.box.x1) / 2
    return any(column.x0 <= middle < column.x1 for column in columns)
