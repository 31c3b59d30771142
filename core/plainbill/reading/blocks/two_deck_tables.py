"""Tables whose cells print two values below each other, as their heads do: "Billed" over "Plan allows"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plainbill.reading.blocks.captions import Printed
from plainbill.reading.blocks.deck_heads import FACTS, DeckHead, deck_heads
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import is_payment, is_total, summary_field

# The two rows of a service stand closer than this many heights.
_PITCH = 2.4
_ALIGNED = 2.0
_MOST_HEAD_ROWS, _FEWEST_SERVICES = 3, 2
_PERCENT = re.compile(r"^\d{1,3}%$")
_FACTS = ("date", "code", "modifiers", "units")
# Rows between two services that say more of the one above.
_MOST_BETWEEN = 2

_Cells = Mapping[str, tuple[Atom, ...]]


def two_deck_table(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services under such a head as a table, None where the page has none."""
    printed = [*zip(rows, atoms, strict=True)]
    for start in range(len(printed)):
        for size in (_MOST_HEAD_ROWS, _MOST_HEAD_ROWS - 1):
            heads = deck_heads(printed[start : start + size])
            if heads and (table := _table(heads, printed[start + size :])) is not None:
                return table
    return None


def _table(heads: Sequence[DeckHead], body: Sequence[Printed]) -> Table | None:
    names = [head.name for head in heads if head.name != FACTS]
    names += [name for name in _FACTS if name not in names]
    rows = [*_rows(heads, names, body)]
    services = [row for row in rows if row.role == "service"]
    if len(services) < _FEWEST_SERVICES:
        return None
    while rows[-1].role == "words":
        rows.pop()
    tokens = tuple(token for head in heads for cell in head.cells for token in cell.tokens)
    return Table(columns=tuple(placeless(name) for name in names), rows=tuple(rows), head=tokens, is_paired=True)


def _rows(heads: Sequence[DeckHead], names: Sequence[str], body: Sequence[Printed]) -> Iterator[TableRow]:
    """The services and their sum, each from two rows, up to the first that are neither.

    A service whose second row was not read keeps what stands on its first.
    """
    at, between = 0, 0
    while at < len(body) and between <= _MOST_BETWEEN:
        row, own = body[at]
        below, under = body[at + 1] if at + 1 < len(body) else (row, ())
        near = bool(under) and below.y - row.y <= _PITCH * row.height
        upper, lower = _cells(heads, own, 0, row.height), _cells(heads, under, 1, row.height)
        role = _role(own, under, upper, lower) if near else None
        if role is None and upper is not None and _is_alone(own, under, upper, heads):
            yield TableRow(
                role="service", cells=tuple(upper.get(name, ()) for name in names), y=row.y, height=row.height
            )
            at, between = at + 1, 0
            continue
        if role is None or upper is None or lower is None:
            if any(atom.kind == "money" for atom in own):
                return
            cells = tuple(own if name == "description" else () for name in names)
            yield TableRow(role="words", cells=cells, y=row.y, height=row.height)
            at, between = at + 1, between + 1
            continue
        lower = _with_facts(lower)
        cells = tuple((*upper.get(name, ()), *lower.get(name, ())) for name in names)
        yield TableRow(role=role, cells=cells, y=row.y, height=row.height)
        if role == "total":
            return
        at, between = at + 2, 0


def _is_alone(own: Sequence[Atom], under: Sequence[Atom], upper: _Cells, heads: Sequence[DeckHead]) -> bool:
    """True for the first row of a service right above the sums, or where a page ends.

    What was paid or is due has a day as well, but costs nothing: "07/01/25   Please pay by   49.40".
    """
    ends = not under or is_total(" ".join(atom.text for atom in under if atom.kind == "text"))
    said = any(atom.date is not None for atom in own) or any(
        parse_code(atom.text) is not None for atom in upper.get("code", ())
    )
    charged = "charge" in upper or not any(head.name == "charge" and 0 in head.decks for head in heads)
    words = " ".join(atom.text for atom in own if atom.kind == "text")
    told = charged and not is_payment(words) and summary_field(words) is None
    return ends and said and told and any(atom.kind == "money" for atom in own)


def _role(own: Sequence[Atom], under: Sequence[Atom], upper: _Cells | None, lower: _Cells | None) -> Role | None:
    """What two rows are together: a service says by a code or a day which one it is."""
    if upper is None or lower is None or not any(atom.kind == "money" for atom in own):
        return None
    if any(atom.kind == "money" for name in upper.keys() & lower.keys() for atom in (*upper[name], *lower[name])):
        # Two services below each other.
        return None
    if is_total(" ".join(atom.text for atom in under if atom.kind == "text")):
        return None
    words = " ".join(atom.text for atom in own if atom.kind == "text")
    if is_total(words):
        return "total" if any(atom.kind == "money" for atom in under) else None
    code = " ".join(atom.text for atom in (*upper.get("code", ()), *_with_facts(lower).get("code", ())))
    if parse_code(code) is None and is_payment(words) and not {*upper, *lower} & {"charge"}:
        return "payment"
    dated = any(atom.date is not None for atom in (*own, *under))
    return "service" if dated or parse_code(code) is not None else None


def _with_facts(lower: _Cells) -> _Cells:
    """The lower row of a service, what it says of day, code and count below the words apart from these."""
    below = FACTS if FACTS in lower else "description"
    told = told_in(lower.get(below, ()))
    if not told or told.keys() & lower.keys() or not told.keys() <= set(_FACTS):
        return lower
    return {name: atoms for name, atoms in lower.items() if name != below} | dict(told)


def _cells(heads: Sequence[DeckHead], own: Sequence[Atom], deck: int, height: float) -> _Cells | None:
    """The values of one row by what they are, None where one stands under no head or two under the same."""
    found: dict[str, tuple[Atom, ...]] = {}
    own_deck = [head for head in heads if deck in head.decks]
    for atom in own:
        if atom.kind == "dash" and not any(map(str.isalnum, atom.text)) or _PERCENT.match(atom.text):
            # Which share a plan paid has no field.
            continue
        if atom.kind == "money":
            name = _over(own_deck, atom, height)
            if name is None or name in found:
                return None
        else:
            # A head may be centered over words that begin left of it.
            first = min((head.x0 for head in own_deck), default=0.0)
            worded = [head for head in own_deck if not head.is_amount]
            left = [head for head in worded if head.x0 <= max(atom.x0 + _ALIGNED * height, first)]
            if not left:
                return None
            name = max(left, key=lambda head: head.x0).name
        found[name] = (*found.get(name, ()), atom)
    return found


def _over(heads: Sequence[DeckHead], atom: Atom, height: float) -> str | None:
    """What the amount is by the head that it begins with, ends with or is centered under."""
    apart = {
        head.name: min(abs(atom.x0 - head.x0), abs(atom.x1 - head.x1), abs(atom.middle - (head.x0 + head.x1) / 2))
        for head in heads
        if head.is_amount
    }
    nearest = min(apart, key=apart.__getitem__, default=None)
    return nearest if nearest is not None and apart[nearest] <= _ALIGNED * height else None
