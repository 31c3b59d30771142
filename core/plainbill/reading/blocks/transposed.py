"""Tables on their side: every service has a column of its own, and its code, day and amounts stand on labeled rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.reasons import reason_at
from plainbill.reading.tables.labeled_amounts import amount_of_one
from plainbill.reading.terms.codes import parse_code

_FEWEST_SERVICES, _FEWEST_AMOUNTS = 2, 3
_NO_AMOUNTS = frozenset({"date", "description", "remark", "status"})
# A value stands under its code, the middle of one so many heights from that of the other at most.
_ALIGNED = 3.5
# Words that begin or end with their code do so within so many heights.
_LEVEL = 1.0
# Whose what is left is; "You save" and "You cannot be billed for" are the opposite.
_LEFT_TO_YOU = re.compile(
    r"^(?:what |amount )?(?:you|your|patient|member)\b"
    r"(?!.*\b(?:not|cannot|can't|won't|never|saved?|savings?|discounts?)\b)",
    re.IGNORECASE,
)
# Rows of the table follow each other within so many heights.
_NEXT_ROW = 4.0
# Rows of one text stand closer than this.
_LINE_PITCH = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class LabeledRow:
    """A row of such a table: what its label says the values are, and the values by service."""

    field: str
    label: tuple[Atom, ...]
    values: tuple[tuple[Atom, ...], ...]
    total: tuple[Atom, ...]


def transposed_table(rows: Sequence[Row], cells: Sequence[Sequence[Cell]]) -> Table | None:
    """Return the services of a table that has a column for each, None where the page has no such table.

    `cells` are those of each row.
    """
    rows, cells = _with_labels_joined(rows, cells)
    for at, own in enumerate(cells):
        labeled = bool(own) and not _is_code(own[0])
        codes = [cell for cell in own[labeled:] if _is_code(cell)]
        if len(codes) < _FEWEST_SERVICES or len(codes) != len(own) - labeled or labeled and not _says(own[0], "code"):
            continue
        middles = [_middle(cell.atoms) for cell in codes]
        reach = min(_ALIGNED * rows[at].height, 0.5 * min(b - a for a, b in zip(middles, middles[1:], strict=False)))
        listed = [*_around(rows, cells, at, codes, reach)]
        amounts = [each for each in listed if each.field not in _NO_AMOUNTS]
        if len(amounts) >= _FEWEST_AMOUNTS and any(each.field == "charge" for each in amounts):
            code = LabeledRow(
                field="code",
                label=own[0].atoms if labeled else (),
                values=tuple(cell.atoms for cell in codes),
                total=(),
            )
            return table_of(rows[at], [code, *listed])
    return None


def _with_labels_joined(rows: Sequence[Row], cells: Sequence[Sequence[Cell]]) -> tuple[list[Row], list[Sequence[Cell]]]:
    """The rows without those that only go on with the label above them: "Applied to" with values, over "deductible"."""
    kept_rows: list[Row] = []
    kept: list[Sequence[Cell]] = []
    for row, own in zip(rows, cells, strict=True):
        above = kept[-1] if kept else ()
        if above and row.y - kept_rows[-1].y < _LINE_PITCH * row.height and _goes_on_with(above, own):
            joined = Cell(atoms=(*above[0].atoms, *own[0].atoms), height=above[0].height)
            kept[-1] = (joined, *above[1:])
        else:
            kept_rows.append(row)
            kept.append(own)
    return kept_rows, kept


def _goes_on_with(above: Sequence[Cell], own: Sequence[Cell]) -> bool:
    """True where one cell of words stands below the label of a row of values, and both together are a known label."""
    if len(above) <= _FEWEST_SERVICES or len(own) != 1 or own[0].x1 > above[1].x0:
        return False
    level = abs(own[0].x0 - above[0].x0) < _LEVEL * own[0].height
    worded = all(atom.kind == "text" for atom in own[0].atoms)
    both = Cell(atoms=(*above[0].atoms, *own[0].atoms), height=own[0].height)
    return level and worded and (field_of(both) is not None or _says(both, "code"))


def _around(
    rows: Sequence[Row], cells: Sequence[Sequence[Cell]], at: int, codes: Sequence[Cell], reach: float
) -> Iterator[LabeledRow]:
    """The rows below that of the codes, and the rows of days and words right above it."""
    middles = [_middle(cell.atoms) for cell in codes]
    top = at
    if (dated := _days_above(rows, cells, at, middles, reach)) is not None:
        yield dated
        top = at - 1
    if top and rows[top].y - rows[top - 1].y < _NEXT_ROW * rows[top].height and cells[top - 1]:
        labeled = cells[top - 1][0].x1 < codes[0].x0 - _ALIGNED * codes[0].height
        label = cells[top - 1][0].atoms if labeled else ()
        named = [part for cell in cells[top - 1][labeled:] for part in _parted(cell, codes)]
        above = _words_over(codes, named)
        if not labeled and top > 1 and _goes_on(rows, top - 1):
            # Words that wrap stand over two rows, and those of one row there alone; so do those over the sums.
            listed = [cell for cell in cells[top - 2] if cell.x0 < codes[-1].x1]
            wrapped = _words_over(codes, listed, named)
            above = wrapped if all(wrapped) else above
        if all(above) and all(atom.kind == "text" for words in above for atom in words):
            yield LabeledRow(field="description", label=label, values=above, total=())
    seen = {"date"} if dated is not None else set[str]()
    charged: tuple[tuple[Atom, ...], ...] = ()
    off: tuple[tuple[Atom, ...], ...] = ()
    paid: tuple[tuple[Atom, ...], ...] = ()
    of_what_is_left: set[str | None] = set()
    summed: float | None = None
    for i in range(at + 1, len(rows)):
        if rows[i].y - rows[i - 1].y > _NEXT_ROW * rows[i].height or not cells[i]:
            return
        first, *rest = _label_apart(cells[i], middles[0] - reach)
        field = field_of(first)
        values = tuple(_near(rest, middle, reach) for middle in middles)
        if field in of_what_is_left and charged and off and _are_left(values, charged, off):
            # "Price after savings".
            field = "allowed"
        elif field is None and _LEFT_TO_YOU.match(first.text) and charged and paid and _are_left(values, charged, paid):
            # What the plan did not pay, "You may be billed": all that is left, where nobody says that it is taken off.
            field = "patient_responsibility"
        if field is None or field in seen or field in {"charge", "date"} and not all(values):
            return
        seen.add(field)
        charged = values if field == "charge" else charged
        if field in {"adjustment", "not_covered"} and not off:
            # What is taken off besides what is not covered, "Plan savings", may be all the rest.
            off, of_what_is_left = values, {None, "adjustment"} if field == "adjustment" else {None}
        paid = values if field == "plan_paid" else paid
        placed = [id(atom) for value in values for atom in value]
        total = tuple(atom for cell in rest for atom in cell.atoms if id(atom) not in placed)
        if all(values) and len(total) == 1:
            # Here stands what sums up all services.
            summed = total[0].middle
        if not all(values) and total and not (len(total) == 1 and _is_at(summed, total[0], reach)):
            # What stands beside the columns of the services may be that of any of them.
            return
        if any(values) or total:
            yield LabeledRow(field=field, label=first.atoms, values=values, total=total if len(total) == 1 else ())


def _label_apart(cells: Sequence[Cell], edge: float) -> list[Cell]:
    """The cells of a row, an amount close behind its long label apart from it: values stand right of the edge."""
    first, *rest = cells
    at = next((i for i, atom in enumerate(first.atoms) if i and atom.money is not None), None)
    if at is None or first.atoms[at].middle < edge:
        return list(cells)
    return [Cell(atoms=first.atoms[:at], height=first.height), Cell(atoms=first.atoms[at:], height=first.height), *rest]


def _parted(cell: Cell, codes: Sequence[Cell]) -> list[Cell]:
    """The words in a cell over several codes, cut where each part ends with its code, or begins with it."""
    over = [code for code in codes if cell.x0 < code.x1 and code.x0 < cell.x1]
    if not _FEWEST_SERVICES <= len(over) <= len(cell.atoms):
        return [cell]
    ending = [_nearest_at([atom.x1 for atom in cell.atoms[:-1]], code.x1) for code in over[:-1]]
    beginning = [_nearest_at([atom.x0 for atom in cell.atoms[1:]], code.x0) for code in over[1:]]
    ends, begins = abs(cell.x1 - over[-1].x1), abs(cell.x0 - over[0].x0)
    _, aligned = min(
        ((edge + sum(away for away, _ in found), found) for edge, found in ((ends, ending), (begins, beginning))),
        key=lambda entry: entry[0],
    )
    cuts = [0, *(at + 1 for _, at in aligned), len(cell.atoms)]
    parts = [Cell(atoms=cell.atoms[start:stop], height=cell.height) for start, stop in pairwise(cuts) if start < stop]
    apart = len(parts) == len(over) and all(away < _LEVEL * cell.height for away, _ in aligned)
    return parts if apart else [cell]


def _nearest_at(places: Sequence[float], wanted: float) -> tuple[float, int]:
    """How far the nearest of the places is, and which it is."""
    return min((abs(place - wanted), i) for i, place in enumerate(places))


def field_of(label: Cell) -> str | None:
    """Return what the label of a row says that its values are."""
    if (name := next((name for name in ("date", "remark", "status") if _says(label, name)), None)) is not None:
        return name
    return amount_of_one(label.atoms)


def _is_at(place: float | None, atom: Atom, reach: float) -> bool:
    return place is not None and abs(atom.middle - place) < reach


def _days_above(
    rows: Sequence[Row], cells: Sequence[Sequence[Cell]], at: int, middles: Sequence[float], reach: float
) -> LabeledRow | None:
    """The row of days right above that of the codes, None where another stands there."""
    if not at or not cells[at - 1] or rows[at].y - rows[at - 1].y > _NEXT_ROW * rows[at].height:
        return None
    first, *rest = cells[at - 1]
    values = tuple(_near(rest, middle, reach) for middle in middles)
    dated = all(value and value[0].date is not None for value in values)
    return (
        LabeledRow(field="date", label=first.atoms, values=values, total=()) if dated and _says(first, "date") else None
    )


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    return rows[at].y - rows[at - 1].y < _LINE_PITCH * rows[at].height


def _words_over(codes: Sequence[Cell], *above: Sequence[Cell]) -> tuple[tuple[Atom, ...], ...]:
    """The words over each code, from the top row to the lowest; none where a cell of theirs stands over no code."""
    if len(above) == 1:
        return tuple(_nearest(above[0], code) for code in codes)
    words: list[list[Atom]] = [[] for _ in codes]
    for cell in (cell for row in above for cell in row):
        over = [i for i, code in enumerate(codes) if cell.x0 < code.x1 and code.x0 < cell.x1]
        if len(over) != 1:
            return tuple(() for _ in codes)
        words[over[0]] += cell.atoms
    return tuple(tuple(own) for own in words)


def _are_left(
    values: Sequence[Sequence[Atom]], charged: Sequence[Sequence[Atom]], off: Sequence[Sequence[Atom]]
) -> bool:
    """True where each value is what is left of a charge once what is taken off is gone."""
    of_each = ((_amount(a), _amount(b), _amount(c)) for a, b, c in zip(charged, off, values, strict=True))
    return all(
        whole is not None and less is not None and rest is not None and whole - abs(less) == rest
        for whole, less, rest in of_each
    )


def _amount(value: Sequence[Atom]) -> Decimal | None:
    return next((atom.money for atom in value if atom.money is not None), None)


def _near(cells: Sequence[Cell], middle: float, reach: float) -> tuple[Atom, ...]:
    """The value of the service whose code stands at `middle`."""
    return next((cell.atoms for cell in cells if abs(_middle(cell.atoms) - middle) < reach), ())


def _nearest(named: Sequence[Cell], code: Cell) -> tuple[Atom, ...]:
    """The words over a code: those whose beginning, middle or end stands nearest to its own."""
    places = ((cell, min(abs(cell.x0 - code.x0), abs(cell.x1 - code.x1))) for cell in named)
    near = [(away, cell.x0, cell) for cell, away in places if away < code.x1 - code.x0 + _ALIGNED * code.height]
    return min(near, key=lambda entry: entry[:2])[2].atoms if near else ()


def _reason_in(label: Sequence[Atom]) -> tuple[Atom, ...]:
    """The reason of a plan that a label names in parentheses: "Reduction (CO-45)"."""
    named = [atom for atom in label if _IN_PARENTHESES.match(atom.text)]
    bare = tuple(replace(atom, text=atom.text.strip("():")) for atom in named[:1])
    return bare if bare and reason_at(bare) is not None else ()


_IN_PARENTHESES = re.compile(r"^\(.+\):?$")


def table_of(row: Row, listed: Sequence[LabeledRow]) -> Table:
    """Return the services and their sums as a table; `row` is the one that begins it."""
    columns = tuple(placeless(each.field) for each in listed)
    services = tuple(
        TableRow(role="service", cells=tuple(_with_reason(each, i) for each in listed), y=row.y + i, height=row.height)
        for i in range(len(listed[0].values))
    )
    totals = tuple(each.total for each in listed)
    closing = TableRow(role="total", cells=totals, y=row.y + len(services), height=row.height)
    head = tuple(token for each in listed for atom in each.label for token in atom.tokens)
    return Table(columns=columns, rows=(*services, closing) if any(totals) else services, head=head, is_paired=True)


def _with_reason(labeled: LabeledRow, i: int) -> tuple[Atom, ...]:
    """A value of a service, behind the reason that its label says once for all services."""
    value = labeled.values[i]
    takes_off = labeled.field == "adjustment" and any(atom.money for atom in value)
    return (*_reason_in(labeled.label), *value) if takes_off else value


def _middle(atoms: Sequence[Atom]) -> float:
    return (atoms[0].x0 + atoms[-1].x1) / 2


def _is_code(cell: Cell) -> bool:
    return parse_code(cell.text) is not None


def _says(cell: Cell, field: str) -> bool:
    meaning = meaning_of(tuple(token.text for token in cell.tokens))
    return meaning is not None and meaning.exact and field in meaning.fields
