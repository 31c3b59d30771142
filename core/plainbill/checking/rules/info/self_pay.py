"""self-pay-review: the standing advice to somebody without insurance."""

from collections.abc import Iterator

from plainbill.checking.balances.coverage import is_self_pay, shows_a_plan
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import on_paper, told
from plainbill.checking.matching.bills import Match
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "self-pay-review"


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        says_none = situation.is_insured is False and not _plan_paid(match)
        if says_none or (situation.is_insured is None and is_self_pay(match.bill)):
            yield _draft(match.bill, situation)
        elif situation.is_insured is None and not shows_a_plan(match):
            yield Missing(
                kinds=("not-billed-to-insurance", _KIND),
                needs="story",
                text="insured_unknown",
                document=match.bill.id,
                field="insured",
            )


def _draft(bill: Paper, situation: Situation) -> Draft:
    estimates = situation.papers.of_kind("estimate")
    asked = bill.document.totals.balance_due if bill.document.totals else None
    facts = on_paper(bill, "provider.name", "payer.name", "totals.charges", "totals.balance_due")
    return Draft(
        kind=_KIND,
        text="with_estimate" if estimates else "without_estimate",
        documents=(bill.id,),
        amount=asked,
        facts=(*facts, *([told("insured", False)] if situation.is_insured is False else [])),
        confidence="certain" if situation.is_insured is False else "likely",
        acts_first="patient",
    )


def _plan_paid(match: Match) -> bool:
    """A plan that paid contradicts the story; what the papers say about insurance is then to be asked, not assumed."""
    if match.shown.insurance_paid:
        return True
    return any(decision.paid > 0 for scope in match.scopes for decision in scope.decisions)


RULE = Rule(name="self-pay", version=1, kinds=(_KIND,), judge=_judge)
