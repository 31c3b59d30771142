"""Labeled sums whose words leave open what they are, told by the sums that they lead to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.rows.found import Found
from plainbill.reading.sources import amount_at

_TAKEN_OFF = ("totals.adjustments", "totals.insurance_paid", "totals.patient_paid")


def paid_by_the_plan(fields: Mapping[str, Found], labels: Sequence[Labeled]) -> Found | None:
    """The "amount paid" of a notice where it is what was allowed less what the patient owes."""
    allowed, owed = amount_at(fields, "totals.allowed"), amount_at(fields, "totals.patient_responsibility")
    paid = {label.value.value: label.value for label in labels if label.field == "total_payments"}
    return paid.get(allowed - owed) if allowed is not None and owed is not None else None


def carried_from_before(fields: Mapping[str, Found], labels: Sequence[Labeled]) -> Found | None:
    """What is "carried forward" on a bill where it leads, with the charges, to what is due; a subtotal does not."""
    charges, due = amount_at(fields, "totals.charges"), amount_at(fields, "totals.balance_due")
    if charges is None or due is None:
        return None
    fees = amount_at(fields, "fees") or Decimal(0)
    off = sum((abs(amount_at(fields, name) or Decimal(0)) for name in _TAKEN_OFF), Decimal(0))
    carried = [label.value for label in labels if {"subtotal", "previous_balance"} <= set(label.fields)]
    return next((value for value in carried if value.value and value.value == due - charges - fees + off), None)
