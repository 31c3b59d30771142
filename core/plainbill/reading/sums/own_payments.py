"""Columns of payments that the patient alone made: what they come to, and what the row below leaves of the charges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.tables.services import amounts_of
from plainbill.reading.terms.wording import payment_kind

_FEWEST_PAYMENTS = 2
_ROWS_BELOW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPayments:
    """What the patient paid in all, and what is left of the charges where a row below says so."""

    paid: Found
    left: Found | None


def own_payments(closing: Sequence[tuple[Table, TableRow]], layouts: Sequence[PageLayout]) -> OwnPayments | None:
    """Return the sum of a column that leaves open who paid, where each row of it that pays is a payment of one's own.

    None where they do not add up to it, or none is listed.
    """
    for table, row in closing:
        amounts = amounts_of(table, row)
        for name in (column.field for column in table.columns if table.leaves_payer_open(column)):
            paid = [(own, amounts_of(table, own)[name]) for own in table.rows if _pays(table, own, name)]
            added = sum((abs(atom.money or Decimal(0)) for _, atom in paid), Decimal(0))
            own = all(payment_kind(each.text) == "patient_payment" for each, _ in paid)
            if name in amounts and len(paid) >= _FEWEST_PAYMENTS and own and added == abs(amounts[name].money or 0):
                sums = from_atoms(added, [amounts[name]])
                return OwnPayments(paid=sums, left=_left_below(row, amounts.get("charge"), added, layouts))
    return None


def _pays(table: Table, row: TableRow, name: str) -> bool:
    return row.role in {"service", "payment"} and name in amounts_of(table, row)


def _left_below(row: TableRow, charge: Atom | None, paid: Decimal, layouts: Sequence[PageLayout]) -> Found | None:
    """The one amount of a row right below the sums that is the charges less what was paid."""
    left = charge.money - paid if charge is not None and charge.money is not None else None
    for own in _rows_below(row, layouts):
        amounts = [atom for atom in own if atom.money is not None]
        if len(amounts) == 1 and amounts[0] is own[-1] and len(own) > 1 and amounts[0].money == left:
            return from_atoms(amounts[0].money, amounts)
    return None


def _rows_below(row: TableRow, layouts: Sequence[PageLayout]) -> Iterator[list[Atom]]:
    first = row.atoms[0].tokens[0]
    for layout in layouts:
        printed = [[atom for cell in cells for atom in cell.atoms] for cells in layout.cells]
        at = next((i for i, own in enumerate(printed) if any(first in atom.tokens for atom in own)), None)
        yield from printed[at + 1 : at + 1 + _ROWS_BELOW] if at is not None else []
