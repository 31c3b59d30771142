"""Two columns of amounts beside each other that nobody can name: what was written down, and what the plan sent."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.vocabulary import spelled_out

_TAKES_OFF = frozenset({"write", "written", "writeoff", "down", "reduced", "reduction", "lowered", "cut", "waived"})
_SENT = frozenset({"sent", "paid", "pays", "pay", "payment", "payments", "covered"})
_FEWEST_ROWS = 2


def named_in_pairs(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Name the only two unknown columns where charge, both of them and what is left add up in every row.

    Then one is what was taken off and the other what the plan paid; a word over one of them says which.
    """
    fields = [column.field for column in columns]
    unknown = [i for i, field in enumerate(fields) if field == UNKNOWN]
    if len(unknown) != len(("off", "paid")) or fields.count("charge") != 1 or {"plan_paid", "adjustment"} & set(fields):
        return columns
    if fields.count("patient_responsibility") != 1 or not _add_up(fields, rows):
        return columns
    said = [set(spelled_out([token.text for token in columns[i].head.tokens])) for i in unknown]
    off = [bool(words & _TAKES_OFF) for words in said]
    paid = [bool(words & _SENT) for words in said]
    if off.count(True) > 1 or paid.count(True) > 1 or any(a and b for a, b in zip(off, paid, strict=True)):
        return columns
    if not any(off) and not any(paid):
        return columns
    first_off = off[0] or paid[1]
    roles = ("adjustment", "plan_paid") if first_off else ("plan_paid", "adjustment")
    named = dict(zip(unknown, roles, strict=True))
    return [replace(column, field=named.get(i, column.field)) for i, column in enumerate(columns)]


def _add_up(fields: Sequence[str], rows: Sequence[Sequence[Sequence[Atom]]]) -> bool:
    """True where all rows with a charge add up, and enough of them fill both columns."""
    shown = 0
    for row in rows:
        amounts = [next((abs(atom.money) for atom in cell if atom.money is not None), Decimal(0)) for cell in row]
        charge = amounts[fields.index("charge")]
        both = [amount for field, amount in zip(fields, amounts, strict=True) if field == UNKNOWN]
        left = amounts[fields.index("patient_responsibility")]
        if not charge:
            continue
        if charge != sum(both, left):
            return False
        shown += all(both) and both[0] != both[1]
    return shown >= _FEWEST_ROWS
