"""new-patient-established: a code for a new patient though the practice knows the patient, or the reverse."""

import datetime
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.case.findings import Confidence
from plainbill.checking.codes.visits import VISITS, VisitCode, visit_code
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_paper, told
from plainbill.checking.identity import may_be_same_patient
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.bills import is_about
from plainbill.checking.matching.earlier_visits import EarlierVisits, party, within_three_years
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "new-patient-established"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """What speaks against the code: the wording, how sure it is, the day of the visit before, and what it rests on."""

    text: str
    confidence: Confidence
    day: str = ""
    documents: tuple[str, ...] = ()
    facts: tuple[Fact, ...]


def _judge(situation: Situation) -> Iterator[Outcome]:
    coded = [
        (act, code)
        for act in situation.acts
        if (code := visit_code(act.code, act.day)) and code.patient and not act.is_refused
    ]
    if not coded:
        return
    earlier = EarlierVisits(situation.papers)
    meant = _meant([(act.papers[0], code) for act, code in coded]) if situation.story.last_seen else frozenset()
    for act, code in coded:
        found = situation.records.of(act)
        is_meant = (party(act.papers[0]), code.patient) in meant
        signs = _against_new if code.patient == "new" else _against_established
        sign = signs(act, found, earlier, situation.story.last_seen if is_meant else None)
        if sign is not None:
            yield _draft(act, code, sign)


def _meant(visits: Sequence[tuple[Paper, VisitCode]]) -> frozenset[Hashable]:
    """Return parties with new or established codes of which "the last visit to this practice" can be told."""
    papers = {party(paper): paper for paper, _ in visits}
    seen = {(party(paper), code.patient) for paper, code in visits}
    return frozenset(
        (key, patient) for key, patient in seen if _is_only_practice(papers[key], papers.values(), patient == "new")
    )


def _is_only_practice(paper: Paper, others: Iterable[Paper], other_patients_may: bool) -> bool:
    """Tell whether the patient saw no other practice.

    A code for a known patient is common and mostly right, so there no other patient's visit may be in the case either.
    """
    return all(
        is_about(paper, other)
        or (other_patients_may and not may_be_same_patient(paper.document.patient, other.document.patient))
        for other in others
        if other is not paper
    )


def _says_new(records: Sequence[Paper]) -> bool | None:
    """Whether the records call the patient new; None where they do not say or contradict each other."""
    said = {record.document.visit.new_patient for record in records if record.document.visit} - {None}
    return said.pop() if len(said) == 1 else None


def _against_new(
    act: Act, records: Sequence[Paper], earlier: EarlierVisits, last: datetime.date | None
) -> _Sign | None:
    says_new = _says_new(records)
    if says_new is False:
        return _by_record("record_says_known", records)
    sure: Confidence = "possible" if says_new else "likely"
    before = earlier.before(act, records)
    if before and act.day and within_three_years(before.day, act.day):
        day = before.day.isoformat()
        return _Sign(text="seen_on_paper", confidence=sure, day=day, documents=(before.paper,), facts=before.facts)
    if last and act.day and within_three_years(last, act.day):
        return _Sign(text="seen_as_told", confidence=sure, day=last.isoformat(), facts=(told("last_seen", last),))
    return None


def _against_established(
    act: Act, records: Sequence[Paper], earlier: EarlierVisits, last: datetime.date | None
) -> _Sign | None:
    before = earlier.before(act, records)
    if before and act.day and within_three_years(before.day, act.day):
        return None
    says_new = _says_new(records)
    if says_new:
        return _by_record("record_says_new", records)
    if says_new is None and last and act.day and last < act.day and not within_three_years(last, act.day):
        facts = (told("last_seen", last),)
        return _Sign(text="not_seen_for_long", confidence="possible", day=last.isoformat(), facts=facts)
    return None


def _by_record(text: str, records: Sequence[Paper]) -> _Sign:
    facts = tuple(fact for record in records for fact in on_paper(record, "visit.new_patient"))
    return _Sign(text=text, confidence="likely", documents=tuple(record.id for record in records), facts=facts)


def _draft(act: Act, code: VisitCode, sign: _Sign) -> Draft:
    return Draft(
        kind=_KIND,
        text=sign.text,
        lines=act.lines,
        documents=(*act.document_ids, *sign.documents),
        facts=(*act.facts("service_date", "code", "charge"), *sign.facts),
        words={"code": code.code, "day": sign.day},
        confidence=sign.confidence,
        tables=(code.use,),
        joins=act.claim.document.id,
    )


RULE = Rule(name="new-patient", version=1, kinds=(_KIND,), tables=(VISITS,), judge=_judge)
