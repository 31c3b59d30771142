"""A share of the costs that is coinsurance: with the deductible it makes what the patient owes in all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.sums.requests import worded

_COST_SHARE = re.compile(r"\bcost[- ]?share\b", re.IGNORECASE)


def with_cost_shares_told(labels: Sequence[Labeled]) -> list[Labeled]:
    """Return the labels, "Your cost-share" as coinsurance where another sum owed is that and the deductible."""
    owed = [label for label in labels if label.field == "total_owed"]
    met = sum((_amount(label) for label in labels if label.field == "total_deductible"), Decimal(0))
    sums = {_amount(label) for label in owed if not _COST_SHARE.search(worded(label))}
    return [
        replace(label, fields=("total_coinsurance",))
        if met and label in owed and _COST_SHARE.search(worded(label)) and _amount(label) + met in sums
        else label
        for label in labels
    ]


def _amount(label: Labeled) -> Decimal:
    return label.value.value if isinstance(label.value.value, Decimal) else Decimal(0)
