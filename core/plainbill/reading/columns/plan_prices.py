"""Columns headed "Our price" on the paper of a plan: what it allows of the charge beside it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.vocabulary import header_words

_MAYBE = frozenset({UNKNOWN, "charge", "unit_price"})
_PRICES = frozenset({"price", "prices", "rate", "rates"})
_SHARES = frozenset({"deductible", "copay", "coinsurance", "not_covered", "patient_responsibility"})


def with_plan_prices(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """The columns, a price that nobody knows told as what is allowed, where the plan's part and the patient's follow.

    Elsewhere a price is what an office charges, or what one of several costs. `rows` are the cells of each row.
    """
    fields = [column.field for column in columns]
    priced = [i for i, column in enumerate(columns) if column.field in _MAYBE and _names_a_price(column)]
    charges = [i for i, field in enumerate(fields) if field == "charge" and i not in priced]
    decided = "plan_paid" in fields and bool(_SHARES & set(fields))
    if len(priced) != 1 or len(charges) != 1 or not decided or {"allowed", "units"} & set(fields):
        return columns
    (at,), (charge,) = priced, charges
    prices = [(_amount(row[at]), _amount(row[charge])) for row in rows]
    if any(price is not None and charged is not None and price > charged for price, charged in prices):
        return columns
    return [replace(column, field="allowed") if i == at else column for i, column in enumerate(columns)]


def _names_a_price(column: Column) -> bool:
    """True for words of a price that no list has: "Retail price" is known to be the charge."""
    words = [token.text for token in column.head.tokens]
    known = header_words().find(words)
    return any(word.lower().strip(".:") in _PRICES for word in words) and (known is None or not known.listed)


def _amount(cell: Sequence[Atom]) -> Decimal | None:
    return next((atom.money for atom in cell if atom.money is not None), None)
