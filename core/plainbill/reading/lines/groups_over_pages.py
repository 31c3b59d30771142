"""Groups of services that begin on one page and end on the next: "Total laboratory" there sums up no whole paper."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.terms.vocabulary import plain_key

_TOTAL = plain_key("total")


def with_groups_closed(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages, sums by the words of a heading on an earlier page as those of its group."""
    headings: set[str] = set()
    done: list[PageLayout] = []
    for layout in layouts:
        done.append(replace(layout, tables=tuple(_closed(table, headings) for table in layout.tables)))
        headings |= {key for table in layout.tables for row in table.rows if row.role == "words" and (key := _key(row))}
    return tuple(done)


def _closed(table: Table, headings: set[str]) -> Table:
    return replace(
        table,
        rows=tuple(
            replace(row, role="subtotal") if row.role == "total" and _is_of_a_group(row, headings) else row
            for row in table.rows
        ),
    )


def _is_of_a_group(row: TableRow, headings: set[str]) -> bool:
    key = _key(row)
    return any(key in (_TOTAL + heading, heading + _TOTAL) for heading in headings)


def _key(row: TableRow) -> str:
    return plain_key(row.text)
