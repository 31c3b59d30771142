"""Columns of sums beside the one of charges: "AMOUNT" over every service, "TOTAL" only over what a group comes to."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom

_FEWEST = 2


def charges_beside_sums(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Return the columns, the one that may hold charges by its head as such where the one named so holds none of them.

    No row prints both: one is of services, the other of their sums and of what was paid.
    """
    named = [i for i, column in enumerate(columns) if column.field == "charge"]
    guessed = [i for i, column in enumerate(columns) if column.field == UNKNOWN and "charge" in column.head.fields]
    if len(named) != 1 or len(guessed) != 1:
        return columns
    (total,), (amount,) = named, guessed
    in_total, in_amount = ({at for at, row in enumerate(rows) if _is_filled(row[i])} for i in (total, amount))
    # The price or the count beside it is that of a service.
    counted = {
        at
        for at, row in enumerate(rows)
        for column, cell in zip(columns, row, strict=True)
        if column.field in {"units", "unit_price", "code"} and any(m.isdigit() for a in cell for m in a.text)
    }
    if in_total & in_amount or len(in_amount & counted) < max(_FEWEST, len(in_total)) or not in_amount <= counted:
        return columns
    swapped = [*columns]
    swapped[amount] = replace(columns[amount], field="charge")
    swapped[total] = replace(columns[total], field=UNKNOWN)
    return swapped


def _is_filled(cell: Sequence[Atom]) -> bool:
    return any(atom.money is not None for atom in cell)
