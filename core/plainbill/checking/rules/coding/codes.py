"""invalid-code: a code that had ended or not begun on the day of service, or that can be no code."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from plainbill.checking.codes.faults import CodeFault, outside
from plainbill.checking.codes.forms import is_no_code, is_no_modifier
from plainbill.checking.codes.lookups import LIVES, life, use_of, use_of_published
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.matching.services import Billed, Service
from plainbill.checking.refusals.notes import codes_that_say
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.describing.code_shapes import read_procedure_code
from plainbill.knowledge.published import PublishedTables

_KIND = "invalid-code"
_LINE_FIELDS = ("service_date", "service_date_to", "code", "modifiers", "description", "charge")
# Every edition of the HCPCS file has this code: without it the file was not imported, and a missing code says nothing.
_ALWAYS_THERE = "A0425"
_CODE_LENGTH = 5


def _judge(situation: Situation) -> Iterator[Outcome]:
    for bill in situation.billed:
        for service in bill.own:
            found = [*_on_code(service, bill, situation.tables), *_on_modifiers(service, bill)]
            # The plan's own word on a code is a finding of its own.
            if found and not service.reasons & codes_that_say(_KIND):
                yield from found


def _on_code(service: Service, bill: Billed, tables: PublishedTables) -> Iterator[Draft]:
    code = service.at.code
    if len(code) > _CODE_LENGTH and (with_modifiers := read_procedure_code(code)):
        code = with_modifiers.code
    fault = _of_shape(service.at.code) or _of_life(code, service.at.days, tables)
    if fault:
        yield _draft(fault, service, bill, service.at.line.code or "")


def _of_shape(code: str) -> CodeFault | None:
    return CodeFault(text="no_code", confidence="possible") if code and is_no_code(code) else None


def _of_life(code: str, days: Sequence[datetime.date], tables: PublishedTables) -> CodeFault | None:
    """The published table goes before the built-in one, which knows only codes whose day is sure."""
    if not code or not days:
        return None
    entry = tables.code(code)
    if entry is not None:
        first = entry.valid_from.isoformat() if entry.valid_from else ""
        last = entry.valid_to.isoformat() if entry.valid_to else ""
        return outside(first, last, days, use_of_published(entry, code))
    row = life("procedure", code)
    if row:
        return outside(row["valid_from"], row["valid_to"], days, use_of(LIVES, row, code))
    return _missing_in_file(code, days, tables) if code[0].isalpha() and code[0] != "D" else None


def _missing_in_file(code: str, days: Sequence[datetime.date], tables: PublishedTables) -> CodeFault | None:
    """A code that the newest file lacks; of days before that file it says nothing."""
    known = tables.code(_ALWAYS_THERE)
    if known is None or min(days) < known.edition_from:
        return None
    return CodeFault(text="unknown", confidence="possible", tables=(use_of_published(known, code),))


def _on_modifiers(service: Service, bill: Billed) -> Iterator[Draft]:
    for modifier in sorted(service.modifiers):
        if is_no_modifier(modifier):
            fault = CodeFault(text="no_modifier", confidence="possible")
            yield _draft(fault, service, bill, modifier)


def _draft(fault: CodeFault, service: Service, bill: Billed, shown: str) -> Draft:
    day = service.at.date.isoformat() if service.at.date else ""
    words: Mapping[str, str] = {"code": shown.strip(), "day": day, "limit": fault.limit}
    return Draft(
        kind=_KIND,
        text=fault.text,
        lines=service.lines,
        documents=tuple(sorted({bill.paper.id, *(at.document.id for at in service.lines)})),
        amount=service.at.charge,
        facts=(*service.facts(*_LINE_FIELDS), *fault.facts(bill.paper.id)),
        words=words,
        confidence=fault.confidence,
        tables=fault.tables,
        joins=f"{bill.paper.id} {service.at.code} {fault.text} {day}",
    )


RULE = Rule(name="codes", version=1, kinds=(_KIND,), tables=(LIVES,), judge=_judge)
