"""not-billed-to-insurance and billed-before-adjudication: bills without, or before, the plan's decision."""

from collections.abc import Iterator

from plainbill.checking.balances.asking import Shown, facts_of_balance
from plainbill.checking.balances.coverage import is_self_pay, shows_a_plan
from plainbill.checking.balances.excess import Excess, owed_by
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper, told
from plainbill.checking.matching.bills import Match, charges_of, decided_charges
from plainbill.checking.money import above, total_if_whole
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_NOT_BILLED = "not-billed-to-insurance"
_EARLY = "billed-before-adjudication"


def _judge_claims(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        if match.scopes:
            yield from _lines_left_out(match, situation)
        else:
            yield from _whole_bill(match, situation)


def _whole_bill(match: Match, situation: Situation) -> Iterator[Outcome]:
    bill, shown = match.bill, match.shown
    if not bill.lines or (shown.balance is not None and shown.balance <= 0) or shows_a_plan(match):
        return
    insured = _says_insured(situation, bill)
    if not insured:
        return
    yield Draft(
        kind=_NOT_BILLED,
        text="no_trace",
        documents=(bill.id,),
        amount=shown.balance,
        facts=(*insured, *on_paper(bill, "provider.name", "payer.name", "document_date"), *facts_of_balance(bill)),
        confidence="likely" if situation.is_insured else "possible",
    )


def _says_insured(situation: Situation, bill: Paper) -> tuple[Fact, ...]:
    """What says that the patient is insured: the story, else a card, where the bill does not say self-pay."""
    if situation.is_insured:
        return (told("insured", True),)
    if situation.is_insured is False or is_self_pay(bill):
        return ()
    cards = situation.papers.of_kind("insurance_card")
    return tuple(fact for card in cards for fact in on_paper(card, "payer.name", "coverage.member_id"))


def _lines_left_out(match: Match, situation: Situation) -> Iterator[Draft]:
    """Charges on days of the EOB that no line of it decides on, where its charges are fewer than the bill's."""
    billed, decided = charges_of(match.bill), decided_charges(match.scopes)
    decisions = [decision for scope in match.scopes for decision in (*scope.decisions, *scope.earlier)]
    if not decisions or (billed is not None and decided is not None and not above(billed, decided)):
        return
    days = {decision.at.date for decision in decisions}
    for at in match.unmatched:
        is_charged = at.charge is not None and at.charge > 0
        if is_charged and at.date in days and at.date and (at.code, at.date) not in situation.resubmitted:
            yield _left_out(match, at)


def _left_out(match: Match, at: LineAt) -> Draft:
    papers = sorted({scope.ruling.paper.id for scope in match.scopes})
    return Draft(
        kind=_NOT_BILLED,
        text="line_left_out",
        lines=(at,),
        documents=(match.bill.id, *papers),
        amount=at.charge,
        facts=on_line(at, "service_date", "code", "description", "charge"),
        joins=match.bill.id,
    )


def _judge_early(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        bill = match.bill
        later = _decided_later(match)
        if bill.document.insurance_pending and (match.shown.balance is None or match.shown.balance > 0):
            yield _early(match, "says_pending", later)
        elif later and _asks_more(match, situation):
            yield _early(match, "older_than_eob", later)


def _decided_later(match: Match) -> tuple[Paper, ...]:
    day = match.bill.document.document_date
    return tuple(
        scope.ruling.paper
        for scope in match.scopes
        if day and scope.ruling.decided_on and day < scope.ruling.decided_on
    )


def _asks_more(match: Match, situation: Situation) -> bool:
    """An early bill that asks what the plan leaves is fine; one whose excess cannot be worked out shows no decision."""
    found = situation.balances.get(match.bill.id)
    if isinstance(found, Excess):
        return True
    if found is None and match.whole:
        return False
    shown = match.shown
    owed = total_if_whole([owed_by(scope) for scope in match.scopes])
    if shown.for_this_care is not None and owed is not None:
        return above(shown.for_this_care, owed, lines=len(match.pairs))
    return _carries_no_decision(shown)


def _carries_no_decision(shown: Shown) -> bool:
    return not shown.insurance_paid and not shown.adjustments and shown.balance is not None and shown.balance > 0


def _early(match: Match, text: str, later: tuple[Paper, ...]) -> Draft:
    bill = match.bill
    facts = (*on_paper(bill, "document_date", "insurance_pending"), *facts_of_balance(bill))
    return Draft(
        kind=_EARLY,
        text=text,
        documents=(bill.id, *sorted(paper.id for paper in later)),
        amount=match.shown.balance,
        facts=(*facts, *(fact for paper in later for fact in on_paper(paper, "processed_date", "document_date"))),
        confidence="certain" if text == "says_pending" else "likely",
    )


RULES = (
    Rule(name="claims", version=1, kinds=(_NOT_BILLED,), judge=_judge_claims),
    Rule(name="early-bills", version=1, kinds=(_EARLY,), judge=_judge_early),
)
