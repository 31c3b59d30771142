"""Hints at what would explain a balance or a share better, so that nothing is said in its place."""

from collections.abc import Iterator

from plainbill.checking.balances.excess import Excess
from plainbill.checking.drafts import Hint, Outcome
from plainbill.checking.prevention.causes import PLAN, Unclear
from plainbill.checking.prevention.lists import PREVENTIVE
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation


def _judge(situation: Situation) -> Iterator[Outcome]:
    for found in situation.balances.values():
        if isinstance(found, Excess):
            yield from _of_excess(found)
    yield from _of_preventive_care(situation)


def _of_excess(excess: Excess) -> Iterator[Hint]:
    bill = (excess.match.bill.id,)
    for paid in excess.told_paid:
        yield Hint(kind="payment-not-posted", documents=bill, amount=paid)


def _of_preventive_care(situation: Situation) -> Iterator[Hint]:
    """Care that may be preventive, where nobody can say yet what made the plan charge a share."""
    for cause in situation.prevention:
        act = cause.care.act
        if isinstance(cause.verdict, Unclear):
            yield Hint(kind=PLAN, documents=(), lines=frozenset(at.ref for at in act.lines))
        yield Hint(kind=PLAN, documents=(act.claim.document.id,))


RULE = Rule(name="hints", version=2, kinds=(), tables=(PREVENTIVE,), judge=_judge)
