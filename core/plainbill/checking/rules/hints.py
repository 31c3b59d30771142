"""Hints at kinds that no rule reports yet, so that the kinds there are do not speak in their place."""

from collections.abc import Iterator

from plainbill.checking.drafts import Hint, Outcome
from plainbill.checking.excess import Excess
from plainbill.checking.identity import identifier
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import PREVENTIVE, may_be_preventive


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
    """Care that may be preventive, where the plan has to cover it in full: in network, not in a grandfathered plan."""
    story = situation.papers.case.story
    visits = [paper.document.visit for paper in situation.papers.of_kind("visit_summary")]
    reasons = {visit.reason for visit in visits if visit} | {story.visit_reason if story else None}
    for ruling in situation.rulings:
        coverage = ruling.paper.document.coverage
        if coverage and (coverage.network_status == "out" or coverage.grandfathered):
            continue
        doubtful = {
            decision.at.ref
            for decision in ruling.decisions
            if _is_doubtful(decision.at, ruling.paper, is_check_up="preventive" in reasons)
        }
        if doubtful:
            yield Hint(kind="preventive-cost-share", documents=(), lines=frozenset(doubtful))
        if doubtful and ruling.on_claim:
            yield Hint(kind="preventive-cost-share", documents=(ruling.paper.id,))


def _is_doubtful(at: LineAt, paper: Paper, *, is_check_up: bool) -> bool:
    diagnoses = at.line.diagnosis_codes or paper.document.diagnosis_codes
    if may_be_preventive(at, diagnoses):
        return True
    # A visit of its own on the day of a check-up carries modifier 25 and rightly costs its share (AMA E/M guidelines).
    is_own_visit = identifier(at.line.code).startswith("99") and "25" in at.modifiers
    return is_check_up and not is_own_visit


RULE = Rule(name="hints", version=1, kinds=(), tables=(PREVENTIVE,), judge=_judge)
