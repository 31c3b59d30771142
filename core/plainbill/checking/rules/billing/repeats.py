"""duplicate-line: one charge printed again, or refused as a copy while the bill still asks for it."""

import functools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.checking.balances.excess import Excess
from plainbill.checking.drafts import Draft, Missing, Outcome, Phrase, Word
from plainbill.checking.evidence import Fact, on_line
from plainbill.checking.matching.alike import equal_lines
from plainbill.checking.matching.bills import Match, is_about
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import same, total
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import REPEATABLE, is_marked, may_repeat

_KIND = "duplicate-line"
_FIELDS = ("service_date", "code", "modifiers", "description", "units", "charge", "claim_number")
_Service = Hashable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Decided:
    """What the plan decided on one code and day of a bill's provider."""

    decisions: tuple[Decision, ...]

    @property
    def refused(self) -> tuple[Decision, ...]:
        return tuple(decision for decision in self.decisions if decision.is_duplicate)

    @property
    def paid(self) -> tuple[Decision, ...]:
        return tuple(decision for decision in self.decisions if decision.was_paid)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Beside:
    """The lines of one code and day on the other paper; `differ` where they tell equal lines apart."""

    lines: tuple[LineAt, ...]
    differ: bool


def _judge(situation: Situation) -> Iterator[Outcome]:
    done: set[_Service] = set()
    recorded = _recorded(situation.papers)
    billed = _billed(situation)
    for match in situation.matches:
        for draft in _on_bill(match, situation, recorded):
            done |= {_service(at) for at in draft.lines}
            yield draft
        if any(at.date is None and at.charge for at in match.bill.lines):
            yield Missing(
                kinds=(_KIND,), needs="itemized_bill", text="no_dates", document=match.bill.id, field="service_date"
            )
    for ruling in situation.rulings:
        if ruling.void:
            continue
        yield from _on_eob(ruling, situation, recorded, billed, done)


def _on_bill(match: Match, situation: Situation, recorded: Mapping[_Service, float]) -> Iterator[Draft]:
    decided = _decided(match)
    excess = situation.balances.get(match.bill.id)
    found: set[_Service] = set()
    for group in equal_lines(match.bill.standing, situation.papers):
        service = _service(group[0])
        by_plan = decided.get(service, _Decided(decisions=()))
        found.add(service)
        if _is_right(group, _beside(decision.at for decision in by_plan.decisions), recorded.get(service, 0)):
            continue
        if by_plan.refused and not isinstance(excess, Excess) and match.whole:
            continue  # the plan refused the copy, and the bill asks no more than the plan leaves to the patient
        yield _draft(group, match.bill.id, by_plan, _wording(by_plan, len(group)))
    yield from _sent_twice(match, situation, found)
    if isinstance(excess, Excess):
        yield from _refused_but_asked(match, decided, excess, found)


def _sent_twice(match: Match, situation: Situation, found: set[_Service]) -> Iterator[Draft]:
    """Lines that may rightly repeat, but that the plan decided on under two claim numbers, one for each line."""
    by_service: dict[_Service, list[LineAt]] = defaultdict(list)
    for at in match.bill.standing:
        if at.code and at.date and (at.code, at.date) in situation.resubmitted and not is_marked(at):
            by_service[_service(at)].append(at)
    for service, lines in by_service.items():
        again = situation.resubmitted[(lines[0].code, lines[0].date)]
        last = [pair.decision for pair in match.pairs if _service(pair.bill) == service]
        alike = len({(at.charge, at.modifiers, at.line.units) for at in lines}) == 1
        if service not in found and alike and 1 < len(lines) == len(again) + len(last):
            found.add(service)
            yield _draft(lines, match.bill.id, _Decided(decisions=(*again, *last)), "paid_each_time")


def _decided(match: Match) -> Mapping[_Service, _Decided]:
    """The decisions beside a bill by code and day, refused copies with them."""
    by_service: dict[_Service, list[Decision]] = defaultdict(list)
    for scope in match.scopes:
        for decision in scope.decisions:
            by_service[_service(decision.at)].append(decision)
    return {service: _Decided(decisions=tuple(decisions)) for service, decisions in by_service.items()}


def _billed(situation: Situation) -> Mapping[_Service, Sequence[tuple[Paper, LineAt]]]:
    by_service: dict[_Service, list[tuple[Paper, LineAt]]] = defaultdict(list)
    for bill in situation.bills:
        for at in bill.standing:
            by_service[_service(at)].append((bill, at))
    return by_service


