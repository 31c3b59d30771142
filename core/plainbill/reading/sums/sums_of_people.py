"""Sums of one of a family on a notice for all of them: "Subtotal Ada" closes the claims of Ada Lombard."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.terms.vocabulary import plain_key

_OF_WHOM = re.compile(r"^sub[- ]?totals?\s(?:(?:for|of)\s)?(?P<name>\D+)$", re.IGNORECASE)


def with_sums_of_people(layouts: Sequence[PageLayout], patient: Found | None) -> Sequence[PageLayout]:
    """Return the pages of one patient's paper, the only subtotal as a total where it names the patient.

    Where a total is printed beside it, it sums up less.
    """
    rows = [row for layout in layouts for table in layout.tables for row in table.rows]
    sums = [row for row in rows if row.role in {"subtotal", "total"}]
    if patient is None or len(sums) != 1 or not _is_of(sums[0], str(patient.value)):
        return layouts
    return [replace(layout, tables=tuple(_closed(table, sums[0]) for table in layout.tables)) for layout in layouts]


def _is_of(row: TableRow, patient: str) -> bool:
    named = _OF_WHOM.match(row.text) if row.role == "subtotal" else None
    return named is not None and plain_key(named["name"]) in {plain_key(patient), plain_key(patient.split()[0])}


def _closed(table: Table, summed: TableRow) -> Table:
    rows = (replace(row, role="total") if row is summed else row for row in table.rows)
    return replace(table, rows=tuple(rows)) if summed in table.rows else table
