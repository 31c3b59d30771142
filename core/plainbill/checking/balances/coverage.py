"""Whether a bill shows that a plan takes part, and whether it says that the patient pays alone."""

from plainbill.checking.identity import words
from plainbill.checking.matching.bills import Match
from plainbill.checking.papers import Paper

# What bills print in the place of a plan for somebody who has none.
_NO_PLAN = frozenset(
    {"self pay", "selfpay", "self pay patient", "private pay", "uninsured", "no insurance", "none", "cash"}
)


def _payer_words(bill: Paper) -> str:
    payer = bill.document.payer
    return " ".join(words(payer.name if payer else None))


def is_self_pay(bill: Paper) -> bool:
    """Tell whether a bill prints that nobody but the patient pays."""
    return _payer_words(bill) in _NO_PLAN


def names_a_plan(bill: Paper) -> bool:
    """Tell whether a bill names a plan."""
    return bool(_payer_words(bill)) and not is_self_pay(bill)


def shows_a_plan(match: Match) -> bool:
    """Tell whether a bill, or an EOB beside it, shows any trace of a plan."""
    document = match.bill.document
    coverage, totals = document.coverage, document.totals
    return bool(
        match.scopes
        or names_a_plan(match.bill)
        or (coverage and (coverage.member_id or coverage.plan_name))
        or document.insurance_pending
        or document.claim_number
        or (totals and totals.insurance_paid)
        or any(payment.kind in ("insurance_payment", "contractual_adjustment") for payment in document.payments)
        or any(line.plan_paid for line in document.lines)
    )
