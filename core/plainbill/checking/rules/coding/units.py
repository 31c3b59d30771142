"""units-implausible: more units of a code than one patient has from one provider in one day."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.case import TableUse
from plainbill.checking.codes.lookups import (
    CEILINGS,
    MODIFIER_ROLES,
    ceilings,
    holds_on,
    modifiers_with,
    use_of,
    use_of_published,
)
from plainbill.checking.drafts import Draft, Outcome, Phrase
from plainbill.checking.evidence import Fact, worked_out
from plainbill.checking.matching.services import Billed, Service, who
from plainbill.checking.money import total_if_whole
from plainbill.checking.refusals.notes import codes_that_say
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.published import PublishedTables, Setting
from plainbill.knowledge.tables import Row

_KIND = "units-implausible"
_FIELDS = ("service_date", "service_date_to", "code", "modifiers", "description", "units", "charge")
# Beside the codes that name this kind: more than the contract pays, by number.
_NUMBER_BY_CONTRACT = "222"
_LARGEST_COUNT = 10**12  # beyond it a number is no count, and shown as it was written


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ceiling:
    """The most units in a day, or on a line where `by_line`; `unit` says what one is, "" where nobody knows."""

    most: int
    by_line: bool
    unit: str
    use: TableUse


def _judge(situation: Situation) -> Iterator[Outcome]:
    for bill in situation.billed:
        alike: dict[Hashable, list[Service]] = defaultdict(list)
        # Lines of one unit each are services of their own; whether one was entered twice is asked elsewhere.
        many = {service.at.code for service in bill.own if _units(service) > 1}
        for service in bill.own:
            if service.at.code in many and _counts(service):
                alike[_day_of_care(service, bill)].append(service)
        for services in alike.values():
            yield from _on_one_day(services, bill, situation.tables)


def _counts(service: Service) -> bool:
    """A stay has days in one line, and what the plan refused or counted is another finding."""
    at, units = service.at, service.units
    if not at.code or at.date is None or at.in_stay or units is None or units <= 0:
        return False
    # The plan's own word on the number of units is a finding of its own.
    return not service.is_refused and not service.reasons & {*codes_that_say(_KIND), _NUMBER_BY_CONTRACT}


def _day_of_care(service: Service, bill: Billed) -> Hashable:
    """What one ceiling holds for; a modifier for another side, time or session makes a line of its own."""
    separating = modifiers_with("separate") | modifiers_with("side") | modifiers_with("again")
    marks = service.modifiers & (separating | modifiers_with("both") | modifiers_with("part"))
    return (service.at.code, service.at.date, service.at.date_to, who(service, bill.paper), service.time, marks)


def _on_one_day(services: Sequence[Service], bill: Billed, tables: PublishedTables) -> Iterator[Draft]:
    for ceiling in _ceilings(services[0], tables):
        over = [service for service in services if _units(service) > _allowed(service, ceiling)]
        if over:
            yield from (_draft([service], bill, ceiling, "one_line") for service in over)
            return
        several = not ceiling.by_line and any(_units(service) > 1 for service in services)
        if several and sum(map(_units, services)) > _allowed(services[0], ceiling):
            yield _draft(services, bill, ceiling, "several_lines")
            return


def _units(service: Service) -> int | float:
    return service.units or 0


def _allowed(service: Service, ceiling: _Ceiling) -> int:
    """The ceiling for the days of a line; a line for both sides may count each of them."""
    at = service.at
    days = (at.date_to - at.date).days + 1 if at.date and at.date_to and at.date_to > at.date else 1
    sides = service.modifiers & modifiers_with("side")
    both = service.modifiers & modifiers_with("both") or {"RT", "LT"} <= sides
    return days * (max(ceiling.most, 2) if both else ceiling.most)


def _ceilings(service: Service, tables: PublishedTables) -> tuple[_Ceiling, ...]:
    """Return what limits a code: our own families first, then a published limit, then the built-in ones from it."""
    assert service.at.date is not None
    rows = [row for row in ceilings(service.at.code) if holds_on(row, service.at.date)]
    ours = [row for row in rows if row["basis"] == "ours"]
    if not ours:
        published = _published(service, tables, rows[0]["unit"] if rows else "")
        if published:
            return (published,)
    return tuple(_built_in(row, service.at.code) for row in ours or rows if row["most"])


def _built_in(row: Row, code: str) -> _Ceiling:
    return _Ceiling(
        most=int(row["most"]), by_line=row["by"] == "line", unit=row["unit"], use=use_of(CEILINGS, row, code)
    )


def _published(service: Service, tables: PublishedTables, unit: str) -> _Ceiling | None:
    """A published limit is a ceiling for doubt: twice as many and at least two more are a finding (our choice)."""
    assert service.at.date is not None
    limit = tables.unit_limit(service.at.code, service.at.date, _setting(service))
    if limit is None:
        return None
    use = use_of_published(limit, f"{limit.code}: {limit.units}")
    return _Ceiling(most=max(2 * limit.units, limit.units + 2), by_line=limit.by == "line", unit=unit, use=use)


def _setting(service: Service) -> Setting:
    if service.at.line.revenue_code:
        return "outpatient_hospital"
    return "equipment" if service.at.code.startswith(("E", "K", "L")) else "practitioner"


def _draft(services: Sequence[Service], bill: Billed, ceiling: _Ceiling, text: str) -> Draft:
    counted = sum(map(_units, services))
    most = _allowed(services[0], ceiling)
    facts: list[Fact] = [fact for service in services for fact in service.facts(*_FIELDS)]
    facts.append(Fact(document=bill.paper.id, field="units_of_the_day", value=_shown(counted)))
    facts.append(worked_out(bill.paper.id, "plausible_units", most))
    return Draft(
        kind=_KIND,
        text=text if ceiling.unit else f"{text}_unnamed",
        lines=tuple(at for service in services for at in service.lines),
        documents=tuple(sorted({bill.paper.id, *(at.document.id for service in services for at in service.lines)})),
        amount=total_if_whole([service.at.charge for service in services]),
        facts=tuple(facts),
        words={
            "code": services[0].at.code,
            "units": _shown(counted),
            "most": str(most),
            **({"unit": Phrase(ceiling.unit)} if ceiling.unit else {}),
        },
        tables=(ceiling.use,),
    )


def _shown(units: float) -> str:
    """A count as people write it: whole where it is whole."""
    return str(int(units)) if units == int(units) and units < _LARGEST_COUNT else str(units)


RULE = Rule(name="units", version=1, kinds=(_KIND,), tables=(CEILINGS, MODIFIER_ROLES), judge=_judge)
