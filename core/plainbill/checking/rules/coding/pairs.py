"""unbundled-pair: two codes for one act of care, on one day from one provider, with nothing that sets them apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from plainbill.case import TableUse
from plainbill.case.findings import Confidence
from plainbill.checking.codes.lookups import (
    MODIFIER_ROLES,
    PAIRS,
    holds_on,
    in_range,
    modifiers_with,
    partners,
    use_of,
    use_of_published,
)
from plainbill.checking.drafts import Draft, Outcome, Phrase
from plainbill.checking.matching.services import Billed, Service, by_provider
from plainbill.checking.money import total_if_whole
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.published import PublishedTables

_KIND = "unbundled-pair"
_FIELDS = ("service_date", "code", "modifiers", "description", "charge", "rendering_provider")
_ANESTHESIA = "00100-01999"
_VISITS = ("99202-99499", "92002-92014", "G0402-G0402", "G0438-G0439")
# Each pair of codes is looked up in the published tables; a day with more codes than that is a stay.
_MOST_CODES = 40
# More ways to mark one code on one day than that are no bill of a person.
_MOST_MARKINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """Two codes that are not paid together; `rescue` says which modifiers lift it."""

    one: str
    two: str
    rescue: str
    reason: str
    use: TableUse


def _judge(situation: Situation) -> Iterator[Outcome]:
    for bill in situation.billed:
        # Visits carry modifier 25 every day; a paper without any modifier may have been printed without them.
        prints_marks = any(service.modifiers for service in bill.services)
        fit = [service for service in bill.services if _counts(service)]
        for services in by_provider(bill.paper, fit):
            by_code: dict[str, list[Service]] = defaultdict(list)
            for service in services:
                by_code[service.at.code].append(service)
            for edit in _edits(by_code, situation.tables):
                confidence: Confidence = "likely" if prints_marks or edit.rescue != "separate" else "possible"
                for draft in _found(edit, by_code[edit.one], by_code[edit.two], bill):
                    yield replace(draft, confidence=confidence)


def _counts(service: Service) -> bool:
    """A line that stands and asks money; helpers and sleep medicine at an operation are services of their own."""
    at = service.at
    if not at.code or at.in_stay or in_range(at.code, _ANESTHESIA) or service.is_refused:
        return False
    return not service.modifiers & modifiers_with("helper")


def _edits(by_code: Mapping[str, Sequence[Service]], tables: PublishedTables) -> Iterator[_Edit]:
    """Yield the edits among the codes of one day; a published one goes before a built-in one."""
    published: set[frozenset[str]] = set()
    if len(by_code) <= _MOST_CODES:
        for one, other in combinations(sorted(by_code), 2):
            edit = _published(one, other, by_code, tables)
            if edit:
                published.add(frozenset((one, other)))
                yield edit
    for one in sorted(by_code.keys() & partners().keys()):
        for two in sorted(partners()[one].keys() & by_code.keys()):
            if frozenset((one, two)) not in published:
                yield from _built_in(one, two, by_code)


def _published(one: str, other: str, by_code: Mapping[str, Sequence[Service]], tables: PublishedTables) -> _Edit | None:
    day = by_code[one][0].at.date
    assert day is not None
    at_hospital = _is_at_hospital(one, other, by_code)
    edit = tables.pair(one, other, day, "outpatient_hospital" if at_hospital else "practitioner")
    if edit is None:
        return None
    helped = "separate" if any(in_range(edit.column_two, visits) for visits in _VISITS) else "any"
    use = use_of_published(edit, f"{edit.column_one}/{edit.column_two}")
    rescue = helped if edit.modifier_helps else "none"
    return _Edit(one=edit.column_one, two=edit.column_two, rescue=rescue, reason="", use=use)


def _is_at_hospital(one: str, two: str, by_code: Mapping[str, Sequence[Service]]) -> bool:
    return any(service.at.line.revenue_code for code in (one, two) for service in by_code[code])


def _built_in(one: str, two: str, by_code: Mapping[str, Sequence[Service]]) -> Iterator[_Edit]:
    row = partners()[one][two]
    day = by_code[two][0].at.date
    at_hospital = _is_at_hospital(one, two, by_code)
    if day and holds_on(row, day) and not (row["where"] == "clinician" and at_hospital):
        use = use_of(PAIRS, row, f"{one}/{two}")
        yield _Edit(one=one, two=two, rescue=row["rescue"], reason=row["reason"], use=use)


def _found(edit: _Edit, ones: Sequence[Service], twos: Sequence[Service], bill: Billed) -> Iterator[Draft]:
    whole = _one_for_each_marking(ones)
    parts = [two for two in twos if any(not _apart(one, two, edit.rescue) for one in whole)]
    if not parts:
        return
    holder = next(one for one in whole if any(not _apart(one, part, edit.rescue) for part in parts))
    services = (holder, *parts)
    if bill.paper.document.kind == "eob" and all(service.on_bill for service in services):
        return  # judged on the bill, or billed on two bills
    yield Draft(
        kind=_KIND,
        text="built_in" if edit.reason else "published",
        lines=tuple(at for service in services for at in service.lines),
        documents=tuple(sorted({at.document.id for service in services for at in service.lines})),
        amount=total_if_whole([part.at.charge for part in parts]),
        facts=tuple(fact for service in services for fact in service.facts(*_FIELDS)),
        words={"one": edit.one, "two": edit.two, **({"reason": Phrase(edit.reason)} if edit.reason else {})},
        tables=(edit.use,),
        joins=f"{bill.paper.id} {edit.one} {holder.at.date} {edit.reason}",
    )


def _one_for_each_marking(services: Sequence[Service]) -> list[Service]:
    marked = {(service.modifiers, service.time): service for service in reversed(services)}
    return list(marked.values())[::-1][:_MOST_MARKINGS]


def _apart(one: Service, two: Service, rescue: str) -> bool:
    """Tell whether the papers set two services apart: by the time of day, by who did which part, or by a modifier."""
    if one.time and two.time and one.time != two.time:
        return True
    reading_or_machine = modifiers_with("part")
    here, there = one.modifiers & reading_or_machine, two.modifiers & reading_or_machine
    if here and there and not here & there:
        return True
    if rescue == "none":
        return False
    lifting = modifiers_with("repeat" if rescue == "repeat" else "separate")
    if (one.modifiers | two.modifiers) & lifting:
        return True
    return rescue == "any" and _on_other_sides(one, two)


def _on_other_sides(one: Service, two: Service) -> bool:
    """A side on one line only says nothing of the other, which may be the other side."""
    printed = (one.modifiers | two.modifiers) & modifiers_with("side")
    return bool(printed) and not _sides(one) & _sides(two)


def _sides(service: Service) -> frozenset[str]:
    both = frozenset({"RT", "LT"}) if service.modifiers & modifiers_with("both") else frozenset()
    return (service.modifiers & modifiers_with("side")) | both


RULE = Rule(name="pairs", version=1, kinds=(_KIND,), tables=(PAIRS, MODIFIER_ROLES), judge=_judge)
