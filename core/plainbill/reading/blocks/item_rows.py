"""What each row among services in a list says: words and their amount, facts about the service above, a day, a sum."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plainbill.reading.blocks.block_titles import is_decision
from plainbill.reading.labels.name_blocks import is_city_line, is_clinician
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.day_chips import with_day_chips
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.reasons import ends_in_a_reason
from plainbill.reading.tables.told_below import may_name, told_in
from plainbill.reading.terms.vocabulary import header_words

Told = Mapping[str, tuple[Atom, ...]]

_NAMES = frozenset({"code", "revenue_code", "ndc"})
# Two columns of lists side by side: amounts that end at one edge, with the words of other services behind it.
_FEWEST_AT_AN_EDGE, _SAME_EDGE, _GUTTER = 2, 1.0, 1.5
_WORD = re.compile(r"[^\W\d_]{3}|^[^\W\d_]{2}$")
_HALF_LEVEL = 0.7
_BY = frozenset({"with", "by", "provider", "provider:", "seen", "saw", "clinician:", "therapist:"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One row: a day at its start, words, facts behind them, and the one amount that ends it.

    `atoms` are all of the row. `amount` is None also where there are several or a reason
    for taking it off stands before it, which are no price of a service.
    `is_of_a_run` tells that it stood on the next row, as those of the services around it.
    """

    y: float
    height: float
    atoms: tuple[Atom, ...]
    day: Atom | None = None
    words: tuple[Atom, ...] = ()
    told: Told = field(default_factory=dict)
    amount: Atom | None = None
    clinician: tuple[Atom, ...] = ()
    is_of_a_run: bool = False

    @property
    def is_named(self) -> bool:
        """True where its facts hold the code of a service."""
        return bool(self.told.keys() & _NAMES)

    @property
    def is_facts(self) -> bool:
        """True where facts about a service are all that stands there."""
        return bool(self.told) and not self.words and self.amount is None

    @property
    def is_amount(self) -> bool:
        """True where an amount is all that stands there, beside what was decided at most."""
        return self.amount is not None and self.atoms[0] is self.amount and self.told.keys() <= {"status"}

    @property
    def is_day(self) -> bool:
        """True where a day is all that stands there, beside the name of its weekday at most."""
        return self.day is not None and self.amount is None and not self.told and len(self.words) < 2

    @property
    def is_priced(self) -> bool:
        """True where words stand before the one amount."""
        return self.amount is not None and any(_WORD.search(atom.text) for atom in self.words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(atom.text for atom in self.words)


def item_rows(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> list[list[ItemRow]]:
    """Return what the rows say, those of each column of lists by themselves."""
    chipped = with_day_chips(atoms)
    placed = [(row.y, row.height, own) for row, own in zip(rows, chipped, strict=True) if own]
    edge = _edge_between([own for _, _, own in placed])
    if edge is None:
        return [[_row(y, height, own) for y, height, own in placed]]
    left = [(y, height, tuple(atom for atom in own if atom.x0 < edge)) for y, height, own in placed]
    right = [(y, height, tuple(atom for atom in own if atom.x0 >= edge)) for y, height, own in placed]
    return [[_row(y, height, own) for y, height, own in part if own] for part in (left, right)]


def _edge_between(atoms: Sequence[tuple[Atom, ...]]) -> float | None:
    """Where amounts of one list end and the words of another begin beside them, None for a page with one list."""
    inner = [
        atom
        for own in atoms
        for at, atom in enumerate(own[:-2])
        if atom.money is not None and _WORD.search(own[at + 1].text) and own[-1].money is not None and at
    ]
    if len(inner) < _FEWEST_AT_AN_EDGE:
        return None
    edge = max(atom.x1 for atom in inner)
    level = all(edge - atom.x1 < _SAME_EDGE * _height(atom) for atom in inner)
    return edge + 0.5 * _height(inner[0]) if level else None


def _height(atom: Atom) -> float:
    return atom.tokens[0].box.height


def _row(y: float, height: float, own: tuple[Atom, ...]) -> ItemRow:
    if len(own) > 1 and own[0].money is not None and is_decision(" ".join(atom.text for atom in own[1:])):
        return ItemRow(y=y, height=height, atoms=own, told={"status": own[1:]}, amount=own[0])
    rest = _without_balance(own)
    amounts = [atom for atom in rest if atom.money is not None]
    told = told_in(rest)
    if told and (told.keys() != {"date"} or len(rest) > 1):
        return ItemRow(y=y, height=height, atoms=own, told=told)
    amount = rest[-1] if rest and rest[-1].money is not None else None
    rest = rest[:-1] if amount is not None else rest
    # A sign that a reader saw apart from the amount.
    rest = rest[:-1] if rest and amount is not None and rest[-1].text == "+" else rest
    day = next((atom for atom in rest if atom.date is not None), None)
    if day is not None and rest[0] is day:
        rest = rest[1:]
    words, told = _with_facts_apart(rest)
    several = len(amounts) > 1 and "unit_price" not in told
    taken_off = ends_in_a_reason(own)
    return ItemRow(
        y=y,
        height=height,
        atoms=own,
        day=day,
        words=_words(words),
        told=told,
        amount=None if several or taken_off else amount,
        clinician=_clinician(rest),
    )


def _without_balance(own: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The row without the balance that runs along with it: "99213  balance $158.00"."""
    if len(own) < 2 or own[-1].money is None or own[-2].kind != "text":
        return own
    meaning = header_words().find((own[-2].text.strip(":"),))
    return own[:-2] if meaning is not None and "balance" in meaning.fields else own


def _with_facts_apart(atoms: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], Told]:
    """The words of a row, and the facts behind them where they hold a code of the service.

    The digits of an address beside what is asked for are none.
    """
    if not any(map(may_name, atoms[1:])) or is_city_line(" ".join(atom.text for atom in atoms)):
        return atoms, {}
    for start in range(1, len(atoms)):
        told = told_in(atoms[start:])
        if told.keys() & _NAMES:
            return atoms[:start], told
    return atoms, {}


def _words(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The words without the signs of boxes, arrows or dots around them."""
    kept = list(atoms)
    while kept and not any(map(str.isalnum, kept[0].text)):
        kept.pop(0)
    while kept and not any(map(str.isalnum, kept[-1].text)):
        kept.pop()
    return tuple(kept)


def _clinician(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Who gave the care, behind a word that says so or in a cell at the end of the row."""
    at = next((i for i, atom in enumerate(atoms) if atom.text.lower() in _BY), None)
    while at is not None and at + 1 < len(atoms) and atoms[at + 1].text.lower() in _BY:
        # "Seen by".
        at += 1
    cells = [i for i, (one, other) in enumerate(pairwise(atoms)) if other.x0 - one.x1 > _GUTTER * _height(one)]
    last = at if at is not None else cells[-1] if cells else None
    name = tuple(atoms[last + 1 :]) if last is not None else ()
    return name if name and is_clinician(" ".join(atom.text for atom in name)) else ()


def _is_level(one: ItemRow, other: ItemRow) -> bool:
    """True where print of the two rows stands half beside each other, as on a page that is curled."""
    return abs(other.y - one.y) < _HALF_LEVEL * max(one.height, other.height)


def with_words_joined(rows: Sequence[ItemRow]) -> Iterator[ItemRow]:
    """The rows, an amount that stands by itself below words and their facts set beside these words."""
    at = 0
    while at < len(rows):
        one, *below = rows[at : at + 3]
        facts = next((row for row in below if row.is_facts), None)
        alone = next((row for row in below if row.is_amount), None)
        if one.words and one.amount is None and one.day is None and facts is not None and alone is not None:
            yield replace(one, amount=alone.amount, atoms=(*one.atoms, *alone.atoms), told={**one.told, **alone.told})
            yield facts
            at += 3
        elif one.words and one.amount is None and below and below[0].is_amount and _is_level(one, below[0]):
            yield replace(one, amount=below[0].amount, atoms=(*one.atoms, *below[0].atoms))
            at += 2
        else:
            yield one
            at += 1
