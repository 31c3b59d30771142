"""Tables whose cells print two values below each other, as their heads do: "Billed" over "Plan allows"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.reading.blocks.captions import Printed, caption_name
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom, Cell, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.vocabulary import header_words
from plainbill.reading.terms.wording import is_total

_GUTTER = 0.9
# The rows of a head, and the two of a service, stand closer than this many heights.
_PITCH = 2.4
_ALIGNED = 2.0
_MOST_HEAD_ROWS, _FEWEST_SERVICES, _FEWEST_COLUMNS = 3, 2, 2
_SAYS_WHAT = frozenset({"description", "code", "date", "provider", "units"})
# Rows between two services that say more of the one above.
_MOST_BETWEEN = 2

_Cells = Mapping[str, tuple[Atom, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The words over one value: what it is, where they stand, and over which of the two rows of values."""

    name: str
    x0: float
    x1: float
    decks: frozenset[int]
    is_amount: bool
    cell: Cell


def two_deck_table(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services under such a head as a table, None where the page has none."""
    printed = [*zip(rows, atoms, strict=True)]
    for start in range(len(printed)):
        for size in (_MOST_HEAD_ROWS, _MOST_HEAD_ROWS - 1):
            heads = _heads(printed[start : start + size], size)
            if heads and (table := _table(heads, printed[start + size :])) is not None:
                return table
    return None


def _heads(printed: Sequence[Printed], size: int) -> list[_Head]:
    """The head of two decks that the rows are, nothing where they are none."""
    if len(printed) < size or any(b.y - a.y > _PITCH * a.height for (a, _), (b, _) in _steps(printed)):
        return []
    heads: list[_Head] = []
    for i, (row, own) in enumerate(printed):
        # Words set in the middle of the head may be those of either row of values.
        decks = frozenset({0, 1} if 0 < i < size - 1 else {min(i, 1)})
        for cell in cells_of(own, _GUTTER * row.height):
            found = _head(cell, decks)
            if found is None:
                return []
            heads.append(found)
    names = [head.name for head in heads]
    upper, lower = ([head for head in heads if head.decks == {deck}] for deck in (0, 1))
    stacked = sum(any(_is_over(above, below) for above in upper) for below in lower)
    if len(names) > len(set(names)) or stacked < max(_FEWEST_COLUMNS, len(lower)) or "charge" not in names:
        return []
    return heads if all(any(head.is_amount for head in deck) for deck in (upper, lower)) else []


def _steps(printed: Sequence[Printed]) -> list[tuple[Printed, Printed]]:
    return [*zip(printed, printed[1:], strict=False)]


def _head(cell: Cell, decks: frozenset[int]) -> _Head | None:
    name = caption_name(cell.atoms)
    if name is not None:
        return _Head(name=name, x0=cell.x0, x1=cell.x1, decks=decks, is_amount=True, cell=cell)
    meaning = header_words().find([atom.text for atom in cell.atoms])
    if meaning is None or not set(meaning.fields) & _SAYS_WHAT:
        return None
    field = next(field for field in meaning.fields if field in _SAYS_WHAT)
    return _Head(name=field, x0=cell.x0, x1=cell.x1, decks=decks, is_amount=False, cell=cell)


def _is_over(above: _Head, below: _Head) -> bool:
    # How many there were may stand below what they cost.
    alike = above.is_amount == below.is_amount or below.name == "units"
    return alike and min(above.x1, below.x1) > max(above.x0, below.x0)


def _table(heads: Sequence[_Head], body: Sequence[Printed]) -> Table | None:
    names = [head.name for head in heads]
    rows = [*_rows(heads, names, body)]
    services = [row for row in rows if row.role == "service"]
    if len(services) < _FEWEST_SERVICES:
        return None
    while rows[-1].role == "words":
        rows.pop()
    tokens = tuple(token for head in heads for token in head.cell.tokens)
    return Table(columns=tuple(placeless(name) for name in names), rows=tuple(rows), head=tokens, is_paired=True)


def _rows(heads: Sequence[_Head], names: Sequence[str], body: Sequence[Printed]) -> Iterator[TableRow]:
    """The services and their sum, each from two rows, up to the first that are neither."""
    at, between = 0, 0
    while at + 1 < len(body) and between <= _MOST_BETWEEN:
        (row, own), (below, under) = body[at], body[at + 1]
        near = below.y - row.y <= _PITCH * row.height
        upper, lower = _cells(heads, own, 0, row.height), _cells(heads, under, 1, row.height)
        role = _role(own, under, upper, lower) if near else None
        if role is None or upper is None or lower is None:
            if any(atom.kind == "money" for atom in own):
                return
            cells = tuple(own if name == "description" else () for name in names)
            yield TableRow(role="words", cells=cells, y=row.y, height=row.height)
            at, between = at + 1, between + 1
            continue
        cells = tuple((*upper.get(name, ()), *lower.get(name, ())) for name in names)
        yield TableRow(role=role, cells=cells, y=row.y, height=row.height)
        if role == "total":
            return
        at, between = at + 2, 0


def _role(own: Sequence[Atom], under: Sequence[Atom], upper: _Cells | None, lower: _Cells | None) -> Role | None:
    """What two rows are together: a service says by a code or a day which one it is."""
    if upper is None or lower is None or not any(atom.kind == "money" for atom in own):
        return None
    words = " ".join(atom.text for atom in own if atom.kind == "text")
    if is_total(words):
        return "total" if any(atom.kind == "money" for atom in under) else None
    code = " ".join(atom.text for atom in (*upper.get("code", ()), *lower.get("code", ())))
    dated = any(atom.date is not None for atom in (*own, *under))
    return "service" if dated or parse_code(code) is not None else None


def _cells(heads: Sequence[_Head], own: Sequence[Atom], deck: int, height: float) -> _Cells | None:
    """The values of one row by what they are, None where one stands under no head or two under the same."""
    found: dict[str, tuple[Atom, ...]] = {}
    own_deck = [head for head in heads if deck in head.decks]
    for atom in own:
        if atom.kind == "dash" and not any(mark.isalnum() for mark in atom.text):
            continue
        if atom.kind == "money":
            name = _over(own_deck, atom, height)
            if name is None or name in found:
                return None
        else:
            worded = [head for head in own_deck if not head.is_amount]
            left = [head for head in worded if head.x0 <= atom.x0 + _ALIGNED * height]
            if not left:
                return None
            name = max(left, key=lambda head: head.x0).name
        found[name] = (*found.get(name, ()), atom)
    return found


def _over(heads: Sequence[_Head], atom: Atom, height: float) -> str | None:
    """What the amount is by the head that it begins with, ends with or is centered under."""
    apart = {
        head.name: min(abs(atom.x0 - head.x0), abs(atom.x1 - head.x1), abs(atom.middle - (head.x0 + head.x1) / 2))
        for head in heads
        if head.is_amount
    }
    nearest = min(apart, key=apart.__getitem__, default=None)
    return nearest if nearest is not None and apart[nearest] <= _ALIGNED * height else None
