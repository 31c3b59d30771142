"""Amounts of a service on rows of their own below it, each behind its label, as portals say what became of a charge."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.labeled_amounts import amount_of_one

_TAKEN_OFF = frozenset({"adjustment", "plan_paid", "other_paid", "patient_paid"})
_LEFT = "patient_responsibility"
# One charge alone may stand above the sums of the whole paper.
_FEWEST_SERVICES, _FEWEST_ROWS, _MOSTLY = 2, 2, 0.8
_ROLES = frozenset({"summary", "total", "subtotal", "payment", "words"})

_Labeled = Mapping[str, tuple[tuple[Atom, ...], Atom]]


def with_labeled_rows(table: Table) -> Table:
    """The table with the amounts that labels below each service give it; as it is where they do not add up.

    Only where the charge less what is taken off leaves what the patient owes, in most services, are these rows a
    service's own and no payments or sums of the paper.
    """
    blocks = [_block(table.rows, at) for at, row in enumerate(table.rows) if row.role == "service"]
    closed = [_closes(table, row, own) for row, own in blocks]
    if sum(closed) < max(_FEWEST_SERVICES, _MOSTLY * len(blocks)):
        return table
    names = list(dict.fromkeys(name for _, own in blocks for name in own))
    headed = [name for name in names if name in table.fields]
    if any(table.cell(row, name) for row, _ in blocks for name in headed):
        return table
    names = [name for name in names if name not in headed]
    labels = tuple(token for _, own in blocks for words, _ in own.values() for atom in words for token in atom.tokens)
    below = dict(zip((row.y for row, _ in blocks), (own for _, own in blocks), strict=True))
    return replace(
        table,
        columns=(*table.columns, *(placeless(name) for name in names)),
        rows=tuple(_rows(table, below, names, headed)),
        head=(*table.head, *labels),
    )


def _rows(
    table: Table, blocks: Mapping[float, _Labeled], names: Sequence[str], headed: Sequence[str]
) -> Iterator[TableRow]:
    """The rows with amounts that have columns of their own from now on, and those of `headed` columns in them."""
    used = {id(amount) for own in blocks.values() for _, amount in own.values()}
    for row in table.rows:
        if any(id(atom) in used for atom in row.atoms):
            continue
        own = blocks.get(row.y, {})
        cells = [
            (own[column.field][1],) if column.field in headed and column.field in own else cell
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        added = ((own[name][1],) if name in own else () for name in names)
        yield replace(row, cells=(*cells, *added))


def _block(rows: Sequence[TableRow], at: int) -> tuple[TableRow, _Labeled]:
    """The service and the labeled amounts of the rows right below it, up to the first that says another thing."""
    own: dict[str, tuple[tuple[Atom, ...], Atom]] = {}
    for row in itertools.takewhile(lambda row: row.role in _ROLES, rows[at + 1 :]):
        amounts = [atom for atom in row.atoms if atom.kind == "money"]
        if not amounts:
            continue
        words = tuple(atom for atom in row.atoms if atom.kind == "text")
        name = amount_of_one(words) if len(amounts) == 1 and len(words) + 1 == len(row.atoms) else None
        if name is None or name == "charge" or name in own:
            break
        own[name] = (words, amounts[0])
    return rows[at], own


def _closes(table: Table, row: TableRow, own: _Labeled) -> bool:
    """True where the charge less what is taken off is what the patient owes."""
    charges = [atom.money for atom in table.cell(row, "charge") if atom.money is not None]
    if len(own) < _FEWEST_ROWS or len(charges) != 1 or _LEFT not in own:
        return False
    amounts = {name: atom.money for name, (_, atom) in own.items()}
    taken = sum((abs(amount) for name, amount in amounts.items() if name in _TAKEN_OFF and amount is not None), start=0)
    return charges[0] - taken == amounts[_LEFT]