def _service(at: LineAt) -> _Service:
    return (at.named, at.date)


def _recorded(papers: Papers) -> Mapping[_Service, float]:
    """How often the visit records say that a service was done."""
    counts: dict[_Service, float] = defaultdict(float)
    for record in papers.of_kind("visit_summary"):
        for at in record.standing:
            counts[_service(at)] += at.line.units if at.line.units and at.line.units > 0 else 1
    return counts


def _beside(others: Iterable[LineAt]) -> _Beside:
    lines = tuple(others)
    told_apart = len({(at.modifiers, at.line.service_time) for at in lines}) > 1
    return _Beside(lines=lines, differ=told_apart or any(map(may_repeat, lines)))


def _is_right(group: Sequence[LineAt], beside: _Beside, recorded: float) -> bool:
    """An equal line is right where the record counts it, or the other paper tells the lines apart or sums them up."""
    if beside.differ or recorded >= sum(at.line.units or 1 for at in group):
        return True
    billed = total(at.charge for at in group)
    as_one = [at for at in beside.lines if at.charge is not None and same(at.charge, billed, lines=len(group))]
    return any(at.line.units is None or at.line.units >= len(group) for at in as_one)


def _wording(by_plan: _Decided, printed: int) -> str:
    if not by_plan.decisions:
        return "no_eob"
    if by_plan.refused:
        return "refused"
    if len(by_plan.paid) >= printed:
        return "paid_each_time"
    return "decided_once" if len(by_plan.decisions) == 1 else "other_decision"


def _draft(group: Sequence[LineAt], document: str, by_plan: _Decided, text: str) -> Draft:
    # Without a code only the words are the same, and words are shorter than what was done.
    return Draft(
        kind=_KIND,
        text=text,
        lines=tuple(group),
        documents=(document, *sorted({decision.at.document.id for decision in by_plan.decisions} - {document})),
        amount=total(at.charge for at in group[1:]),
        facts=(*_facts(group), *_decision_facts(by_plan.decisions)),
        words={"service": _named(group[0])},
        confidence="likely" if group[0].code else "possible",
    )


def _named(at: LineAt) -> Word:
    if at.code:
        return Phrase("code {code}", (("code", str(at.line.code)),))
    return f"“{(at.line.description or '').strip()[:60]}”"


def _facts(lines: Sequence[LineAt]) -> tuple[Fact, ...]:
    return tuple(fact for at in lines for fact in on_line(at, *_FIELDS))


def _decision_facts(decisions: Sequence[Decision]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for decision in decisions:
        refused = decision.reductions if decision.is_duplicate else ()
        codes = [name for r in refused for name in r.fields]
        facts += on_line(decision.at, "code", "claim_number", "plan_paid", "status", *codes)
    return tuple(facts)


def _refused_but_asked(
    match: Match, decided: Mapping[_Service, _Decided], excess: Excess, found: set[_Service]
) -> Iterator[Draft]:
    """A charge that the plan refused as a copy and that the bill still asks, whether listed once or twice."""
    billed: dict[_Service, list[LineAt]] = defaultdict(list)
    for at in match.bill.standing:
        billed[_service(at)].append(at)
    for service, lines in billed.items():
        refused = decided[service].refused if service in decided and service not in found else ()
        charges = [decision.at.charge for decision in refused if decision.at.charge]
        if charges and any(same(charge, excess.over) for charge in (*charges, total(charges))):
            yield _draft([*lines, *(d.at for d in refused)], match.bill.id, decided[service], "refused_but_asked")


def _on_eob(
    ruling: Ruling,
    situation: Situation,
    recorded: Mapping[_Service, float],
    billed: Mapping[_Service, Sequence[tuple[Paper, LineAt]]],
    done: set[_Service],
) -> Iterator[Draft]:
    """Two equal lines that the plan paid both, where no bill shows them."""
    paid = {decision.at: decision for decision in ruling.decisions if decision.was_paid}
    is_about_it = functools.cache(lambda bill: is_about(bill, ruling.paper))
    on_bills = functools.cache(lambda service: _beside(at for bill, at in billed.get(service, ()) if is_about_it(bill)))
    for group in equal_lines(paid, situation.papers):
        service = _service(group[0])
        if service in done or _is_right(group, on_bills(service), recorded.get(service, 0)):
            continue
        own = _Decided(decisions=tuple(paid[at] for at in group))
        yield _draft(group, ruling.paper.id, own, "paid_each_time")


RULE = Rule(name="repeats", version=1, kinds=(_KIND,), tables=(REPEATABLE,), judge=_judge)
