"""visit-level-high: a visit level above what the record or the story supports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.case.findings import Confidence
from plainbill.case.paper import VisitReason
from plainbill.checking.codes.visits import VISITS, VisitCode, visit_code
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper, told, worked_out, written
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.records import reasons, recorded_lines
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "visit-level-high"
# Homes, hospitals and nursing homes have sicker patients; only here is a plain follow-up at the top level a sign.
_OFFICE = frozenset({"office", "video"})
# One small problem carries this level without any time (AMA E/M guidelines, elements of decision making).
_ONE_PROBLEM_CARRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """What speaks against a level: the wording, how sure it is, and the fields of the record it rests on."""

    text: str
    confidence: Confidence
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recorded:
    """What the records of one visit say of its weight; None where they do not say."""

    level: int | None
    minutes: float | None
    problems: int | None
    diagnoses: int
    is_follow_up: bool


def _judge(situation: Situation) -> Iterator[Outcome]:
    for act in situation.acts:
        code = visit_code(act.code, act.day)
        if code is None or code.rung is None or act.is_refused:
            continue
        found = situation.records.of(act)
        said = _recorded(act, code, found, situation.told.of(act))
        sign = _sign(code, said)
        if sign is not None:
            yield _draft(act, code, found, said, sign)
        elif gap := _gap(code, said, found):
            yield Missing(kinds=(_KIND,), needs="visit_summary", text=gap, document=act.lines[0].document.id)


def _recorded(act: Act, code: VisitCode, records: Sequence[Paper], told_as: VisitReason | None) -> _Recorded:
    """The most that any record of the visit says: one that supports the level is enough."""
    visits = [record.document.visit for record in records if record.document.visit]
    levels: list[int] = [visit.level for visit in visits if visit.level is not None]
    levels += [other.rung for _, other in _coded(records, code) if other.rung is not None]
    minutes = [visit.minutes for visit in visits if visit.minutes is not None]
    problems = [visit.problems_addressed for visit in visits if visit.problems_addressed is not None]
    named = [len(record.document.diagnosis_codes) for record in records]
    return _Recorded(
        level=max(levels, default=None),
        minutes=max(minutes, default=None),
        problems=max(problems, default=None),
        diagnoses=max((*named, len(act.diagnoses))),
        is_follow_up=reasons(records, told_as) == {"follow_up"},
    )


def _coded(records: Sequence[Paper], code: VisitCode) -> Iterator[tuple[Fact, VisitCode]]:
    """Visits of one family that the records list with a code of their own."""
    for at in recorded_lines(records):
        other = visit_code(at.code, at.date)
        if other is not None and other.family == code.family:
            yield from ((fact, other) for fact in on_line(at, "code"))


def _sign(code: VisitCode, said: _Recorded) -> _Sign | None:
    """Return the strongest sign against the level; what supports it silences weaker ones."""
    assert code.rung is not None
    if said.level is not None:
        too_high = said.level < code.rung
        return _Sign(text="own_level", confidence="likely", fields=("visit.level",)) if too_high else None
    if code.minutes is None or (said.problems or 0) > 1:
        return None
    if said.minutes is not None:
        return _of_time(code.rung, code.minutes, said, said.minutes)
    if not code.is_top or code.family not in _OFFICE:
        return None
    if said.is_follow_up:
        sure: Confidence = "likely" if said.diagnoses < 2 else "possible"
        return _Sign(text="follow_up", confidence=sure, fields=("visit.reason",))
    if said.problems is not None:
        return _Sign(text="one_problem", confidence="possible", fields=("visit.problems_addressed",))
    return None


def _of_time(rung: int, needed: int, said: _Recorded, minutes: float) -> _Sign | None:
    """Less time than the level needs is a sign only with at most one problem: decisions alone can carry a level."""
    if minutes >= needed or rung <= _ONE_PROBLEM_CARRIES:
        return None
    fields = ("visit.minutes", "visit.problems_addressed", "visit.reason")
    if said.problems is not None:
        return _Sign(text="short", confidence="likely", fields=fields)
    if said.is_follow_up and said.diagnoses < 2:
        return _Sign(text="short_follow_up", confidence="possible", fields=fields)
    return None


def _gap(code: VisitCode, said: _Recorded, records: Sequence[Paper]) -> str | None:
    """Return what would allow judging a level that is really in question, None where it is not."""
    if not records:
        return "top_level" if code.is_top and code.family in _OFFICE else None
    is_short = code.minutes is not None and said.minutes is not None and said.minutes < code.minutes
    return "problems_unknown" if is_short and said.level is None and said.problems is None else None


def _draft(act: Act, code: VisitCode, records: Sequence[Paper], said: _Recorded, sign: _Sign) -> Draft:
    paper = act.claim.document.id
    facts = [fact for record in records for fact in on_paper(record, *sign.fields)]
    if sign.text == "own_level":
        facts += [fact for fact, _ in _coded(records, code)]
    if said.is_follow_up and "visit.reason" in sign.fields and not any(fact.field == "visit.reason" for fact in facts):
        facts.append(told("visit_reason", "follow_up"))
    if code.rung is not None:
        facts.append(worked_out(paper, "level_of_code", code.rung))
    if code.minutes is not None:
        facts.append(worked_out(paper, "minutes_of_code", code.minutes))
    if said.level is not None:
        facts.append(worked_out(records[0].id, "level_in_record", said.level))
    return Draft(
        kind=_KIND,
        text=sign.text,
        lines=act.lines,
        documents=(*act.document_ids, *(record.id for record in records)),
        facts=(*act.facts("service_date", "code", "diagnosis_codes", "charge"), *facts),
        words={
            "code": code.code,
            "level": str(code.rung),
            "recorded": str(said.level),
            "minutes": written(said.minutes),
            "needed": str(code.minutes),
        },
        # A hospital's own level for its rooms and staff does not have to be the clinician's.
        confidence="possible" if act.claim.line.revenue_code else sign.confidence,
        tables=(code.use,),
    )


RULE = Rule(name="visit-level", version=1, kinds=(_KIND,), tables=(VISITS,), judge=_judge)
