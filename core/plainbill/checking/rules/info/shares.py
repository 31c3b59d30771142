"""cost-share and contractual-adjustment: what the plan left to the patient, and what nobody owes."""

from collections.abc import Iterator

from plainbill.checking.drafts import Draft, Outcome, Phrase
from plainbill.checking.evidence import on_line, on_paper
from plainbill.checking.matching.decisions import Decision, Reduction, provider_s
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.matching.shares import CostShare, share_on_claim, share_on_line
from plainbill.checking.money import ZERO, total
from plainbill.checking.papers import LineAt
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import GROUPS, REASONS, use_of_reason

_SAID = {
    said.text: said for said in (Phrase("deductible"), Phrase("copay"), Phrase("coinsurance"), Phrase("cost share"))
}


def _judge_share(situation: Situation) -> Iterator[Outcome]:
    for ruling in situation.rulings:
        if ruling.void:
            continue
        for decision in ruling.decisions:
            share = share_on_line(decision)
            if share.amount > 0 and not decision.is_pending:
                yield _share(ruling, (decision.at,), share)
        if ruling.whole and (on_claim := share_on_claim(ruling)).amount > 0:
            yield _share(ruling, (), on_claim)


def _share(ruling: Ruling, lines: tuple[LineAt, ...], share: CostShare) -> Draft:
    return Draft(
        kind="cost-share",
        text="by_the_plan",
        lines=lines,
        documents=(ruling.paper.id,),
        amount=share.amount,
        facts=share.facts(),
        words={"parts": tuple(_SAID[part] for part in share.parts)},
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
    fields = [name for r in cuts for name in r.fields]
    uses = {r.code.reason: use_of_reason(r.code) for r in cuts}
    return Draft(
        kind="contractual-adjustment",
        text="not_owed",
        lines=tuple(decision.at for decision in decisions),
        documents=(ruling.paper.id,),
        amount=total(r.amount for r in cuts),
        facts=on_line(decisions[0].at, *fields) if decisions else on_paper(ruling.paper, *fields),
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
