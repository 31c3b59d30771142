"""Sums at the edges of pages that no word tells: what all services up to there come to, over several pages."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.tables.row_roles import is_named
from plainbill.reading.tables.services import amounts_of

# One service may well cost what two others do together.
_FEWEST_ABOVE, _FEWEST_PAGES = 3, 2


def without_page_sums(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages, rows that hold what all services of this and earlier pages cost told as sums of those."""
    kept: list[PageLayout] = []
    charged: list[tuple[int, Decimal]] = []
    for page, layout in enumerate(layouts):
        tables = [_told(table, page, charged) for table in layout.tables]
        kept.append(replace(layout, tables=tuple(tables)))
    return tuple(kept)


def _told(table: Table, page: int, charged: list[tuple[int, Decimal]]) -> Table:
    """The table; what its services cost is put behind what those before it do."""
    if table.is_furniture:
        return table
    rows: list[TableRow] = []
    for row in table.rows:
        amounts = amounts_of(table, row) if row.role == "service" else {}
        charge = amounts["charge"].money if "charge" in amounts else None
        if charge is not None and amounts.keys() == {"charge"} and not _is_named(table, row):
            row = replace(row, role="subtotal") if _adds_up(charge, page, charged) else row
        if charge is not None and row.role == "service":
            charged.append((page, charge))
        rows.append(row)
    return replace(table, rows=tuple(rows))


def _adds_up(charge: Decimal, page: int, charged: Sequence[tuple[int, Decimal]]) -> bool:
    pages = {at for at, _ in charged} | {page}
    whole = sum((amount for _, amount in charged), Decimal(0))
    return len(charged) >= _FEWEST_ABOVE and len(pages) >= _FEWEST_PAGES and bool(charge) and charge == whole


def _is_named(table: Table, row: TableRow) -> bool:
    """True where a day, a code or a count says that the row is a service."""
    return is_named(table.columns, row) or bool(table.cell(row, "units", "revenue_code"))
