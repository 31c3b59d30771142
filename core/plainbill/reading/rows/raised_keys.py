"""Keys of notes raised behind amounts and read as figures of these: "30.0012" for 30.00 with the note 12."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.money import parse_money

_RAISED = re.compile(r"^(?P<amount>[-(]?\$?\d{1,3}(?:,?\d{3})*\.\d{2}\)?)(?P<key>\d{1,2})$")
_KEY = re.compile(r"^\(?(?P<key>\d{1,2})[).:]?$")
_FEWEST_WORDS = 3


def with_raised_keys(atoms: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the atoms of each row, an amount apart from a key behind its cents that begins a row of words."""
    keys = {key for own in atoms if (key := _explained(own))}
    return [tuple(_apart(own, keys)) for own in atoms] if keys else list(atoms)


def _explained(own: Sequence[Atom]) -> str | None:
    """The figures that begin a row of words alone, as the key of a note does."""
    key = _KEY.match(own[0].text) if len(own) > _FEWEST_WORDS else None
    if key is None or not own[1].text[:1].isupper() or any(atom.kind != "text" for atom in own):
        return None
    return key["key"]


def _apart(own: Sequence[Atom], keys: set[str]) -> Iterator[Atom]:
    for atom in own:
        raised = _RAISED.match(atom.text) if atom.kind == "text" else None
        amount = parse_money(raised["amount"]) if raised is not None and raised["key"] in keys else None
        if raised is None or amount is None:
            yield atom
        else:
            yield replace(atom, kind="money", text=raised["amount"], money=amount)
            yield replace(atom, text=f"({raised['key']})")
