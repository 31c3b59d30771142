"""Which bill is about which decisions, and which bill line is which EOB line."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.checking.balances.asking import Shown, shown_on
from plainbill.checking.identity import are_of_two_members, clean, firm, identifier, may_be_same_patient, same_provider
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import above, same, total, total_if_whole
from plainbill.checking.papers import LineAt, Paper, natural


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scope:
    """The part of a ruling that is about the days of a bill; `whole` where that is all of it and all of it counts."""

    ruling: Ruling
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """A bill line and the EOB line that decides on it."""

    bill: LineAt
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Match:
    """A bill beside the decisions on its days and provider; `whole` where every charge lies within them.

    `shown` are the parts of the bill's sum.
    """

    bill: Paper
    shown: Shown
    scopes: tuple[Scope, ...]
    pairs: tuple[Pair, ...]
    unmatched: tuple[LineAt, ...]
    whole: bool


def is_about(paper: Paper, other: Paper) -> bool:
    """Tell whether two papers are about one patient and one provider."""
    here, there = paper.document, other.document
    if not may_be_same_patient(here.patient, there.patient) or are_of_two_members(here, there):
        return False
    if same_provider(here.provider, there.provider):
        return True
    ours = firm(here.provider.name) if here.provider else ()
    theirs = firm(there.provider.name) if there.provider else ()
    return bool(ours and ours in other.doctors) or bool(theirs and theirs in paper.doctors)


def match(bill: Paper, rulings: Sequence[Ruling]) -> Match:
    """Return `bill` beside the rulings that decide on it, lines paired one to one."""
    scopes = tuple(_scope(bill, ruling) for ruling in rulings if is_about(bill, ruling.paper) and _meet(bill, ruling))
    decisions = [decision for scope in scopes for decision in scope.decisions]
    # A refused copy is paired last: a bill that lists the service once lists the one that was decided.
    pairs, unmatched = _paired(bill.standing, sorted(decisions, key=lambda decision: decision.is_duplicate))
    return Match(
        bill=bill,
        shown=shown_on(bill),
        scopes=scopes,
        pairs=pairs,
        unmatched=unmatched,
        whole=_covers(bill, scopes),
    )


def _scope(bill: Paper, ruling: Ruling) -> Scope:
    near, earlier = _near(bill, ruling.decisions), _near(bill, ruling.earlier)
    return Scope(
        ruling=ruling, decisions=near, earlier=earlier, whole=ruling.whole and len(near) == len(ruling.decisions)
    )


def _near(bill: Paper, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(
        decision
        for decision in decisions
        if not bill.dates or _on_day(decision.at, bill) or decision.at.claim in bill.claims
    )


def _meet(bill: Paper, ruling: Ruling) -> bool:
    """One claim number, one day of service, or, where a paper has no days, the same sum of charges."""
    if bill.claims & ruling.paper.claims:
        return True
    ours, theirs = bill.dates, ruling.paper.dates
    if ours and theirs:
        return any(bill.covers(day) for day in theirs) or any(ruling.paper.covers(day) for day in ours)
    return _same_charges(bill, ruling.paper)


def _on_day(at: LineAt, bill: Paper) -> bool:
    if at.date is None or bill.covers(at.date):
        return True
    return at.date_to is not None and any(at.date <= day <= at.date_to for day in bill.dates)


def charges_of(paper: Paper) -> Decimal | None:
    """Return the sum of charges of a paper: as printed, else of its lines; None where neither is there."""
    printed = paper.document.totals.charges if paper.document.totals else None
    if printed is not None or not paper.lines:
        return printed
    return total_if_whole([at.charge for at in paper.lines])


def _same_charges(one: Paper, other: Paper) -> bool:
    here, there = charges_of(one), charges_of(other)
    return here is not None and there is not None and here > 0 and same(here, there)


def _covers(bill: Paper, scopes: Sequence[Scope]) -> bool:
    """Tell whether every day and charge of the bill lies within the rulings, so that they may be held against it."""
    if not scopes or bill.has_holes:
        return False
    papers = [scope.ruling.paper for scope in scopes]
    if bill.standing:
        days = {at.date for at in bill.standing if at.charge}
        return (None in days and _at_most(bill, scopes)) or all(_is_decided(day, papers) for day in days)
    if bill.dates:
        return all(_is_decided(day, papers) for day in bill.dates) and _at_most(bill, scopes)
    return bool(bill.claims) or _at_most(bill, scopes, if_unknown=False)


def _is_decided(day: datetime.date | None, papers: Sequence[Paper]) -> bool:
    return day is not None and any(paper.covers(day) for paper in papers)


def _at_most(bill: Paper, scopes: Sequence[Scope], *, if_unknown: bool = True) -> bool:
    """Tell whether the bill lists no more charges than the plan decided on."""
    asked, decided = charges_of(bill), decided_charges(scopes)
    if asked is None or decided is None:
        return if_unknown
    return not above(asked, decided)


def decided_charges(scopes: Sequence[Scope]) -> Decimal | None:
    """Return the sum of the charges that the plan decided on for the days of a bill, None where it is not printed."""
    return total_if_whole(
        [
            charges_of(scope.ruling.paper)
            if scope.whole
            else total_if_whole([decision.at.charge for decision in scope.decisions])
            for scope in scopes
        ]
    )


# From sure to loose; what a paper does not print is no difference, so modifiers and units come in only to choose.
_SAMENESS: tuple[Callable[[LineAt], Hashable | None], ...] = (
    lambda at: (at.code, at.date, at.modifiers, at.charge, at.line.units) if at.code else None,
    lambda at: (at.code, at.date, at.modifiers, at.charge) if at.code else None,
    lambda at: (at.code, at.date, at.charge) if at.code else None,
    lambda at: (at.code, at.date) if at.code else None,
    lambda at: (identifier(at.line.revenue_code), at.date, at.charge) if at.line.revenue_code else None,
    lambda at: (clean(at.line.description), at.date, at.charge) if at.line.description else None,
    lambda at: (at.date, at.charge) if at.charge else None,
    lambda at: (at.code, at.charge) if at.code and at.charge else None,
)


def _paired(lines: Sequence[LineAt], decisions: Sequence[Decision]) -> tuple[tuple[Pair, ...], tuple[LineAt, ...]]:
    pairs: list[Pair] = []
    left, open_decisions = list(lines), list(decisions)
    for sameness in _SAMENESS:
        free: dict[Hashable, list[Decision]] = defaultdict(list)
        for decision in reversed(open_decisions):
            free[sameness(decision.at)].append(decision)
        free.pop(None, None)
        still, used = [], set()
        for at in left:
            key = sameness(at)
            if key is not None and free.get(key):
                decision = free[key].pop()
                used.add(decision)
                pairs.append(Pair(bill=at, decision=decision))
            else:
                still.append(at)
        left, open_decisions = still, [decision for decision in open_decisions if decision not in used]
    merged = _split_or_merged(left, pairs)
    return tuple(sorted(pairs, key=lambda pair: natural(pair.bill.ref))), tuple(at for at in left if at not in merged)


def _split_or_merged(left: Sequence[LineAt], pairs: Sequence[Pair]) -> set[LineAt]:
    """Return unpaired bill lines that a paired EOB line of the same code and day holds as further units."""
    billed: dict[Hashable, list[LineAt]] = defaultdict(list)
    for at in [*left, *(pair.bill for pair in pairs)]:
        billed[(at.code, at.date)].append(at)
    decided: dict[Hashable, list[Decision]] = defaultdict(list)
    for pair in pairs:
        decided[(pair.bill.code, pair.bill.date)].append(pair.decision)
    held = {
        key
        for key, lines in billed.items()
        if same(total(at.charge for at in lines), total(decision.at.charge for decision in decided[key]))
    }
    return {at for at in left if at.code and (at.code, at.date) in held}
