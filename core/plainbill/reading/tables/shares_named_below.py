"""Shares of the patient whose kind stands in parentheses below each amount: "$47.00" over "(copay)"."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_KINDS: Mapping[str, str] = {
    "(copay)": "copay", "(copayment)": "copay", "(co-pay)": "copay",
    "(coinsurance)": "coinsurance", "(co-insurance)": "coinsurance", "(deductible)": "deductible",
}  # fmt: skip
_SHARES = frozenset({"patient_paid", "patient_responsibility"})
_FEWEST = 2
_MOST_BELOW = 3


def with_shares_named_below(table: Table) -> Table:
    """Return the table, each share of a service as what the word below it says; their sum only where all are one."""
    place = next((i for i, column in enumerate(table.columns) if column.field in _SHARES), None)
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    named = {i: kind for i in services if place is not None and (kind := _kind_below(table, i, place)) is not None}
    if place is None or len(named) < _FEWEST or set(named.values()) & table.fields:
        return table
    # The word below the last share is no label of the sum below it.
    words = tuple(token for i in named for atom in _below(table, i, place) for token in atom.tokens)
    table = replace(table, captions=(*table.captions, *words))
    held = {i for i in services if any(atom.money for atom in table.rows[i].cells[place])}
    if held <= named.keys() and len(kinds := {*named.values()}) == 1:
        column = replace(table.columns[place], field=next(iter(kinds)))
        return replace(table, columns=(*table.columns[:place], column, *table.columns[place + 1 :]))
    names = sorted({*named.values()})
    rows = (_parted(row, place, named.get(i, ""), names) for i, row in enumerate(table.rows))
    return replace(table, columns=(*table.columns, *map(placeless, names)), rows=tuple(rows))


def _kind_below(table: Table, at: int, place: int) -> str | None:
    """What the words below a share in its own column say that it is, None where they say nothing of the kind."""
    words = " ".join(atom.text for atom in _below(table, at, place))
    return _KINDS.get(words.lower())


def _below(table: Table, at: int, place: int) -> list[Atom]:
    rows = takewhile(lambda row: row.role == "words", table.rows[at + 1 : at + 1 + _MOST_BELOW])
    return [atom for row in rows for atom in row.cells[place]]


def _parted(row: TableRow, place: int, kind: str, names: list[str]) -> TableRow:
    """The row with its share in the column of its kind."""
    if not kind:
        return replace(row, cells=(*row.cells, *((),) * len(names)))
    own = row.cells[place]
    kept = (*row.cells[:place], (), *row.cells[place + 1 :])
    return replace(row, cells=(*kept, *(own if name == kind else () for name in names)))
