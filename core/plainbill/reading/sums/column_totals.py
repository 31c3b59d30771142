"""Closing sums labeled with the head of a column: what the column means goes to the amount that adds it up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.sums.closing_rows import BY_COLUMN
from plainbill.reading.tables.services import amounts_of
from plainbill.reading.terms.vocabulary import plain_key

_ON_A_BILL: Mapping[str, str] = {"plan_paid": "insurance_paid", "patient_responsibility": "balance_due"}
_FEWEST_LINES = 2


def totals_by_columns(layouts: Sequence[PageLayout], kind: DocumentKind) -> Iterator[tuple[str, Found]]:
    """Return the path and the amount of each sum whose words are those over a column, and that adds it up."""
    if kind not in {"bill", "eob"}:
        return
    heads, sums = _columns(layouts)
    for layout in layouts:
        for row in layout.free:
            label, amount = label_and_amount(_last_pair(row))
            label = _OF_ALL.sub("", label)
            field = heads.get(_singular(label)) if label else None
            if _OF_THE_PERIOD.match(label) and kind == "bill" and sums.get("charge"):
                # "This month's therapy": what it sums up no column says, but its amount does.
                field = field or "charge"
            if field is None or amount is None or not sums.get(field) or amount.value != sums[field]:
                continue
            name = BY_COLUMN[field]
            yield f"totals.{_ON_A_BILL.get(name, name) if kind == 'bill' else name}", amount
    if kind == "eob" and (paid := _paid_by_the_plan(layouts)) is not None:
        yield "totals.plan_paid", paid


def _paid_by_the_plan(layouts: Sequence[PageLayout]) -> Found | None:
    """What a notice calls paid in all, "Total paid this bill", where it is what the plan paid of all services."""
    tables = [table for layout in layouts for table in layout.tables]
    services = [amounts_of(table, row) for table in tables for row in table.rows if row.role == "service"]
    paid = [abs(own["plan_paid"].money or Decimal(0)) for own in services if "plan_paid" in own]
    if len(paid) < _FEWEST_LINES or not any(paid):
        return None
    labels = (label for layout in layouts for label in layout.labels if label.field == "total_payments")
    return next((label.value for label in labels if label.value.value == sum(paid, Decimal(0))), None)


def _columns(layouts: Sequence[PageLayout]) -> tuple[Mapping[str, str], Mapping[str, Decimal]]:
    """What each head of amounts stands for, where all tables agree, and the sum of what stands below it."""
    meant: dict[str, set[str]] = {}
    sums: dict[str, list[Decimal]] = {}
    for table in (table for layout in layouts for table in layout.tables if table.head):
        services = [amounts_of(table, row) for row in table.rows if row.role == "service"]
        for column in table.columns:
            words = " ".join(token.text for token in column.head.tokens)
            if services and words and column.field in BY_COLUMN:
                meant.setdefault(_singular(words), set()).add(column.field)
        for own in services:
            for field, atom in own.items():
                sums.setdefault(field, []).append(abs(atom.money or Decimal(0)))
    heads = {key: next(iter(fields)) for key, fields in meant.items() if len(fields) == 1}
    added = {field: sum(own, Decimal(0)) for field, own in sums.items() if len(own) >= _FEWEST_LINES}
    return heads, added


# "Both claims, plan sends" is what that column comes to.
_OF_ALL = re.compile(r"^(?:all|both)\s(?:claims|visits|stays|patients|services)[,:]?\s(?=\w)", re.IGNORECASE)
_OF_THE_PERIOD = re.compile(r"(?:this|today'?s|current|new)\s", re.IGNORECASE)


def _singular(words: str) -> str:
    """What the words are compared by: "Fees" below a column of fees is the same, however short it is."""
    return plain_key(words).removesuffix("s")


def _last_pair(row: Sequence[Cell]) -> Sequence[Cell]:
    """The cell of an amount that ends a row, with that of its label: beside both may stand print of a paragraph."""
    alone = bool(row) and len(row[-1].atoms) == 1 and row[-1].atoms[0].money is not None
    return row[-2:] if alone else row


def label_and_amount(row: Sequence[Cell]) -> tuple[str, Found | None]:
    """The words and the one amount that a row ends in, where it prints nothing else."""
    atoms = [atom for cell in row for atom in cell.atoms]
    amounts = [atom for atom in atoms if atom.money is not None]
    words = [atom.text for atom in atoms if atom.kind == "text"]
    if len(amounts) != 1 or not words or atoms[-1] is not amounts[0] or len(words) + 1 != len(atoms):
        return "", None
    return " ".join(words), from_atoms(abs(amounts[0].money or Decimal(0)), amounts)
