"""Tables on their side whose services have no code: words over each column, its day and amounts below, and a total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from plainbill.reading.blocks.transposed import LabeledRow, field_of, table_of
from plainbill.reading.columns.table import Table
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.wording import is_total

_FEWEST_SERVICES, _FEWEST_AMOUNTS = 2, 3
# Rows follow each other within so many heights, values stand as near to the edge or the middle of their words.
_NEXT_ROW, _ALIGNED = 4.0, 2.0


def table_of_named_columns(rows: Sequence[Row], cells: Sequence[Sequence[Cell]]) -> Table | None:
    """Return the services of a table that has a named column for each, None where the page has no such table.

    Each has its day, and so that no other columns are taken for services, their charges come to the one in the column
    of totals. `cells` are those of each row.
    """
    for at, own in enumerate(cells):
        # A word in the corner heads the labels.
        for named in (own[1:], own):
            if not _are_names(named) or at + 1 >= len(rows):
                continue
            listed = [*_below(rows, cells, at, named)]
            by_field = {each.field: each for each in listed}
            amounts = by_field.keys() & AMOUNT_FIELDS
            if "charge" not in amounts or "date" not in by_field or len(amounts) < _FEWEST_AMOUNTS:
                continue
            if all(by_field["date"].values) and all(map(_adds_up, listed)):
                words = tuple(cell.atoms for cell in named[:-1])
                return table_of(rows[at], [LabeledRow(field="description", label=(), values=words, total=()), *listed])
    return None


def _are_names(cells: Sequence[Cell]) -> bool:
    """True for words over two columns or more and the word of a sum over the last; none is over amounts of a kind."""
    if len(cells) <= _FEWEST_SERVICES or not is_total(cells[-1].text):
        return False
    if any(atom.kind != "text" for cell in cells for atom in cell.atoms):
        return False
    meanings = [meaning_of(tuple(token.text for token in cell.tokens)) for cell in cells[:-1]]
    return not any(meaning is not None and meaning.exact and AMOUNT_FIELDS & {*meaning.fields} for meaning in meanings)


def _below(
    rows: Sequence[Row], cells: Sequence[Sequence[Cell]], at: int, named: Sequence[Cell]
) -> Iterator[LabeledRow]:
    """The labeled rows below the words, each once, up to the first that does not fill the columns."""
    seen: set[str] = set()
    for i in range(at + 1, len(rows)):
        if rows[i].y - rows[i - 1].y > _NEXT_ROW * rows[i].height or len(cells[i]) <= _FEWEST_SERVICES:
            return
        label, *values = cells[i]
        placed = _placed(named, values)
        if placed is None or label.x1 > named[0].x1 or any(atom.kind != "text" for atom in label.atoms):
            return
        *own, total = placed
        field = field_of(label)
        if field is not None and field not in seen:
            seen.add(field)
            yield LabeledRow(field=field, label=label.atoms, values=tuple(own), total=total)


def _placed(named: Sequence[Cell], values: Sequence[Cell]) -> list[tuple[Atom, ...]] | None:
    """The values by the words they stand under, None where one stands under none or two under the same."""
    found: list[tuple[Atom, ...]] = [()] * len(named)
    for value in values:
        away = [min(abs(value.x0 - n.x0), abs(value.x1 - n.x1), abs(value.middle - n.middle)) for n in named]
        nearest = away.index(min(away))
        if len(value.atoms) > 1 or found[nearest] or away[nearest] > _ALIGNED * value.height:
            return None
        found[nearest] = value.atoms
    return found


def _adds_up(row: LabeledRow) -> bool:
    """True unless the amounts of a row come to another one than its total."""
    if row.field not in AMOUNT_FIELDS:
        return True
    amounts = [atom.money for value in row.values for atom in value if atom.money is not None]
    total = next((atom.money for atom in row.total), None)
    return total is not None and sum(amounts, Decimal(0)) == total
