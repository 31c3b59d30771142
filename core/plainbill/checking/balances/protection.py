"""Care that the rules against surprise bills protect, as the papers and the story show it."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Story
from plainbill.checking.evidence import Fact, on_line, on_paper, told
from plainbill.checking.identity import identifier
from plainbill.checking.matching.bills import Match, Scope, is_about
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import total, total_if_whole
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.refusals.notes import legend_of
from plainbill.checking.tables import in_a_range
from plainbill.knowledge.phrases import kind_of_words
from plainbill.knowledge.rights import NO_SURPRISES, right
from plainbill.knowledge.tables import read_table

TABLE = "protected_care"
_KIND = "surprise-balance-bill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Why a balance bill is barred: `why` names the wording, `facts` show it."""

    why: str
    facts: tuple[Fact, ...]


@functools.cache
def _marks(tells: str) -> Mapping[str, frozenset[str]]:
    by: dict[str, set[str]] = {}
    for row in read_table(TABLE):
        if row["tells"] == tells:
            by.setdefault(row["by"], set()).add(row["value"])
    return {name: frozenset(values) for name, values in by.items()}


def _is(at: LineAt, tells: str) -> bool:
    """Tell whether a line is care of a kind, by its code, its marks, its place or its revenue code."""
    marks = _marks(tells)
    place = identifier(at.line.place_of_service or at.document.place_of_service)
    revenue = identifier(at.line.revenue_code).zfill(4) if at.line.revenue_code else ""
    return (
        at.code in marks.get("code", ())
        or in_a_range(at.code, marks.get("code_range", frozenset()))
        or bool(marks.get("modifier", frozenset()) & set(at.modifiers))
        or place in marks.get("place", ())
        or revenue in marks.get("revenue", ())
        or revenue[:3] in marks.get("revenue", ())
    )


def in_network_share(match: Match) -> Decimal | None:
    """Return deductible, copay and coinsurance of all that was decided, in dollars; None where a line does not say."""
    return total_if_whole([_share(decision) for scope in match.scopes for decision in scope.decisions])


def _share(decision: Decision) -> Decimal | None:
    coded = [r for r in decision.reductions if r.code.role == "cost_share" and r.code.group in ("PR", "")]
    line = decision.at.line
    columns = [line.deductible, line.copay, line.coinsurance]
    if coded:
        return total(reduction.amount for reduction in coded)
    if any(amount is not None for amount in columns):
        return total(columns)
    excess = [r for r in decision.reductions if r.code.group in ("PR", "PI") and r.code.role != "cost_share"]
    return None if excess else decision.share


def protection(match: Match, rulings: Sequence[Ruling], story: Story) -> Protection | None:
    """Return what protects the care that a bill asks for, None where nothing does or a waiver lifts it."""
    lines = [*match.bill.standing, *(d.at for scope in match.scopes for d in scope.decisions)]
    day = min((at.date for at in lines if at.date), default=None)
    if right(NO_SURPRISES, day) is None or _is_ground_ambulance(lines):
        return None
    said = _said_by_plan(match)
    if said == "consented":
        return None
    is_out = any(_network(scope) == "out" for scope in match.scopes) or any(_leaves_excess(s) for s in match.scopes)
    emergency = _emergency(lines, story) if is_out else ()
    if emergency:
        return Protection(why="emergency", facts=emergency)
    ancillary = any(_is(at, "ancillary") for at in lines)
    if not ancillary and said != "prohibited" and (story.signed_waiver or story.chose_out_of_network):
        return None
    if said:
        return Protection(why="said_by_plan", facts=_plan_facts(match))
    if not is_out:
        return None
    if any(_is(at, "air_ambulance") for at in lines):
        return Protection(why="air_ambulance", facts=tuple(f for at in lines for f in on_line(at, "code")))
    facility = _in_network_facility(match, rulings)
    return Protection(why="in_network_facility", facts=facility) if facility else None


def _is_ground_ambulance(lines: Sequence[LineAt]) -> bool:
    charged = [at for at in lines if at.charge]
    return bool(charged) and all(_is(at, "ground_ambulance") for at in charged)


