"""Entries of a list of payments: discounts among them too, up to the closing sums that stand right below."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.wording import is_payment

# Entries of one list follow each other within so many heights.
_NEXT_ENTRY = 2.5


def with_listed_payments(table: Table, rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """In a list of payments a discount is an entry as well, though its words alone would be a closing sum's.

    "Adjustments : 240.10-" below "CHECK 77  -40.00" is one all the same: entries are no labels.
    """
    if "charge" in table.fields or not any("payment" in column.head.fields for column in table.columns):
        return rows
    dated = "date" in table.fields
    above = max((token.y for token in table.head), default=float("-inf"))
    kept = list(rows)
    for i, row in enumerate(rows):
        near = row.y - above < _NEXT_ENTRY * row.height
        if row.role not in {"payment", "summary", "words"} or not near:
            break
        if begins_sums([entry.atoms for entry in rows[:i]], row.atoms):
            return (*kept[:i], *(replace(row, role="summary") if row.role == "payment" else row for row in rows[i:]))
        if row.role == "summary" and not dated and is_payment(row.text):
            kept[i] = replace(row, role="payment")
        above = row.y
    return tuple(kept)


def begins_sums(entries: Sequence[Sequence[Atom]], atoms: Sequence[Atom]) -> bool:
    """True where the words before the amount of a row end in a colon, and those of no entry above it do."""
    return bool(entries) and _is_labeled(atoms) and not any(map(_is_labeled, entries))


def _is_labeled(atoms: Sequence[Atom]) -> bool:
    """True where the words before the last amount of a row end in a colon."""
    *before, last = atoms
    return last.money is not None and bool(before) and before[-1].text.endswith(":")
