"""Codes of reasons that a reader put before the amount beside them: "PR 154.39" below a deductible of "54.39"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.money import parse_money

# What the patient's share is called: deductible, coinsurance, copay.
_SHARES = frozenset("123")
_OF_THE_PATIENT = "PR"
# The service stands on one of so many rows above its reasons.
_ABOVE = 3


def with_reasons_apart(rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the rows, a figure that is no part of its amount parted from it: a row above prints the rest as well."""
    return [
        tuple(piece for at in range(len(own)) for piece in _apart(own, at, rows[max(0, i - _ABOVE) : i]))
        for i, own in enumerate(rows)
    ]


def _apart(own: Sequence[Atom], at: int, above: Sequence[Sequence[Atom]]) -> Iterator[Atom]:
    atom = own[at]
    before = own[at - 1].text if at else ""
    amount = parse_money(atom.text[1:]) if atom.kind == "money" and atom.text[:1] in _SHARES else None
    if before != _OF_THE_PATIENT or amount is None or not _is_printed(amount, above):
        yield atom
        return
    yield replace(atom, kind="text", text=atom.text[0], money=None)
    yield replace(atom, text=atom.text[1:], money=amount)


def _is_printed(amount: Decimal, rows: Sequence[Sequence[Atom]]) -> bool:
    return any(atom.money == amount for row in rows for atom in row)
