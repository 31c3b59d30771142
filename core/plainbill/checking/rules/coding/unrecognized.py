"""unrecognized-service: what the patient does not know or says did not happen, or the visit summary does not list."""

from collections.abc import Iterator, Sequence

from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line, told
from plainbill.checking.matching.acts import Act
from plainbill.checking.money import total
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "unrecognized-service"
_FIELDS = ("service_date", "code", "modifiers", "description", "units", "charge")
# What a summary of a visit rarely lists one by one: anesthesia; blood draws; laboratory; vaccines and giving them;
# oxygen by finger clip; drips and shots; the visit itself and what is charged beside it.
_RARELY_LISTED = (
    ("00100", "01999"),
    ("36400", "36416"),
    ("80000", "89999"),
    ("90281", "90759"),
    ("94760", "94762"),
    ("96360", "96379"),
    ("99000", "99999"),
)
# The reading alone and the machine alone belong to somebody else's record; an outside laboratory has its own.
_ELSEWHERE = frozenset({"26", "TC", "90"})


def _judge(situation: Situation) -> Iterator[Outcome]:
    acts = situation.acts
    done: set[str] = set()
    for text, refs in (("not_received", situation.story.not_received), ("unrecognized", situation.story.unrecognized)):
        for act in _named(situation, acts, frozenset(refs)):
            if not done & {at.ref for at in act.lines}:
                done |= {at.ref for at in act.lines}
                yield _draft(act, text, tuple(told(text, at.ref) for at in act.lines if at.ref in refs), ())
    for act, records in _unrecorded(situation, acts):
        if not done & {at.ref for at in act.lines}:
            lines = tuple(fact for record in records for at in record.standing for fact in on_line(at, "code"))
            yield _draft(act, "not_in_record", lines, records)


def _named(situation: Situation, acts: Sequence[Act], refs: frozenset[str]) -> Iterator[Act]:
    """The services that the patient names, on whichever paper; a charge that was taken back is in question no more."""
    if not refs:
        return
    by_line = {at.ref: act for act in acts for at in act.lines}
    by_service = {(act.code, act.day): act for act in reversed(acts) if act.code}
    for paper in situation.papers.papers:
        for at in () if paper.foreign else paper.standing:
            if at.ref in refs:
                found = by_line.get(at.ref) or by_service.get((at.code, at.date))
                if found is not None:
                    yield found
                elif paper.document.kind in ("bill", "eob"):
                    yield Act(lines=(at,), papers=(paper,), decision=None)


def _unrecorded(situation: Situation, acts: Sequence[Act]) -> Iterator[tuple[Act, tuple[Paper, ...]]]:
    """Procedures that no record of the visit lists, where the records list the others of that visit by their codes."""
    found = [(act, records) for act in acts if (records := situation.records.of(act))]
    codes = {record.id: frozenset(at.code for at in record.standing) for _, records in found for record in records}
    telling = {record.id for act, records in found for record in records if act.code in codes[record.id]}
    for act, records in found:
        if act.is_refused or act.modifiers & _ELSEWHERE or not _is_expected(act.code):
            continue
        if all(record.id in telling and _lists_no_kin(act.code, codes[record.id]) for record in records):
            yield act, records


def _is_expected(code: str) -> bool:
    """Whether a record that lists codes would list this one: a procedure, a picture or a therapy."""
    return len(code) == 5 and code.isdigit() and not any(low <= code <= high for low, high in _RARELY_LISTED)


def _lists_no_kin(code: str, recorded: frozenset[str]) -> bool:
    """Codes that begin alike may be one service counted otherwise; therapies stand one beside the other."""
    kin = code if code.startswith("97") else code[:3]
    return "" not in recorded and not any(other.startswith(kin) for other in recorded)


def _draft(act: Act, text: str, facts: tuple[Fact, ...], records: tuple[Paper, ...]) -> Draft:
    billed = [at for at in act.lines if at.document.kind == "bill"] or [act.claim]
    charges = [at.charge for at in billed if at.charge is not None]
    return Draft(
        kind=_KIND,
        text=text,
        lines=act.lines,
        documents=(*act.document_ids, *(record.id for record in records)),
        amount=total(charges) if charges else None,
        facts=(*act.facts(*_FIELDS), *facts),
        words={"service": act.called},
        confidence="possible" if text == "not_in_record" else "likely",
        joins=act.papers[0].id,
    )


RULE = Rule(name="unrecognized", version=1, kinds=(_KIND,), judge=_judge)
