"""What was billed, service by service: a bill's lines with the plan's decisions, and decisions that no bill shows."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.checking.evidence import Fact, on_line
from plainbill.checking.identity import clean, firm, identifier
from plainbill.checking.matching.bills import Match
from plainbill.checking.matching.decisions import Decision, reductions_of
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import total
from plainbill.checking.papers import LineAt, Paper

# Roles of reasons that leave a charge to the patient, to another payer or open; the others take it away.
_NO_REFUSAL = frozenset({"cost_share", "prior_payer", "paid_to_member", "pending"})
_EXCESS_LEFT = "PR-45"  # a price cut that an out-of-network provider may ask of the patient
# Revenue codes 096x to 098x are fees of doctors on a hospital's bill (NUBC).
_DOCTORS_FEES = ("096", "097", "098")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """A line with the plan's decision on it, where there is one; `on_bill` where the line or its twin is on a bill.

    `is_refused` says that the plan did not pay the line, or that the bill writes it off.
    """

    at: LineAt
    decision: Decision | None
    on_bill: bool
    is_refused: bool

    @property
    def lines(self) -> tuple[LineAt, ...]:
        """The line, and the EOB line that decides on it."""
        other = self.decision.at if self.decision else self.at
        return (self.at,) if other is self.at else (self.at, other)

    @property
    def modifiers(self) -> frozenset[str]:
        """The modifiers that any of the papers prints: what a paper leaves out it does not deny."""
        return frozenset(modifier for at in self.lines for modifier in at.modifiers)

    @property
    def units(self) -> int | float | None:
        """The units as billed, else as the plan counted them; None where no paper prints them."""
        return next((at.line.units for at in self.lines if at.line.units is not None), None)

    @property
    def time(self) -> str:
        """The time of day, "" where none is printed."""
        return next((clean(at.line.service_time) for at in self.lines if at.line.service_time), "")

    @property
    def reasons(self) -> frozenset[str]:
        """The reason and remark codes that the papers print on the line."""
        adjustments = [adjustment for at in self.lines for adjustment in at.line.adjustments]
        remarks = [remark for adjustment in adjustments for remark in adjustment.remarks]
        remarks += [remark.code or "" for at in self.lines for remark in at.line.remarks]
        codes = {reduction.code.reason for reduction in self.decision.reductions} if self.decision else set()
        return frozenset({*codes, *map(identifier, remarks)} - {""})

    def facts(self, *fields: str) -> tuple[Fact, ...]:
        """Return what its lines hold under `fields`."""
        return tuple(fact for at in self.lines for fact in on_line(at, *fields))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Billed:
    """The services on one bill, or on an EOB that has some that no bill shows."""

    paper: Paper
    services: tuple[Service, ...]

    @property
    def own(self) -> tuple[Service, ...]:
        """The services that no paper before this one has shown."""
        if self.paper.document.kind == "bill":
            return self.services
        return tuple(service for service in self.services if not service.on_bill)


def billed(matches: Sequence[Match], rulings: Sequence[Ruling]) -> tuple[Billed, ...]:
    """Return bills with the decisions on them, then EOBs that show something no bill does."""
    on_bills: set[LineAt] = set()
    found = []
    for match in matches:
        decisions = {pair.bill: pair.decision for pair in match.pairs}
        on_bills |= {decision.at for decision in decisions.values()}
        lines = [_service(at, decisions.get(at), on_bill=True) for at in match.bill.standing]
        found.append(Billed(paper=match.bill, services=tuple(lines)))
    for ruling in rulings:
        if ruling.void:
            continue
        services = tuple(_service(d.at, d, on_bill=d.at in on_bills) for d in ruling.decisions)
        if not services or not all(service.on_bill for service in services):
            found.append(Billed(paper=ruling.paper, services=services))
    return tuple(found)


def _service(at: LineAt, decision: Decision | None, *, on_bill: bool) -> Service:
    lines = (at,) if decision is None or decision.at is at else (at, decision.at)
    refused = any(each.line.status == "denied" or _is_gone(each) for each in lines)
    return Service(
        at=at,
        decision=decision,
        on_bill=on_bill,
        is_refused=refused or (decision is not None and _refuses(decision)),
    )


def by_provider(paper: Paper, services: Iterable[Service]) -> Iterator[tuple[Service, ...]]:
    """Yield the services of one day and one provider; those without a day, or over several days, are left out."""
    groups: dict[Hashable, list[Service]] = defaultdict(list)
    for service in services:
        if service.at.date and not service.at.date_to:
            groups[(service.at.date, who(service, paper))].append(service)
    yield from map(tuple, groups.values())


def who(service: Service, paper: Paper) -> Hashable:
    """Return what tells providers on one paper apart: the doctor named, the doctors' part of a hospital, the claim.

    A line that names nobody belongs to the only doctor a paper names. Claims tell providers apart on an EOB only, which
    may list several for one patient.
    """
    doctor = firm(service.at.line.rendering_provider)
    if not doctor and len(paper.doctors) == 1:
        (doctor,) = paper.doctors
    revenue = identifier(service.at.line.revenue_code).zfill(4)[:3]
    claim = service.at.claim if paper.document.kind == "eob" else ""
    return (doctor, revenue in _DOCTORS_FEES, claim)


def _is_gone(at: LineAt) -> bool:
    """Whether cuts other than the patient's share take the whole charge, on a bill as on an EOB."""
    if at.charge is None:
        return False
    cuts = (r for r in reductions_of(at.line.adjustments) if r.code.role not in _NO_REFUSAL)
    return total(cut.amount for cut in cuts if cut.code.shown != _EXCESS_LEFT) >= at.charge


def _refuses(decision: Decision) -> bool:
    line = decision.at.line
    if decision.is_pending or decision.was_paid:
        return False
    if line.not_covered and line.charge is not None and line.not_covered >= line.charge:
        return True
    return decision.share == 0 and line.plan_paid is not None
