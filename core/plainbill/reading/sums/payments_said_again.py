"""Sums below a list of payments that say again what was paid and taken off: "Discounts (480.00)" over "You owe"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from plainbill.reading.rows.found import Found
from plainbill.reading.sources import amount_at

_TOTALS = {
    "contractual_adjustment": "totals.adjustments",
    "discount": "totals.adjustments",
    "insurance_payment": "totals.insurance_paid",
    "patient_payment": "totals.patient_paid",
}
# Of more payments than these the sums are not looked for.
_MOST = 12


def sums_below_payments(
    payments: Sequence[Mapping[str, Found]], lines: Sequence[Mapping[str, Found]], totals: Mapping[str, Found]
) -> tuple[int, dict[str, Found]]:
    """Return how many of the payments, in reading order, are payments, and the totals that the others are.

    The others are sums where they have no day, each is what one or several of the payments come to, and the charges
    less the payments alone are the balance.
    """
    due, charges = amount_at(totals, "totals.balance_due"), amount_at(totals, "totals.charges")
    if charges is None:
        charges = sum((_amount(line, "charge") for line in lines), Decimal(0))
    if due is None or len(payments) > _MOST or any(_is_kind(draft, "refund") for draft in payments):
        return len(payments), {}
    amounts = [_amount(draft, "amount") for draft in payments]
    for count in range(1, len(payments)):
        paid, again = amounts[:count], amounts[count:]
        undated = all("date" not in draft for draft in payments[count:])
        if undated and all(paid) and charges - sum(paid) == due and _sums_up(paid, again):
            return count, _as_totals(payments[count:])
    return len(payments), {}


def _amount(draft: Mapping[str, Found], field: str) -> Decimal:
    return amount_at(draft, field) or Decimal(0)


def _is_kind(draft: Mapping[str, Found], kind: str) -> bool:
    return "kind" in draft and draft["kind"].value == kind


def _sums_up(paid: Sequence[Decimal], again: Sequence[Decimal]) -> bool:
    """True where each amount is the sum of payments that no other of them sums up."""
    if not again:
        return True
    places = range(len(paid))
    for size in range(1, len(paid) + 1):
        for chosen in combinations(places, size):
            if sum(paid[i] for i in chosen) == again[0]:
                return _sums_up([paid[i] for i in places if i not in chosen], again[1:])
    return False


def _as_totals(drafts: Sequence[Mapping[str, Found]]) -> dict[str, Found]:
    fields = [_TOTALS.get(str(draft["kind"].value)) if "kind" in draft else None for draft in drafts]
    return {
        field: draft["amount"]
        for field, draft in zip(fields, drafts, strict=True)
        if field is not None and fields.count(field) == 1
    }
