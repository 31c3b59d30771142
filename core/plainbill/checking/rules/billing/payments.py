"""payment-not-posted and credit-balance: payments that a bill does not show, and money left over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Paid
from plainbill.checking.balances.asking import Shown, facts_of_balance
from plainbill.checking.balances.excess import Excess, owed_by, plan_paid
from plainbill.checking.balances.mentions import says_refunded
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper, told
from plainbill.checking.identity import person
from plainbill.checking.matching.bills import Match, is_about
from plainbill.checking.money import ZERO, above, same, total, total_if_whole
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_NOT_POSTED = "payment-not-posted"
_CREDIT = "credit-balance"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payment:
    """A payment by the patient that is known from elsewhere than the bill."""

    amount: Decimal
    facts: tuple[Fact, ...]


def _judge_payments(situation: Situation) -> Iterator[Outcome]:
    most = _most_named(situation)
    for match in situation.matches:
        excess = situation.balances.get(match.bill.id)
        if isinstance(excess, Excess) and _explains(excess):
            yield _plan_draft(match, excess)
        yield from _patient_drafts(match, situation, most)


def _explains(excess: Excess) -> bool:
    """A payment of the plan that is not on the bill, where the bill asks at least that much too much."""
    return excess.not_posted > 0 and not above(excess.not_posted + excess.carried_amount, excess.over, lines=2)


def _plan_draft(match: Match, excess: Excess) -> Draft:
    papers = [scope.ruling.paper for scope in match.scopes if plan_paid(scope) > 0]
    facts = [fact for paper in papers for fact in on_paper(paper, "processed_date", "claim_number", "totals.plan_paid")]
    facts += [fact for scope in match.scopes for one in scope.decisions for fact in on_line(one.at, "plan_paid")]
    return Draft(
        kind=_NOT_POSTED,
        text="by_plan",
        documents=(match.bill.id, *sorted(paper.id for paper in papers)),
        amount=excess.not_posted,
        facts=(*facts, *facts_of_balance(match.bill), *on_paper(match.bill, "document_date")),
        confidence="certain" if same(excess.over, excess.not_posted + excess.carried_amount, lines=2) else "likely",
    )


def _patient_drafts(match: Match, situation: Situation, most: frozenset[str]) -> Iterator[Outcome]:
    bill, shown = match.bill, match.shown
    if shown.balance is None or shown.balance <= 0 or bill.document.previous_balance or bill.has_holes:
        return
    if any(paid.amount and (paid.date is None or bill.document.document_date is None) for paid in situation.story.paid):
        yield Missing(kinds=(_NOT_POSTED,), needs="date", text="payment_undated", document=bill.id)
    known = _known(situation, bill)
    open_payments = _not_shown(known, bill, shown)
    if not open_payments or not _is_the_patients(bill, most) or not _may_be_for(open_payments, match, situation, most):
        return
    missing = total(payment.amount for payment in open_payments) - _unmatched_on_bill(known, open_payments, bill, shown)
    if missing <= 0 or _is_taken_off(match, shown, missing):
        return
    yield Draft(
        kind=_NOT_POSTED,
        text="by_patient",
        documents=(bill.id, *sorted({f.document for p in open_payments for f in p.facts if f.path})),
        amount=missing,
        facts=(
            *(fact for payment in open_payments for fact in payment.facts),
            *facts_of_balance(bill),
            *on_paper(bill, "document_date"),
        ),
    )


def _most_named(situation: Situation) -> frozenset[str]:
    """The name of the person whom most papers name, empty where two are named as often, or only one is."""
    counts = Counter(
        person(paper.document.patient.name)
        for paper in situation.papers.papers
        if paper.document.patient and paper.document.patient.name
    )
    most = counts.most_common(2)
    return frozenset() if len(most) < 2 or most[0][1] == most[1][1] else most[0][0]


def _is_the_patients(bill: Paper, most: frozenset[str]) -> bool:
    """The story is that of the person whom most papers name; what they paid was not for somebody else."""
    patient = bill.document.patient
    own = person(patient.name) if patient else frozenset()
    return not own or own <= most or most <= own


def _known(situation: Situation, bill: Paper) -> list[_Payment]:
    """The payments told and on receipts; one that is told and on a receipt counts once."""
    payments = list(_told(situation, bill))
    without_receipt = [payment.amount for payment in payments]
    for receipt in _receipts(situation, bill):
        if receipt.amount in without_receipt:
            without_receipt.remove(receipt.amount)
        else:
            payments.append(receipt)
    return payments


def _told(situation: Situation, bill: Paper) -> Iterator[_Payment]:
    """Payments that the patient tells of, dated on or before the bill's date."""
    for place, paid in enumerate(situation.story.paid):
        if paid.amount and paid.amount > 0 and _is_before(paid, bill):
            names = ("date", "amount", "description")
            values = [(name, getattr(paid, name)) for name in names]
            facts = tuple(told(f"paid[{place}].{name}", value) for name, value in values if value is not None)
            yield _Payment(amount=paid.amount, facts=facts)


