"""Columns of amounts that the sums of the paper name: "We took off $910.00", which is what "Excluded" adds up to."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table
from plainbill.reading.layout import PageLayout

_EXCLUDED, _TAKEN_OFF = "not_covered", "adjustment"
_SUMS = {"total_not_covered": _EXCLUDED, "total_adjustments": _TAKEN_OFF, "adjustments": _TAKEN_OFF}


def named_by_told_sums(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages of one paper, a column of what is left out called so as the paper calls its sum.

    What is excluded of a charge may be taken off by contract or left to the patient: a sum in words tells.
    """
    told: dict[Decimal, set[str]] = {}
    for label in (label for layout in layouts for label in layout.labels):
        if isinstance(label.value.value, Decimal):
            told.setdefault(abs(label.value.value), set()).update(_SUMS[f] for f in label.fields if f in _SUMS)
    columns = [table for layout in layouts for table in layout.tables if _EXCLUDED in table.fields]
    if any(_TAKEN_OFF in table.fields for table in columns):
        return tuple(layouts)
    excluded = sum((_sum(table) for table in columns), Decimal(0))
    if not excluded or told.get(excluded) != {_TAKEN_OFF}:
        return tuple(layouts)
    return tuple(replace(layout, tables=tuple(map(_named, layout.tables))) for layout in layouts)


def _sum(table: Table) -> Decimal:
    amounts = (table.cell(row, _EXCLUDED) for row in table.rows if row.role == "service")
    return sum((atom.money for cell in amounts for atom in cell if atom.money is not None), Decimal(0))


def _named(table: Table) -> Table:
    columns = (replace(column, field=_TAKEN_OFF) if column.field == _EXCLUDED else column for column in table.columns)
    return replace(table, columns=tuple(columns))
