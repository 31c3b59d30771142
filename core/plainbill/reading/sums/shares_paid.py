"""Sums of what somebody paid for each service of a notice: of a drug plan's it is the share that was theirs to pay."""

from collections.abc import Sequence

from plainbill.case import DocumentKind
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found

_PAID, _OWED = "totals.patient_paid", "totals.patient_responsibility"


def with_shares_paid(fields: dict[str, Found], kind: DocumentKind, layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the totals, such a sum as the share it is where the services print none but what was paid."""
    columns = frozenset().union(*(table.fields for layout in layouts for table in layout.tables if table.rows))
    told = "patient_paid" in columns and "patient_responsibility" not in columns
    if kind != "eob" or not told or _PAID not in fields or _OWED in fields:
        return fields
    return {_OWED if name == _PAID else name: found for name, found in fields.items()}
