"""Rows that sum up, told by what stands above them: "5 visits   840.00", what was paid in all, "Pay now:  50.00"."""

import re
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow

_COUNTED = re.compile(
    r"^\(?\d{1,3}\s(?:visits?|services?|items?|charges?|sessions?|treatments?|procedures?|tests?|days?|trips?)\)?:?$",
    re.IGNORECASE,
)


def with_counted_sums(table: Table) -> Table:
    """The table, such rows as subtotals where they are the sum of the charges above, up to another sum or a heading."""
    rows: list[TableRow] = []
    above: list[Decimal] = []
    for row in table.rows:
        if row.role == "service" and (amount := _amount(table, row)) is not None:
            if _COUNTED.match(row.text) and len(above) > 1 and sum(above) == amount:
                row = replace(row, role="subtotal")
            above = [] if row.role == "subtotal" else [*above, amount]
        elif row.role in {"total", "subtotal", "day"}:
            above = []
        rows.append(row)
    return replace(table, rows=tuple(rows))


def _amount(table: Table, row: TableRow) -> Decimal | None:
    return next((atom.money for atom in table.cell(row, "charge") if atom.money is not None), None)


def with_payments_summed_up(table: Table) -> Table:
    """The table, payments without a day below the total of dated services as what they are: sums of what was paid."""
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    dated = bool(services) and all(table.cell(table.rows[i], "date") for i in services)
    last = services[-1] if services else 0
    total = next((i for i, row in enumerate(table.rows) if i > last and row.role == "total"), None)
    if not dated or total is None:
        return table
    return replace(
        table,
        rows=tuple(
            replace(row, role="summary") if i > total and row.role == "payment" and not _has_a_day(row) else row
            for i, row in enumerate(table.rows)
        ),
    )


_ASKED_FOR = re.compile(
    r"\b(?:pay|pays|payments?|paid|least|minimum|due|owed?|owes|balance|monthly?|installments?|deposits?|discounts?|credits?"
    r"|insurance|medicare|medicaid|(?:not )?covered)\b",
    re.IGNORECASE,
)


def with_announced_sums(table: Table) -> Table:
    """The table, words about paying with a colon and an amount below its last sum as sums, where no service ends so."""
    roles = [row.role for row in table.rows]
    closed = max((i for i, role in enumerate(roles) if role in {"total", "subtotal"}), default=len(roles))
    services = [i for i, role in enumerate(roles) if role == "service"]
    announced = [i for i in services if _is_announced(table, table.rows[i])]
    if not announced or announced[0] < closed or not services[0] < closed:
        return table
    announced = [i for i in announced if _ASKED_FOR.search(table.rows[i].text)]
    return replace(
        table, rows=tuple(replace(row, role="summary") if i in announced else row for i, row in enumerate(table.rows))
    )


def _is_announced(table: Table, row: TableRow) -> bool:
    """True for words that end in a colon and one amount, with no day and no code."""
    *words, amount = row.atoms or (None,)
    told = any(table.cell(row, field) for field in ("date", "code", "revenue_code"))
    if told or amount is None or amount.money is None or not words or words[-1] is None:
        return False
    return words[-1].text.endswith(":") and all(atom is not None and atom.kind == "text" for atom in words)


def _has_a_day(row: TableRow) -> bool:
    return any(atom.date is not None for atom in row.atoms)
