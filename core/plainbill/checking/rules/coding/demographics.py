"""demographic-code-conflict: the papers show a sex or an age that a code does not go with."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainbill.checking.codes.lookups import DEMOGRAPHIC, demographic, use_of
from plainbill.checking.codes.persons import Person, persons
from plainbill.checking.drafts import Draft, Missing, Outcome, Phrase
from plainbill.checking.evidence import Fact, on_paper
from plainbill.checking.identity import clean, identifier
from plainbill.checking.matching.services import Billed, Service
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.tables import Row

_KIND = "demographic-code-conflict"
_FIELDS = ("service_date", "code", "modifiers", "description", "charge")
# Modifier KX on a line, condition code 45 on a hospital claim: the sex on file is known to differ from the code.
_EXCUSE = "KX"
_CONDITION_45 = re.compile(r"condition codes?\W+(?:[0-9a-z]{2}\W+)*?45\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    """A code of one line, or the one at `place` in a paper's head where `service` is None."""

    system: str
    code: str
    shown: str
    service: Service | None
    place: int = 0
    days: tuple[datetime.date, ...]

    def facts(self, paper: Paper) -> tuple[Fact, ...]:
        """Return what the finding rests on besides the person."""
        if self.service is None:
            return on_paper(paper, f"diagnosis_codes[{self.place}]", "service_from")
        return self.service.facts(*(_FIELDS if self.system == "procedure" else ("service_date", "diagnosis_codes")))


def _judge(situation: Situation) -> Iterator[Outcome]:
    who = persons(situation)
    for bill in situation.billed:
        if not bill.own and bill.services:
            continue
        rows = [(code, row) for code in _codes(bill) for row in demographic(code.system, code.code)]
        if rows and not _is_excused(bill.paper):
            for code, row in rows:
                yield from _judge_code(code, row, who[bill.paper.id], bill)


def _is_excused(paper: Paper) -> bool:
    texts = (paper.document.text, *(remark.text for remark in paper.document.remarks))
    return any(_CONDITION_45.search(clean(text)) for text in texts if text)


def _codes(bill: Billed) -> Iterator[_Code]:
    for service in bill.own:
        if _EXCUSE not in service.modifiers:
            yield from _on_service(service)
    head = bill.paper.document.diagnosis_codes
    if head and not any(_EXCUSE in service.modifiers for service in bill.services):
        days = tuple(sorted(bill.paper.dates))
        for place, text in enumerate(head):
            code = identifier(text)
            yield _Code(system="diagnosis", code=code, shown=text.strip(), service=None, place=place, days=days)


def _on_service(service: Service) -> Iterator[_Code]:
    days = service.at.days
    if service.at.code:
        shown = (service.at.line.code or "").strip()
        yield _Code(system="procedure", code=service.at.code, shown=shown, service=service, days=days)
    printed = {identifier(text): text.strip() for at in service.lines for text in at.line.diagnosis_codes}
    for code, shown in sorted(printed.items()):
        yield _Code(system="diagnosis", code=code, shown=shown, service=service, days=days)


def _judge_code(code: _Code, row: Row, person: Person, bill: Billed) -> Iterator[Outcome]:
    if row["sex"] and "patient_sex" in person.nobody_says:
        yield Missing(kinds=(_KIND,), needs="story", text="sex_unknown", field="patient_sex")
    elif row["sex"] and person.sex and person.sex != row["sex"]:
        yield _draft("sex", code, row, bill, person.sex_facts)
        return
    if not row["unit"]:
        return
    if "patient_age" in person.nobody_says:
        yield Missing(kinds=(_KIND,), needs="story", text="age_unknown", field="patient_age")
    elif person.is_clearly_outside(int(row["age_from"]), int(row["age_to"]), row["unit"], code.days):
        yield _draft("age", code, row, bill, person.age_facts)


def _draft(text: str, code: _Code, row: Row, bill: Billed, known: tuple[Fact, ...]) -> Draft:
    lines = code.service.lines if code.service else ()
    return Draft(
        kind=_KIND,
        text=text,
        lines=lines,
        documents=tuple(sorted({bill.paper.id, *(at.document.id for at in lines)})),
        facts=(*code.facts(bill.paper), *known),
        words={"code": code.shown, "about": Phrase(row["about"]), "known": known[0].value},
        tables=(use_of(DEMOGRAPHIC, row, code.shown),),
        joins=f"{bill.paper.id} {text}",
    )


RULE = Rule(name="demographics", version=1, kinds=(_KIND,), tables=(DEMOGRAPHIC,), judge=_judge)
