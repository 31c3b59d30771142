"""A price that plan and patient share, and the patient's share of it: "Member price" and "Your total"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom

_FEWEST_ROWS, _FEWEST_SHARED = 3, 2


def named_by_shares(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Return the columns, two that nobody named called what the plan allows and what the patient owes of it.

    Row for row the first is what the plan paid and the second together, and never more than the charge; no other two
    are so.
    """
    fields = [column.field for column in columns]
    known = {"charge", "plan_paid"} <= {*fields} and fields.count("charge") == fields.count("plan_paid") == 1
    if not known or {"allowed", "patient_responsibility"} & {*fields}:
        return columns
    free = [i for i, name in enumerate(fields) if name == UNKNOWN or name == "unit_price" and "units" not in fields]
    charge, paid = fields.index("charge"), fields.index("plan_paid")
    amounts = [[_money(cell) for cell in row] for row in rows]
    found = [
        (price, share) for price, share in permutations(free, 2) if _is_shared(amounts, charge, paid, price, share)
    ]
    if len(found) != 1:
        return columns
    price, share = found[0]
    named = [*columns]
    named[price] = replace(columns[price], field="allowed")
    named[share] = replace(columns[share], field="patient_responsibility")
    return named


def _is_shared(rows: Sequence[Sequence[Decimal | None]], charge: int, paid: int, price: int, share: int) -> bool:
    shown = shared = less = 0
    for row in rows:
        whole, sent, left, charged = row[price], row[paid], row[share], row[charge]
        if whole is None or sent is None or left is None or charged is None:
            continue
        if whole != sent + left or whole > charged:
            return False
        shown += 1
        shared += bool(sent and left)
        less += whole < charged
    return shown >= _FEWEST_ROWS and shared >= _FEWEST_SHARED and less >= _FEWEST_SHARED


def _money(cell: Sequence[Atom]) -> Decimal | None:
    return next((abs(atom.money) for atom in cell if atom.money is not None), None)
