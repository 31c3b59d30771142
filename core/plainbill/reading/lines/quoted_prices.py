"""The one of two prices of each service that an estimate adds up: "Cash price" beside "Usual price"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.table import Table
from plainbill.reading.layout import PageLayout

_FEWEST_SERVICES = 2
_CHARGE, _ESTIMATE, _OPEN = "charge", "estimate_total", frozenset({UNKNOWN, "unit_price"})


def with_quoted_prices(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages of one paper, the prices that its estimate comes to called charges in place of larger ones.

    What a service costs others is no charge of an estimate that offers it for less.
    """
    told = {
        abs(label.value.value)
        for layout in layouts
        for label in layout.labels
        if _ESTIMATE in label.fields and isinstance(label.value.value, Decimal)
    }
    tables = [table for layout in layouts for table in layout.tables if not table.is_furniture and _prices(table)]
    quoted = _quoted(tables[0], told) if len(tables) == 1 and len(told) == 1 else None
    if quoted is None:
        return tuple(layouts)
    return tuple(
        replace(layout, tables=tuple(quoted if table is tables[0] else table for table in layout.tables))
        for layout in layouts
    )


def _prices(table: Table) -> list[list[Decimal | None]]:
    """The amounts of each service, one for each column."""
    return [
        [next((atom.money for atom in cell if atom.money is not None), None) for cell in row.cells]
        for row in table.rows
        if row.role == "service"
    ]


def _quoted(table: Table, told: set[Decimal]) -> Table | None:
    """The table with the one column of open prices that adds up to what is told as its charges, or None."""
    fields = [column.field for column in table.columns]
    prices = _prices(table)
    if fields.count(_CHARGE) != 1 or "units" in fields or len(prices) < _FEWEST_SERVICES:
        return None
    sums = {i: _sum([row[i] for row in prices]) for i, field in enumerate(fields) if field in {*_OPEN, _CHARGE}}
    charge = fields.index(_CHARGE)
    found = [i for i, whole in sums.items() if i != charge and whole in told]
    if len(found) != 1 or sums[charge] is None or sums[charge] in told:
        return None
    named = {charge: UNKNOWN, found[0]: _CHARGE}
    columns = (replace(column, field=named.get(i, column.field)) for i, column in enumerate(table.columns))
    return replace(table, columns=tuple(columns))


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """What a column comes to, None where a service has no amount in it."""
    whole = [amount for amount in amounts if amount is not None]
    return sum(whole, Decimal(0)) if len(whole) == len(amounts) else None
