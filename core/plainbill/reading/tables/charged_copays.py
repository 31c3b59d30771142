"""Copays and late fees that are charged, though their words are those of payments and of closing sums."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.row_roles import is_late_fee
from plainbill.reading.terms.wording import is_charged_copay


def with_charged_copays(found: Sequence[TableRow]) -> list[TableRow]:
    """Where payments are printed below zero, a copay above it that nobody says was paid is what is charged."""
    paid = [row for row in found if row.role == "payment"]
    if not any(_amount(row) < 0 for row in paid):
        return [*found]
    return [
        replace(row, role="service") if row in paid and _amount(row) > 0 and is_charged_copay(row.text) else row
        for row in found
    ]


def _amount(row: TableRow) -> Decimal:
    """The first amount of a row, zero where it has none."""
    return next((atom.money for atom in row.atoms if atom.money is not None), Decimal(0))


def with_late_fees(found: Sequence[TableRow]) -> list[TableRow]:
    """Of several fees for paying late among the services no label holds the sum: each is a charge of its own."""
    total = next((i for i, row in enumerate(found) if row.role == "total"), len(found))
    fees = [i for i, row in enumerate(found[:total]) if row.role == "summary" and is_late_fee(row.atoms)]
    return [replace(row, role="service") if len(fees) > 1 and i in fees else row for i, row in enumerate(found)]
