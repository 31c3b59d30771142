"""wrong-payer, as the papers show it: a bill sent to a plan that is not on the patient's card."""

from collections.abc import Iterator

from plainbill.checking.balances.coverage import names_a_plan
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import on_paper
from plainbill.checking.identity import firm, identifier, may_be_same_patient, payer_key
from plainbill.checking.matching.bills import Match
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "wrong-payer"
# Words that many plans have in their names.
_COMMON = frozenset(["health", "insurance", "plan", "care", "medical", "of", "and", "group"])


def _judge(situation: Situation) -> Iterator[Outcome]:
    cards = [card for card in situation.papers.of_kind("insurance_card") if payer_key(card.document.payer)]
    if not cards or situation.is_insured is False:
        return
    deciding = {payer_key(ruling.paper.document.payer) for ruling in situation.rulings}
    for match in situation.matches:
        own = [card for card in cards if may_be_same_patient(card.document.patient, match.bill.document.patient)]
        if own and names_a_plan(match.bill) and not _took_part(match, deciding) and not _is_on_a_card(match.bill, own):
            yield _draft(match.bill, own)


def _took_part(match: Match, deciding: set[str]) -> bool:
    """A plan that paid or decided is one the patient has, whatever the cards here say."""
    totals = match.bill.document.totals
    paid = totals is not None and bool(totals.insurance_paid)
    listed = any(payment.kind == "insurance_payment" for payment in match.bill.document.payments)
    return paid or listed or bool(match.scopes) or payer_key(match.bill.document.payer) in deciding


def _is_on_a_card(bill: Paper, cards: list[Paper]) -> bool:
    """Two plans are told apart only where no word of their names is common; a plan goes by several names."""
    ours = set(payer_key(bill.document.payer).split()) - _COMMON
    member = identifier(bill.document.coverage.member_id) if bill.document.coverage else ""
    for card in cards:
        coverage = card.document.coverage
        theirs = {*payer_key(card.document.payer).split(), *firm(coverage.plan_name if coverage else None)}
        if not ours or ours & theirs or (member and coverage and identifier(coverage.member_id) == member):
            return True
    return False


def _draft(bill: Paper, cards: list[Paper]) -> Draft:
    return Draft(
        kind=_KIND,
        text="card_of_another",
        documents=(bill.id, *sorted(card.id for card in cards)),
        facts=(
            *on_paper(bill, "payer.name"),
            *(fact for card in cards for fact in on_paper(card, "payer.name", "coverage.member_id")),
        ),
        words={"card": str(cards[0].document.payer.name if cards[0].document.payer else "")},
        confidence="possible",
    )


RULE = Rule(name="cards", version=1, kinds=(_KIND,), judge=_judge)
