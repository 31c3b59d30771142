"""The one service that a letter is about, told by labels over or before its values: "Procedure code" and the like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.blocks.block_titles import is_decision
from plainbill.reading.blocks.captions import Printed, caption_name
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom, Cell, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import known_codes, parse_code, parse_diagnosis
from plainbill.reading.terms.vocabulary import field_labels, header_words

_GUTTER = 0.9
# A value stands below its label within so many heights, and begins as near.
_BELOW, _ALIGNED = 2.6, 1.5
_TOLD = ("description", "code", "date", "diagnosis", "modifiers", "units", "status")
_DECISIONS = frozenset({"decision", "outcome", "status", "result"})
# What a service told so has to have: nobody would take less for one.
_FEWEST = frozenset({"description", "code", "charge"})
# A label with no colon is told by the value in a cell of its own behind it; so many such rows make a list of them.
_CELLS, _FEWEST_ROWS = 2, 3
_ON_AN_EDGE = 0.5
# The key of a note behind what was decided: "Denied, code A4", "DENIED (N-12)".
_KEY = re.compile(r"^\(?(?=.*\d)[A-Z]{1,4}-?\d{1,3}[A-Z]?\)?$")

# What may be charged one day was not.
_ESTIMATED = re.compile(r"^(?:estimated?|expected|anticipated)\b", re.IGNORECASE)

_Fact = tuple[str, tuple[Atom, ...]]


def service_told_by_labels(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the service as a table of one row, None where labels tell of none or of several, and on a bill."""
    printed = [*zip(rows, atoms, strict=True)]
    if any(map(_asks_to_pay, printed)):
        return None
    facts: list[_Fact] = []
    edges = [cells[1].x0 for each in printed if len(cells := _cells(each)) == _CELLS]
    celled = [[*_in_cells(each, edges)] for each in printed]
    listed = sum(map(bool, celled)) >= _FEWEST_ROWS
    for i, (above, below) in enumerate(pairwise([*printed, None])):
        if above is not None:
            beside = [*_beside(above)] or (celled[i] if listed else [])
            facts += beside or ([*_below(above, below)] if below is not None else [])
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
    if at is not None and own[at + 1 :]:
        yield from _facts(own[: at + 1], own[at + 1 :])


def _cells(printed: Printed) -> tuple[Cell, ...]:
    row, own = printed
    return cells_of(own, _GUTTER * row.height)


def _in_cells(printed: Printed, edges: Sequence[float]) -> Iterator[_Fact]:
    """The value in a cell of its own behind a label without a colon, where both are all that the row prints.

    Behind a long label the blank is narrow; then the value begins where those of other rows do, at the `edges`.
    """
    cells = _cells(printed)
    if len(cells) == _CELLS:
        yield from _facts(cells[0].atoms, cells[1].atoms)
    elif len(cells) == 1 and (at := _edge_in(cells[0], edges)) is not None:
        yield from _facts(cells[0].atoms[:at], cells[0].atoms[at:])


def _edge_in(cell: Cell, edges: Sequence[float]) -> int | None:
    """Which word of a cell begins where the values of at least three rows do, behind a blank wider than its others."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(cell.atoms)]
    for at, gap in enumerate(gaps, start=1):
        lined = sum(abs(cell.atoms[at].x0 - edge) < _ON_AN_EDGE * cell.height for edge in edges)
        # This row is one of them.
        if lined + 1 >= _FEWEST_ROWS and all(gap > other for other in gaps[: at - 1]):
            return at
    return None


def _asks_to_pay(printed: Printed) -> bool:
    """True for what is due before its amount: a bill, the other amounts of which are its sums."""
    _, own = printed
    *words, amount = own or (None,)
    if amount is None or amount.money is None:
        return False
    label = field_labels().find([word for atom in words if atom is not None for word in atom.text.strip(":").split()])
    return label is not None and "balance_due" in label.fields


def _below(above: Printed, below: Printed) -> Iterator[_Fact]:
    """The values right below labels side by side."""
    row, own = above
    if below[0].y - row.y > _BELOW * row.height:
        return
    labels, values = (cells_of(atoms, _GUTTER * row.height) for atoms in (own, below[1]))
    for label in labels:
        under = [value for value in values if abs(value.x0 - label.x0) <= _ALIGNED * row.height]
        if len(under) == 1:
            yield from _facts(label.atoms, under[0].atoms)


def _facts(label: Sequence[Atom], value: tuple[Atom, ...]) -> Iterator[_Fact]:
    """What the label says of the value, a code behind words and the key of a note behind a decision apart."""
    kept, key = _without_key(value)
    name = _fact(label, kept)
    if name != "status":
        kept, key = value, ()
        name = _fact(label, value)
    if name is None:
        return
    words, code = _without_code(kept) if name == "description" else (kept, ())
    yield name, words
    yield from ((told, cell) for told, cell in (("code", code), ("remark", key)) if cell)


def _without_key(value: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """A decision and the key of the note that explains it: "DENIED, code MN-2"."""
    if len(value) == 1 or not _KEY.match(value[-1].text):
        return value, ()
    at = len(value) - 1
    while at > 1 and not is_decision(" ".join(atom.text for atom in value[:at]).rstrip(",;: ")):
        at -= 1
    *before, last = value[:at]
    return (*before, replace(last, text=last.text.rstrip(",;:"))), (
        replace(value[-1], text=value[-1].text.strip("()")),
    )


def _without_code(value: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """The words of a service and the code behind them, with what announces it: "Sleep study, CPT 95806".

    A number that nothing announces and nobody knows is none: "Ambulance to ZIP 62701".
    """
    *words, last = value
    bare = replace(last, text=last.text.strip("(),;"))
    code = parse_code(bare.text) if words else None
    if code is None or not (_announces_a_code(words[-1]) or last.text.startswith("(") or code.code in known_codes()):
        return value, ()
    while len(words) > 1 and _announces_a_code(words[-1]):
        words.pop()
    return (*words[:-1], replace(words[-1], text=words[-1].text.rstrip(",;:(-"))), (bare,)


def _announces_a_code(atom: Atom) -> bool:
    meaning = header_words().find((atom.text.strip("(:#").lower(),)) if atom.text.strip("(:#") else None
    return meaning is not None and "code" in meaning.fields or not any(map(str.isalnum, atom.text))


def _fact(label: Sequence[Atom], value: Sequence[Atom]) -> str | None:
    """What the label says that the value is, None where the value is not of that kind."""
    if _ESTIMATED.match(label[0].text):
        return None
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
        return all(atom.money is None for atom in value) and any(map(str.isalpha, text))
    return all(atom.money is None and atom.date is None for atom in value)
