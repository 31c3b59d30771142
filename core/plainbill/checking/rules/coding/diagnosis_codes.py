"""invalid-code: a diagnosis code that had ended or not begun on the day of service, or that only heads a group."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import TableUse
from plainbill.checking.codes.faults import CodeFault, outside
from plainbill.checking.codes.lookups import LIVES, life, use_of
from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.identity import firm, identifier
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.tables import Row

_KIND = "invalid-code"
# The plan's own word on a diagnosis code is a finding of its own (CARC 146; RARC M76, M64, MA63).
_PLAN_S_WORD = frozenset({"146", "M76", "M64", "MA63"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """One diagnosis code as printed on a line, or at `place` in a paper's head where `at` is None."""

    shown: str
    at: LineAt | None
    place: int = 0

    def days(self, paper: Paper) -> tuple[datetime.date, ...]:
        """Return the days it is for; in a stay those of the whole stay, whose last day decides which codes hold."""
        if self.at is None or self.at.in_stay:
            return tuple(sorted(paper.dates))
        return self.at.days

    def facts(self, paper: Paper) -> tuple[Fact, ...]:
        """Return it as evidence, with the days."""
        if self.at is None:
            return on_paper(paper, f"diagnosis_codes[{self.place}]")
        return on_line(self.at, "diagnosis_codes", "service_date", "service_date_to")


def _judge(situation: Situation) -> Iterator[Outcome]:
    named = {at for bill in situation.billed for s in bill.services if s.reasons & _PLAN_S_WORD for at in s.lines}
    for paper in situation.standing:
        for code, places in _by_code(paper, named).items():
            row = life("diagnosis", code)
            if row is not None:
                yield from _on_paper(row, places, paper)


def _by_code(paper: Paper, named: set[LineAt]) -> Mapping[str, Sequence[_Printed]]:
    """Every diagnosis code of a paper with its places, those left out that the plan itself names."""
    found: dict[str, list[_Printed]] = {}
    for at in paper.standing:
        for written in dict.fromkeys(at.line.diagnosis_codes if at not in named else ()):
            found.setdefault(identifier(written), []).append(_Printed(shown=written.strip(), at=at))
    if named.isdisjoint(paper.standing):
        for place, written in enumerate(paper.document.diagnosis_codes):
            found.setdefault(identifier(written), []).append(_Printed(shown=written.strip(), at=None, place=place))
    return found


def _on_paper(row: Row, places: Sequence[_Printed], paper: Paper) -> Iterator[Draft]:
    use = use_of(LIVES, row, places[0].shown)
    faulty = [(place, fault) for place in places if (fault := _fault(row, place.days(paper), use))]
    if not faulty:
        return
    fault = faulty[0][1]
    first = min((day for place, _ in faulty for day in place.days(paper)), default=None)
    yield Draft(
        kind=_KIND,
        text=f"diagnosis_{fault.text}",
        lines=tuple(place.at for place, _ in faulty if place.at),
        documents=(paper.id,),
        facts=(
            *(fact for place, _ in faulty for fact in place.facts(paper)),
            *fault.facts(paper.id),
            *_day_facts(first, paper),
        ),
        words={"code": places[0].shown, "limit": fault.limit, "day": first.isoformat() if first else ""},
        confidence=fault.confidence,
        tables=fault.tables,
        joins=f"{row['code']} {' '.join(_provider(paper))}",
    )


def _fault(row: Row, days: Sequence[datetime.date], use: TableUse) -> CodeFault | None:
    if row["header"]:
        return CodeFault(text="header", confidence="likely", tables=(use,))
    return outside(row["valid_from"], row["valid_to"], days, use) if days else None


def _day_facts(day: datetime.date | None, paper: Paper) -> tuple[Fact, ...]:
    """Where the paper prints the day that the finding names, which may stand on another line."""
    at = next((at for at in paper.lines if day and day in (at.date, at.date_to)), None)
    return on_line(at, "service_date", "service_date_to") if at else on_paper(paper, "service_from", "service_to")


def _provider(paper: Paper) -> tuple[str, ...]:
    return firm(paper.document.provider.name) if paper.document.provider else ()


RULE = Rule(name="diagnosis-codes", version=1, kinds=(_KIND,), tables=(LIVES,), judge=_judge)