def _is_before(paid: Paid, bill: Paper) -> bool:
    day = bill.document.document_date
    return paid.date is not None and day is not None and paid.date <= day


def _receipts(situation: Situation, bill: Paper) -> Iterator[_Payment]:
    """Payments on receipts and letters of the same provider, dated on or before the bill's date."""
    day = bill.document.document_date
    for paper in (*situation.papers.of_kind("other"), *situation.papers.of_kind("letter")):
        if not is_about(bill, paper):
            continue
        for place, payment in enumerate(paper.document.payments):
            when = payment.date or paper.document.document_date
            if payment.kind == "patient_payment" and payment.amount and when and day and when <= day:
                names = [f"payments[{place}].{name}" for name in ("date", "amount", "description")]
                yield _Payment(amount=payment.amount, facts=on_paper(paper, *names))


def _not_shown(known: Sequence[_Payment], bill: Paper, shown: Shown) -> list[_Payment]:
    """The payments that no row of the bill has the amount of."""
    rows = [payment.amount for payment in bill.document.payments if payment.kind in (None, "patient_payment", "other")]
    rows += [] if any(rows) else [shown.patient_paid]
    left = [amount for amount in rows if amount]
    left += [amount for at in bill.lines for amount in [-(at.charge or ZERO)] if amount > 0]
    missing: list[_Payment] = []
    for payment in known:
        if payment.amount in left:
            left.remove(payment.amount)
        else:
            missing.append(payment)
    return missing


def _unmatched_on_bill(known: Sequence[_Payment], missing: Sequence[_Payment], bill: Paper, shown: Shown) -> Decimal:
    """What the bill counts as paid by the patient beyond the payments that were found on it."""
    found = total(payment.amount for payment in known) - total(payment.amount for payment in missing)
    return max(ZERO, (shown.patient_paid or ZERO) - found)


def _may_be_for(payments: Sequence[_Payment], match: Match, situation: Situation, most: frozenset[str]) -> bool:
    """Among several bills nobody says to which one a payment went, unless its amount or its words fit one of them."""
    others = [other for other in situation.matches if other is not match and _is_the_patients(other.bill, most)]
    asking = [other for other in others if (other.shown.balance or ZERO) > 0 or other.bill.document.payments]
    if not asking:
        return True
    amount = total(payment.amount for payment in payments)
    owed = total_if_whole([owed_by(scope) for scope in match.scopes]) if match.scopes else None
    fits_here = amount in (match.shown.balance, owed)
    fits_there = any(amount in _amounts(other) for other in asking)
    return fits_here and not fits_there


def _amounts(match: Match) -> set[Decimal | None]:
    listed = (payment.amount for payment in match.bill.document.payments)
    return {match.shown.balance, match.shown.patient_paid, *listed}


def _is_taken_off(match: Match, shown: Shown, missing: Decimal) -> bool:
    """Whether the bill asks less by that much: the payment was counted, only not listed."""
    owed = total_if_whole([owed_by(scope) for scope in match.scopes]) if match.whole else None
    if shown.balance is None:
        return False
    if owed is not None and shown.for_this_care is not None:
        return not above(shown.for_this_care, owed - missing, lines=len(match.pairs))
    return shown.expected is not None and not above(missing, shown.expected - shown.balance)


def _judge_credit(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        shown = match.shown
        credit = _credit(match, shown)
        if credit is None or credit <= 0 or match.bill.has_holes or says_refunded(match.bill, credit):
            continue
        yield Draft(
            kind=_CREDIT,
            text="left_with_provider",
            documents=(match.bill.id,),
            amount=credit,
            facts=facts_of_balance(match.bill),
            confidence="certain" if shown.balance is not None and shown.balance < 0 else "likely",
        )


def _credit(match: Match, shown: Shown) -> Decimal | None:
    """The credit that the bill prints, else what the patient paid above the share that the plan leaves."""
    if shown.balance is None:
        return None
    if shown.balance < 0:
        refunds = shown.refunds or ZERO
        sent_back = refunds > 0 and shown.expected is not None and same(shown.expected, shown.balance + refunds)
        return ZERO if sent_back else -shown.balance
    if shown.balance > 0 or not match.whole or shown.unnamed:
        return None
    owed = total_if_whole([owed_by(scope) for scope in match.scopes])
    if owed is None or shown.patient_paid is None:
        return None
    kept = shown.patient_paid - total([owed, shown.previous_balance, shown.fees, shown.refunds])
    return kept if above(kept, ZERO, lines=len(match.pairs)) else None


RULES = (
    Rule(name="payments", version=1, kinds=(_NOT_POSTED,), judge=_judge_payments),
    Rule(name="credits", version=1, kinds=(_CREDIT,), judge=_judge_credit),
)
