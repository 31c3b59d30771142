"""code-mismatch: bill and EOB that carry different codes, modifiers or units for one service."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.checking.codes.lookups import in_range
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line
from plainbill.checking.identity import payer_key
from plainbill.checking.matching.bills import Match, Pair
from plainbill.checking.money import same, total
from plainbill.checking.papers import LineAt
from plainbill.checking.refusals.notes import remark_kind
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "code-mismatch"
# Anesthesia counts minutes on one paper and blocks of minutes on the other (CPT 00100-01999).
_ANESTHESIA = "00100-01999"


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        ours, by_plan = _counted(match.bill.standing), _counted_by_plans(match)
        for pair in match.pairs:
            if pair.bill.date != pair.decision.at.date:
                continue
            differing = _differing(pair, ours, by_plan)
            if differing and not _was_corrected_since(match, pair):
                yield _draft(pair, differing)


def _was_corrected_since(match: Match, pair: Pair) -> bool:
    """A corrected claim, decided after the bill was printed, is bound to differ from it."""
    day = match.bill.document.document_date
    since = [
        scope
        for scope in match.scopes
        if scope.ruling.paper.document.claim_frequency == "corrected"
        and day is not None
        and scope.ruling.decided_on is not None
        and scope.ruling.decided_on > day
    ]
    return any(pair.decision in scope.decisions for scope in since)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Units and charge of one code and day, however they are split over lines."""

    units: float | None
    charge: Decimal


_Counts = Mapping[object, _Counted]


def _counted(lines: Iterable[LineAt]) -> _Counts:
    by_service: dict[object, list[LineAt]] = defaultdict(list)
    for at in lines:
        by_service[(at.code, at.date)].append(at)
    return {
        service: _Counted(units=_units(own), charge=total(at.charge for at in own))
        for service, own in by_service.items()
    }


def _counted_by_plans(match: Match) -> Mapping[str, _Counts]:
    """What each plan counts: a second one decides again on what the first one did, and adds nothing to it."""
    by_plan: dict[str, list[LineAt]] = defaultdict(list)
    for scope in match.scopes:
        plan = payer_key(scope.ruling.paper.document.payer)
        by_plan[plan] += [decision.at for decision in (*scope.decisions, *scope.earlier)]
    return {plan: _counted(lines) for plan, lines in by_plan.items()}


def _units(lines: Sequence[LineAt]) -> float | None:
    """The units of all lines, None where one prints none."""
    units = [at.line.units for at in lines]
    return None if any(not count or count < 0 for count in units) else sum(count for count in units if count)


def _differing(pair: Pair, ours: _Counts, by_plan: Mapping[str, _Counts]) -> tuple[str, ...]:
    at, other = pair.bill, pair.decision.at
    if not at.code or not other.code:
        return ()
    if at.code != other.code:
        return ("code",)
    fields = ["modifiers"] * _modifiers_differ(at, other)
    if not in_range(at.code, _ANESTHESIA) and _units_differ(pair, ours, by_plan):
        fields.append("units")
    return tuple(fields)


def _units_differ(pair: Pair, ours: _Counts, by_plan: Mapping[str, _Counts]) -> bool:
    """Whether the plan counts other units for the same charge, and no plan counts as the bill does."""
    service = (pair.bill.code, pair.bill.date)
    here = ours[service]
    there = by_plan[payer_key(pair.decision.at.document.payer)][service]
    if here.units is None or there.units is None or not same(here.charge, there.charge):
        return False
    return all(counts[service].units != here.units for counts in by_plan.values() if service in counts)


def _modifiers_differ(at: LineAt, other: LineAt) -> bool:
    """What a paper leaves out is no difference, so only modifiers that each has and the other lacks are one."""
    here, there = set(at.modifiers), set(other.modifiers)
    return bool(here - there) and bool(there - here)


def _draft(pair: Pair, differing: tuple[str, ...]) -> Draft:
    at, decision = pair.bill, pair.decision
    by_plan = _recoded_by_plan(pair)
    fields = ("code", "modifiers", "units", "service_date", "charge")
    return Draft(
        kind=_KIND,
        text="by_plan" if by_plan else differing[0],
        lines=(at, decision.at),
        documents=(at.document.id, decision.at.document.id),
        facts=(*on_line(at, *fields), *on_line(decision.at, *fields), *by_plan),
        words={
            "here": _shown(at, differing[0]),
            "there": _shown(decision.at, differing[0]),
        },
        category="payer" if by_plan else None,
    )


def _recoded_by_plan(pair: Pair) -> tuple[Fact, ...]:
    at = pair.decision.at
    codes = [(f"remarks[{i}].code", remark.code) for i, remark in enumerate(at.line.remarks)]
    codes += [(f"adjustments[{i}].remarks", code) for i, one in enumerate(at.line.adjustments) for code in one.remarks]
    return tuple(
        fact for field, code in codes if remark_kind(code, also_informing=True) == _KIND for fact in on_line(at, field)
    )


def _shown(at: LineAt, field: str) -> str:
    line = at.line
    if field == "modifiers":
        return " ".join(line.modifiers)
    return str(line.code if field == "code" else line.units)


RULE = Rule(name="recoded", version=1, kinds=(_KIND,), judge=_judge)
