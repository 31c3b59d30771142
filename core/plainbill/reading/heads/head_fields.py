"""Which columns hold amounts."""

AMOUNT_FIELDS = frozenset(
    [
        "charge",
        "allowed",
        "plan_paid",
        "not_covered",
        "deductible",
        "copay",
        "coinsurance",
        "cost_share",
        "patient_responsibility",
        "adjustment",
        "other_paid",
        "payment",
        "patient_paid",
        "balance",
        "estimated_insurance",
        "unit_price",
    ]
)
