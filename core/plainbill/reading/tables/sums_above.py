"""Headings that print what the services below them come to: "Hospital fees  $3,412.40" above those of a hospital."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_named
from plainbill.reading.tables.told_below import is_told
from plainbill.reading.terms.codes import parse_code

# One row that its neighbors below add up to may be a service by chance.
_FEWEST_HEADINGS, _FEWEST_BELOW = 2, 2


def with_sums_above(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, those with neither code nor day that hold the sum of the named services below told as subtotals.

    Every service without a code has to be such a heading, or all stay what they are.
    """
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    headings = [i for i in services if not _is_named(columns, rows, i)]
    if charge is None or len(headings) < _FEWEST_HEADINGS or headings[0] != services[0]:
        return tuple(rows)
    for i, after in zip(headings, [*headings[1:], len(rows)], strict=True):
        below = [rows[j] for j in services if i < j < after]
        if len(below) < _FEWEST_BELOW or _amount(rows[i], charge) != sum(_amount(row, charge) for row in below):
            return tuple(rows)
    return tuple(replace(row, role="subtotal") if i in headings else row for i, row in enumerate(rows))


def _is_named(columns: Sequence[Column], rows: Sequence[TableRow], at: int) -> bool:
    """True where a day or a code says which service a row is, in its columns, among its words or on a row below."""
    below = [*takewhile(lambda other: other.role == "words", rows[at + 1 :])]
    own = (rows[at], *below)
    if is_named(columns, rows[at]) or below and is_told(below[0].atoms):
        return True
    return any(parse_code(atom.text) is not None for row in own for atom in row.atoms if atom.kind == "text")


def _amount(row: TableRow, column: int) -> Decimal:
    return next((atom.money for atom in row.cells[column] if atom.money is not None), Decimal(0))
