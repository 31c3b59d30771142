"""cost-share and contractual-adjustment: what the plan left to the patient, and what nobody owes."""

from collections.abc import Iterator
from decimal import Decimal

from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.matching.decisions import Decision, Reduction, provider_s
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO, total
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import GROUPS, REASONS, use_of_reason

_PARTS = ("deductible", "copay", "coinsurance")
_NAMES = {"1": "deductible", "2": "coinsurance", "3": "copay"}


def _judge_share(situation: Situation) -> Iterator[Outcome]:
    for ruling in situation.rulings:
        if ruling.void:
            continue
        for decision in ruling.decisions:
            amount, names, facts = _share_of(decision)
            if amount > 0 and not decision.is_pending:
                yield _share(ruling, (decision,), amount, names, facts)
        on_claim = [r for r in ruling.on_claim if r.code.role == "cost_share" and r.code.group == "PR" and r.amount > 0]
        if ruling.whole and on_claim:
            facts = tuple(fact for r in on_claim for fact in _facts(r, ruling.paper, None))
            yield _share(ruling, (), total(r.amount for r in on_claim), _names(on_claim), facts)


def _share_of(decision: Decision) -> tuple[Decimal, str, tuple[Fact, ...]]:
    """The deductible, copay and coinsurance of a line: by code where codes are printed, else by column."""
    coded = [
        r for r in decision.reductions if r.code.role == "cost_share" and r.code.group in ("PR", "") and r.amount > 0
    ]
    if coded:
        facts = tuple(fact for r in coded for fact in _facts(r, None, decision))
        return total(r.amount for r in coded), _names(coded), facts
    printed = {name: getattr(decision.at.line, name) for name in _PARTS}
    names = [name for name, amount in printed.items() if amount]
    return total(printed.values()), ", ".join(names), on_line(decision.at, *names)


def _names(reductions: list[Reduction]) -> str:
    return ", ".join(sorted({_NAMES.get(r.code.reason, "cost share") for r in reductions}))


def _facts(reduction: Reduction, paper: Paper | None, decision: Decision | None) -> tuple[Fact, ...]:
    if decision is not None:
        return on_line(decision.at, *reduction.fields)
    return on_paper(paper, *reduction.fields) if paper is not None else ()


def _share(
    ruling: Ruling, decisions: tuple[Decision, ...], amount: Decimal, names: str, facts: tuple[Fact, ...]
) -> Draft:
    return Draft(
        kind="cost-share",
        text="by_the_plan",
        lines=tuple(decision.at for decision in decisions),
        documents=(ruling.paper.id,),
        amount=amount,
        facts=facts,
        words={"parts": names},
        confidence="certain",
        joins=ruling.paper.id,
    )


def _judge_discount(situation: Situation) -> Iterator[Outcome]:
    asked_right = situation.asked_right
    for ruling in situation.rulings:
        if ruling.void:
            continue
        roles = {"discount", "reporting", "not_collectable", *(["bundled"] if ruling.paper.id in asked_right else [])}
        for decision in (*ruling.decisions, *ruling.earlier):
            cuts = [r for r in decision.carried_by_provider if r.code.role in roles]
            if cuts:
                yield _discount(ruling, (decision,), cuts)
            elif not decision.reductions:
                yield from _unnamed_discount(ruling, decision)
        cuts = [r for r in provider_s(ruling.on_claim, in_network=ruling.in_network) if r.code.role in roles]
        if ruling.whole and cuts:
            yield _discount(ruling, (), cuts)


def _discount(ruling: Ruling, decisions: tuple[Decision, ...], cuts: list[Reduction]) -> Draft:
    decision = decisions[0] if decisions else None
    uses = {r.code.reason: use_of_reason(r.code) for r in cuts}
    return Draft(
        kind="contractual-adjustment",
        text="not_owed",
        lines=tuple(decision.at for decision in decisions),
        documents=(ruling.paper.id,),
        amount=total(r.amount for r in cuts),
        facts=tuple(fact for r in cuts for fact in _facts(r, ruling.paper, decision)),
        confidence="certain",
        tables=tuple(use for reason in sorted(uses) for use in uses[reason]),
        joins=ruling.paper.id,
    )


def _unnamed_discount(ruling: Ruling, decision: Decision) -> Iterator[Draft]:
    """Where no codes are printed, an allowed price below the charge of a paid line in network is the discount."""
    line = decision.at.line
    cut = (line.charge or ZERO) - (line.allowed or ZERO)
    if decision.in_network and decision.was_paid and line.allowed and cut > 0 and not line.not_covered:
        yield Draft(
            kind="contractual-adjustment",
            text="not_owed",
            lines=(decision.at,),
            documents=(ruling.paper.id,),
            amount=cut,
            facts=on_line(decision.at, "charge", "allowed"),
            joins=ruling.paper.id,
        )


RULES = (
    Rule(name="patient-share", version=1, kinds=("cost-share",), tables=(REASONS,), judge=_judge_share),
    Rule(
        name="plan-discount",
        version=1,
        kinds=("contractual-adjustment",),
        tables=(REASONS, GROUPS),
        judge=_judge_discount,
    ),
)
