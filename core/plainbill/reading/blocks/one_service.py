"""The one service that a letter is about, told by labels over or before its values: "Procedure code" and the like."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.blocks.block_titles import is_decision
from plainbill.reading.blocks.captions import Printed, caption_name
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code, parse_diagnosis
from plainbill.reading.terms.vocabulary import header_words

_GUTTER = 0.9
# A value stands below its label within so many heights, and begins as near.
_BELOW, _ALIGNED = 2.6, 1.5
_TOLD = ("description", "code", "date", "diagnosis", "modifiers", "units", "status")
_DECISIONS = frozenset({"decision", "outcome", "status", "result"})
# What a service told so has to have: nobody would take less for one.
_FEWEST = frozenset({"description", "code", "charge"})

_Fact = tuple[str, tuple[Atom, ...]]


def service_told_by_labels(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the service as a table of one row, None where labels tell of none or of several."""
    printed = [*zip(rows, atoms, strict=True)]
    facts: list[_Fact] = []
    for above, below in pairwise([*printed, None]):
        if above is not None:
            facts += [*_beside(above)] or ([*_below(above, below)] if below is not None else [])
    names = [name for name, _ in facts]
    if len(names) > len(set(names)) or not {*names} >= _FEWEST:
        return None
    told = dict(facts)
    first = min((atom for cell in told.values() for atom in cell), key=lambda atom: atom.y)
    row = TableRow(role="service", cells=tuple(told.values()), y=first.y, height=first.tokens[0].box.height)
    return Table(columns=tuple(placeless(name) for name in told), rows=(row,), head=(), is_paired=True)


def _beside(printed: Printed) -> Iterator[_Fact]:
    """The value of a label that ends in a colon: "Procedure code: 99213"."""
    row, own = printed
    at = next((i for i, atom in enumerate(own) if atom.text.endswith(":")), None)
    if at is not None and own[at + 1 :] and (name := _fact(own[: at + 1], own[at + 1 :])) is not None:
        yield name, own[at + 1 :]


def _below(above: Printed, below: Printed) -> Iterator[_Fact]:
    """The values right below labels side by side."""
    row, own = above
    if below[0].y - row.y > _BELOW * row.height:
        return
    labels, values = (cells_of(atoms, _GUTTER * row.height) for atoms in (own, below[1]))
    for label in labels:
        under = [value for value in values if abs(value.x0 - label.x0) <= _ALIGNED * row.height]
        if len(under) == 1 and (name := _fact(label.atoms, under[0].atoms)) is not None:
            yield name, under[0].atoms


def _fact(label: Sequence[Atom], value: Sequence[Atom]) -> str | None:
    """What the label says that the value is, None where the value is not of that kind."""
    name = caption_name(label)
    if name is not None:
        return name if len(value) == 1 and value[0].money is not None else None
    words = [word for atom in label for word in atom.text.replace(":", " ").split()]
    text = " ".join(atom.text for atom in value)
    if " ".join(words).lower() in _DECISIONS:
        return "status" if is_decision(text) else None
    meaning = header_words().find(words)
    if meaning is None or not meaning.exact:
        return None
    return next((name for name in meaning.fields if name in _TOLD and _fits(name, value, text)), None)


def _fits(name: str, value: Sequence[Atom], text: str) -> bool:
    if name == "code":
        return parse_code(text) is not None
    if name == "date":
        return all(atom.date is not None or atom.kind == "dash" for atom in value)
    if name == "diagnosis":
        return parse_diagnosis(text) is not None
    if name == "description":
        return all(atom.money is None for atom in value) and any(mark.isalpha() for mark in text)
    return all(atom.money is None and atom.date is None for atom in value)
