"""What a column headed "Paid" comes to where the paper says that the patient paid in full, as superbills do."""

import re
from collections.abc import Sequence

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.tables.services import amounts_of

_PAID_IN_FULL = re.compile(
    r"(?<!\bif )(?<!\bunless )(?<!\buntil )(?<!\bif the )(?<!\bunless the )(?<!\buntil the )"
    r"\b(?:client|patient|member|family) (?:has |have )?(?:already )?paid (?:in full|for (?:all|these|the))\b"
    r"|\b(?:services|visits|sessions|fees) (?:were|have been) paid in full by the (?:client|patient|member|family)\b",
    re.IGNORECASE,
)


def column_paid_in_full(closing: Sequence[tuple[Table, TableRow]], layouts: Sequence[PageLayout]) -> Found | None:
    """Return the sum of a column that leaves open who paid, where a sentence says that the patient paid all of it."""
    said = any(_PAID_IN_FULL.search(cell.text) for layout in layouts for row in layout.cells for cell in row)
    for table, row in closing if said else ():
        amounts = amounts_of(table, row)
        for name in (column.field for column in table.columns if table.leaves_payer_open(column)):
            if name in amounts and amounts[name].money == (amounts["charge"].money if "charge" in amounts else None):
                return from_atoms(amounts[name].money, [amounts[name]])
    return None
