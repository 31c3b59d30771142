"""The share of the care that a bill is for, where an earlier balance, fees or own payments lead to what it asks for."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.rows.found import Found


def share_beside_what_is_due(fields: Mapping[str, Found], labels: Sequence[Labeled]) -> Found | None:
    """Return the amount by a label of a share that comes to what is asked for with those; None where none does.

    What the patient paid already is taken off it.
    """
    asked = fields["totals.balance_due"].value if "totals.balance_due" in fields else None
    more = [fields[name].value for name in ("previous_balance", "fees") if name in fields]
    added = sum((amount for amount in more if isinstance(amount, Decimal)), Decimal(0))
    paid = fields["totals.patient_paid"].value if "totals.patient_paid" in fields else None
    added -= abs(paid) if isinstance(paid, Decimal) else Decimal(0)
    if not added or not isinstance(asked, Decimal):
        return None
    owed = (label.value for label in labels if label.field == "total_owed")
    return next((value for value in owed if isinstance(value.value, Decimal) and value.value + added == asked), None)
