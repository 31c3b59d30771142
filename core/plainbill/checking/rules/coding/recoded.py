"""code-mismatch: bill and EOB that carry different codes, modifiers or units for one service."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.checking.codes.lookups import in_range
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line
from plainbill.checking.matching.bills import Match, Pair
from plainbill.checking.money import same, total
from plainbill.checking.papers import LineAt
from plainbill.checking.refusals.reasons import remark_kind
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "code-mismatch"
# Anesthesia counts minutes on one paper and blocks of minutes on the other (CPT 00100-01999).
_ANESTHESIA = "00100-01999"


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        counted = _counted(match)
        for pair in match.pairs:
            if pair.bill.date != pair.decision.at.date:
                continue
            differing = _differing(pair, counted)
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
    """Units and charges of one code and day on both papers, however they are split over lines."""

    units: tuple[float | None, float | None]
    charges: tuple[Decimal, Decimal]


def _counted(match: Match) -> Mapping[object, _Counted]:
    ours: dict[object, list[LineAt]] = defaultdict(list)
    theirs: dict[object, list[LineAt]] = defaultdict(list)
    for at in match.bill.standing:
        ours[(at.code, at.date)].append(at)
    for scope in match.scopes:
        for decision in (*scope.decisions, *scope.earlier):
            theirs[(decision.at.code, decision.at.date)].append(decision.at)
    return {
        key: _Counted(
            units=(_units(lines), _units(theirs[key])),
            charges=(total(at.charge for at in lines), total(at.charge for at in theirs[key])),
        )
        for key, lines in ours.items()
        if key in theirs
    }


def _units(lines: Sequence[LineAt]) -> float | None:
    """The units of all lines, None where one prints none."""
    units = [at.line.units for at in lines]
    return None if any(not count or count < 0 for count in units) else sum(count for count in units if count)


def _differing(pair: Pair, counted: Mapping[object, _Counted]) -> tuple[str, ...]:
    at, other = pair.bill, pair.decision.at
    if not at.code or not other.code:
        return ()
    if at.code != other.code:
        return ("code",)
    fields = ["modifiers"] * _modifiers_differ(at, other)
    both = counted.get((at.code, at.date))
    if both and not in_range(at.code, _ANESTHESIA):
        here, there = both.units
        if here is not None and there is not None and here != there and same(*both.charges):
            fields.append("units")
    return tuple(fields)


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