def _network(scope: Scope) -> str | None:
    coverage = scope.ruling.paper.document.coverage
    return coverage.network_status if coverage else None


def _leaves_excess(scope: Scope) -> bool:
    """PR-45 leaves to the patient what is above the allowed price: only outside the network."""
    return any(
        reduction.code.group == "PR" and reduction.code.reason == "45" and reduction.amount > 0
        for decision in scope.decisions
        for reduction in decision.reductions
    )


def _emergency(lines: Sequence[LineAt], story: Story) -> tuple[Fact, ...]:
    """The lines that are emergency care; the story alone tells it where no place says otherwise."""
    found = [at for at in lines if _is(at, "emergency")]
    if found:
        return tuple(fact for at in found for fact in on_line(at, "code", "place_of_service", "revenue_code")) + tuple(
            fact for at in found[:1] for fact in _place_of(at)
        )
    elsewhere = any(_is(at, "office_place") for at in lines)
    return (told("visit_reason", "emergency"),) if story.visit_reason == "emergency" and not elsewhere else ()


def _place_of(at: LineAt) -> tuple[Fact, ...]:
    place = at.document.place_of_service
    path = at.path.partition(".lines[")[0]
    if not place:
        return ()
    return (Fact(document=at.document.id, field="place_of_service", value=place, path=f"{path}.place_of_service"),)


def _remarks(match: Match) -> Iterator[tuple[Paper, str]]:
    for scope in match.scopes:
        paper = scope.ruling.paper
        for remark in paper.document.remarks:
            yield paper, identifier(remark.code)
        for decision in scope.decisions:
            for remark in decision.at.line.remarks:
                yield paper, identifier(remark.code)
            for reduction in decision.reductions:
                yield from ((paper, identifier(code)) for code in reduction.adjustment.remarks)


def _said_by_plan(match: Match) -> str:
    """What the plan's remarks say of the rules: applied, prohibited, consented; "" where they say nothing."""
    codes = {code for _, code in _remarks(match)}
    for tells in ("consented", "prohibited", "applied"):
        if codes & _marks(tells).get("remark", frozenset()):
            return tells
    texts = [text for scope in match.scopes for text in legend_of(scope.ruling.paper).values()]
    return "applied" if any(kind_of_words(text) == _KIND for text in texts) else ""


def _plan_facts(match: Match) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for scope in match.scopes:
        paper = scope.ruling.paper
        facts += on_paper(paper, *(f"remarks[{i}].code" for i, _ in enumerate(paper.document.remarks)))
        for decision in scope.decisions:
            facts += on_line(decision.at, *(f"remarks[{i}].code" for i, _ in enumerate(decision.at.line.remarks)))
            facts += on_line(decision.at, *(f"{r.field}.remarks" for r in decision.reductions if r.adjustment.remarks))
    return tuple(facts)


def _in_network_facility(match: Match, rulings: Sequence[Ruling]) -> tuple[Fact, ...]:
    """Another EOB of that day that decides on a facility of the network."""
    for ruling in rulings:
        coverage = ruling.paper.document.coverage
        if not coverage or coverage.network_status != "in" or is_about(match.bill, ruling.paper):
            continue
        if match.bill.dates & ruling.paper.dates and _is_facility(ruling.paper):
            return on_paper(ruling.paper, "provider.name", "coverage.network_status", "bill_type")
    return ()


def _is_facility(paper: Paper) -> bool:
    document = paper.document
    name = (document.provider.name or "").casefold() if document.provider else ""
    return (
        bool(document.bill_type)
        or any(line.revenue_code for line in document.lines)
        or any(word in name for word in _facility_words())
    )


@functools.cache
def _facility_words() -> tuple[str, ...]:
    return tuple(sorted(_marks("facility").get("word", frozenset())))


def asked_beyond(match: Match) -> Decimal | None:
    """Return what a bill asks beyond the share of the network, in dollars; None where that cannot be worked out."""
    held, share = match.shown.for_this_care, in_network_share(match)
    return None if held is None or share is None else held - share
