"""The catalogue of kinds: what each issue is called and who, as a rule, has to act first."""

from typing import Literal

Category = Literal["coding", "billing", "payer", "info"]
Desk = Literal["clinician_or_coder", "billing_office", "payer", "patient", "nobody"]

_KINDS: dict[Category, str] = {
    "coding": """denied-code-combination diagnosis-does-not-support authorization-differs missing-modifier
        invalid-code unrecognized-service visit-level-high new-patient-established unbundled-pair
        units-implausible diagnosis-mismatch code-mismatch demographic-code-conflict""",
    "billing": """duplicate-line member-id-mismatch authorization-missing referral-missing wrong-payer late-filing
        documentation-requested provider-enrollment balance-exceeds-eob contractual-amount-billed surprise-balance-bill
        payment-not-posted credit-balance arithmetic-error not-billed-to-insurance billed-before-adjudication
        date-mismatch vague-description missing-codes estimate-exceeded""",
    "payer": """authorization-required medical-necessity not-covered experimental benefit-limit not-eligible
        out-of-network coordination-of-benefits preventive-cost-share payer-pending denied-unspecified""",
    "info": "cost-share contractual-adjustment self-pay-review",
}

CATALOGUE: dict[str, Category] = {kind: category for category, kinds in _KINDS.items() for kind in kinds.split()}
"""Every kind with its default category, in the order of the contract."""

DESK_OF: dict[Category, Desk] = {
    "coding": "clinician_or_coder",
    "billing": "billing_office",
    "payer": "payer",
    "info": "nobody",
}
"""Who acts first where a rule does not say otherwise."""
