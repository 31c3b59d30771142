"""Which decisions of which plan count: the last for each claim, each service and, of two payers, the last one."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from plainbill.checking.identity import firm, identifier, payer_key, person
from plainbill.checking.matching.decisions import Decision, Reduction, decide, is_in_network, reductions_of
from plainbill.checking.papers import LineAt, Paper, Papers, natural

_FREQUENCY = {"corrected": 1, "reversal": 2}
_RANK = {"primary": 0, "secondary": 1, "tertiary": 2}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ruling:
    """What one EOB says that still counts: its decisions in force, and its reductions on the whole claim.

    `earlier` are decisions that a payer after this one has taken up: their payments and discounts hold, their shares do
    not. `whole` is True where no line of the paper has been replaced, so that its totals count too.
    """

    paper: Paper
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...] = ()
    on_claim: tuple[Reduction, ...]
    whole: bool
    void: bool

    @property
    def in_network(self) -> bool:
        """Whether the paper says that the provider is in the plan's network."""
        return is_in_network(self.paper)

    @property
    def decided_on(self) -> datetime.date | None:
        """The day the plan decided."""
        return self.paper.document.processed_date or self.paper.document.document_date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rulings:
    """The EOBs of a case: `in_force` those whose decisions count, the last for each claim, each service and payer.

    `replaced` are EOBs that a later one of the same claim has replaced, `resubmitted` decisions on a service that was
    decided again under another claim number.
    """

    in_force: tuple[Ruling, ...]
    replaced: tuple[Paper, ...]
    resubmitted: frozenset[Decision]


def rulings_of(papers: Papers) -> Rulings:
    """Return the decisions of a case that count, and those that no longer do."""
    eobs = papers.of_kind("eob")
    last = _last_for_each_claim(eobs)
    standing = {paper: ruling for paper in eobs if (ruling := _ruling(paper, last))}
    in_force, void = _without_replaced(list(standing.values()))
    return Rulings(
        in_force=in_force,
        replaced=tuple(paper for paper in eobs if paper not in standing),
        resubmitted=frozenset(decision for decision in void if decision.was_paid),
    )


def _last_for_each_claim(eobs: Iterable[Paper]) -> Mapping[Hashable, Paper]:
    by_claim: dict[Hashable, list[Paper]] = defaultdict(list)
    for paper in eobs:
        for claim in _claims(paper):
            by_claim[(payer_key(paper.document.payer), claim)].append(paper)
    return {claim: max(group, key=_age) for claim, group in by_claim.items()}


def _claims(paper: Paper) -> frozenset[str]:
    """The claim numbers of a paper; one that prints none is a claim of its own."""
    printed = {at.claim for at in paper.lines} or {identifier(paper.document.claim_number)}
    return frozenset(claim or f"\0{paper.id}" for claim in printed)


def _ruling(paper: Paper, last: Mapping[Hashable, Paper]) -> Ruling | None:
    payer = payer_key(paper.document.payer)
    in_force = {claim for claim in _claims(paper) if last[(payer, claim)] is paper}
    if not in_force:
        return None
    standing = [at for at in paper.standing if (at.claim or f"\0{paper.id}") in in_force]
    return Ruling(
        paper=paper,
        decisions=tuple(decide(paper, at) for at in standing),
        on_claim=reductions_of(paper.document.adjustments),
        whole=len(standing) == len(paper.standing),
        void=paper.document.claim_frequency == "reversal",
    )


def _age(paper: Paper) -> tuple[object, ...]:
    decided = paper.document.processed_date or paper.document.document_date or datetime.date.min
    return (decided, _FREQUENCY.get(paper.document.claim_frequency or "", 0), natural(paper.id))


def _without_replaced(rulings: list[Ruling]) -> tuple[tuple[Ruling, ...], set[Decision]]:
    """Drop decisions that a later one of the same payer, or a later payer, replaces; the former are returned too."""
    by_service: dict[Hashable, list[tuple[Ruling, Decision]]] = defaultdict(list)
    for ruling in rulings:
        for decision in ruling.decisions:
            if decision.at.code and decision.at.date:
                by_service[_service(ruling.paper, decision.at)].append((ruling, decision))
    void: set[Decision] = set()
    taken_up: set[Decision] = set()
    for decided in by_service.values():
        if len({ruling.paper.id for ruling, _ in decided}) > 1:
            by_payer = _by_payer(decided)
            void.update(decision for group in by_payer.values() for decision in _resubmitted(group))
            taken_up.update(_taken_up(by_payer))
    changed = (_reduced(ruling, void, taken_up - void) for ruling in rulings)
    return tuple(ruling for ruling in changed if ruling.whole or ruling.decisions or ruling.earlier), void


def _reduced(ruling: Ruling, void: set[Decision], taken_up: set[Decision]) -> Ruling:
    in_force = tuple(decision for decision in ruling.decisions if decision not in void and decision not in taken_up)
    return replace(
        ruling,
        decisions=in_force,
        earlier=tuple(decision for decision in ruling.decisions if decision in taken_up),
        whole=ruling.whole and len(in_force) == len(ruling.decisions),
    )


def _service(paper: Paper, at: LineAt) -> Hashable:
    """One service of one provider for one patient, whoever pays: not its amounts, which a correction may change."""
    provider, patient = paper.document.provider, paper.document.patient
    who = firm(provider.name) or identifier(provider.npi) if provider else ""
    whom = person(patient.name) or patient.date_of_birth if patient else None
    return (who, whom or None, at.code, at.modifiers, at.date, identifier(at.line.revenue_code))


def _by_payer(decided: list[tuple[Ruling, Decision]]) -> dict[str, list[tuple[Ruling, Decision]]]:
    by_payer: dict[str, list[tuple[Ruling, Decision]]] = defaultdict(list)
    for ruling, decision in decided:
        by_payer[payer_key(ruling.paper.document.payer)].append((ruling, decision))
    return by_payer


def _taken_up(by_payer: Mapping[str, list[tuple[Ruling, Decision]]]) -> set[Decision]:
    """The decisions of every payer but the last, who says what is left to the patient."""
    last = max(by_payer, key=lambda payer: (max(_turn(*decided) for decided in by_payer[payer]), payer))
    return {decision for payer, group in by_payer.items() if payer != last for _, decision in group}


def _resubmitted(group: list[tuple[Ruling, Decision]]) -> set[Decision]:
    """Two claims for one service: the later decision counts; one that only refuses a copy replaces nothing."""
    real = [(ruling, decision) for ruling, decision in group if not decision.is_duplicate]
    if not real:
        return set()
    last = max((ruling for ruling, _ in real), key=lambda ruling: _age(ruling.paper))
    charges = {decision.at.charge for ruling, decision in real if ruling is last}
    return {
        decision
        for ruling, decision in real
        if ruling is not last and (decision.at.charge in charges or not decision.was_paid)
    }


def _turn(ruling: Ruling, decision: Decision) -> tuple[object, ...]:
    coverage = ruling.paper.document.coverage
    rank = _RANK.get(coverage.rank or "", 0) if coverage else 0
    after_another = any(reduction.code.role == "prior_payer" for reduction in decision.reductions)
    return (after_another, rank, *_age(ruling.paper))
