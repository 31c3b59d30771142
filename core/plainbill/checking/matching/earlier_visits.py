"""Earlier visits of a patient to a practice, as any paper of the case shows them, and the three years that count."""

import bisect
import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.checking.codes.visits import visit_code
from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.identity import firm, identifier, patient_key
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.bills import is_about
from plainbill.checking.matching.records import days_of
from plainbill.checking.papers import Paper, Papers, natural

_YEARS = 3
# A wrong day on a paper is mostly a wrong digit of the day or the month before.
_MISPRINTED_BY_DAYS = 31
_KINDS = ("bill", "eob", "visit_summary")
_ANY = "\0any doctor"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierVisit:
    """A visit before another one, with where it stands."""

    day: datetime.date
    paper: str
    facts: tuple[Fact, ...]


def within_three_years(earlier: datetime.date, day: datetime.date) -> bool:
    """Tell whether `day` is at most three years after `earlier`; the third anniversary itself still is."""
    # Without making a date of it: the anniversary of 29 February may not exist, nor the year after the last one.
    return earlier < day and (day.year, day.month, day.day) <= (earlier.year + _YEARS, earlier.month, earlier.day)


class EarlierVisits:
    """The visits on all papers by practice and patient, so that the one before another is found without comparing all.

    Visits in a hospital or an emergency room are none to the practice, whatever name stands on the paper.
    """

    def __init__(self, papers: Papers) -> None:
        self._papers: dict[Hashable, Paper] = {}
        self._visits: dict[Hashable, dict[tuple[str, str], list[EarlierVisit]]] = {}
        self._by_mark: dict[Hashable, set[Hashable]] = defaultdict(set)
        self._parties: dict[tuple[str, ...], tuple[Hashable, ...]] = {}
        for paper in papers.papers:
            shown = tuple(_visits_on(paper))
            if shown:
                self._add(paper, shown)
        for by_doctor in self._visits.values():
            for visits in by_doctor.values():
                visits.sort(key=_order)

    def _add(self, paper: Paper, visits: Sequence[tuple[str, EarlierVisit]]) -> None:
        key = party(paper)
        self._papers.setdefault(key, paper)
        for mark in _marks(paper):
            self._by_mark[mark].add(key)
        by_doctor = self._visits.setdefault(key, defaultdict(list))
        for doctor, visit in visits:
            by_doctor[(doctor, paper.document.kind)].append(visit)
            by_doctor[(_ANY, paper.document.kind)].append(visit)

    def before(self, act: Act, records: Sequence[Paper]) -> EarlierVisit | None:
        """Return the last visit before an act to its practice, None where no paper shows one.

        Two doctors of one practice may have two specialties, so a visit to another doctor by name does not count. A
        paper of a kind that the act itself lacks may print its day wrong, so a visit shortly before is the act itself.
        """
        days = [at.date for at in act.lines if at.date]
        if not days:
            return None
        doctor = _name(act.claim.line.rendering_provider)
        own = {paper.document.kind for paper in (*act.papers, *records)}
        found = [
            _last_before(self._visits[key].get((name, kind), []), min(days) if kind in own else _shortly(min(days)))
            for key in self._parties_of(act)
            for name in (("", doctor) if doctor else (_ANY,))
            for kind in _KINDS
        ]
        return max((visit for visit in found if visit), key=_order, default=None)

    def _parties_of(self, act: Act) -> tuple[Hashable, ...]:
        if act.document_ids not in self._parties:
            near = {key for own in act.papers for mark in _marks(own) for key in self._by_mark.get(mark, ())}
            self._parties[act.document_ids] = tuple(
                key for key in near if any(is_about(self._papers[key], own) for own in act.papers)
            )
        return self._parties[act.document_ids]


def _marks(paper: Paper) -> frozenset[Hashable]:
    """Names and numbers of which two papers of one provider share at least one."""
    provider = paper.document.provider
    own = (firm(provider.name), identifier(provider.npi), identifier(provider.tax_id)) if provider else ()
    return frozenset(mark for mark in (*own, *paper.doctors) if mark)


def party(paper: Paper) -> Hashable:
    """Return what is the same on all papers of one practice for one patient, as far as they print it alike."""
    provider = paper.document.provider
    return (
        (firm(provider.name), identifier(provider.npi), identifier(provider.tax_id)) if provider else None,
        patient_key(paper.document.patient),
        _member_of_nobody(paper),
        paper.doctors,
    )


def _member_of_nobody(paper: Paper) -> str:
    """The member's number on a notice that names no patient: a remittance may be about several."""
    patient, coverage = paper.document.patient, paper.document.coverage
    unnamed = paper.document.kind == "eob" and (patient is None or not patient.name)
    return identifier(coverage.member_id) if unnamed and coverage is not None else ""


def _visits_on(paper: Paper) -> Iterator[tuple[str, EarlierVisit]]:
    """The visits on a paper, each with the doctor it names."""
    visit = paper.document.visit
    if visit is not None and visit.reason != "emergency" and days_of(paper):
        facts = on_paper(paper, "service_from", "document_date", "visit.reason")
        yield "", EarlierVisit(day=days_of(paper)[0], paper=paper.id, facts=facts)
    for at in paper.standing:
        code = visit_code(at.code, at.date)
        if at.date is not None and code is not None and code.patient is not None:
            seen = EarlierVisit(day=at.date, paper=paper.id, facts=on_line(at, "service_date", "code"))
            yield _name(at.line.rendering_provider), seen


def _last_before(visits: list[EarlierVisit], day: datetime.date) -> EarlierVisit | None:
    place = bisect.bisect_left(visits, day, key=lambda visit: visit.day)
    return visits[place - 1] if place else None


def _shortly(day: datetime.date) -> datetime.date:
    """The day before which a visit cannot be this one under a wrong date."""
    return datetime.date.fromordinal(max(1, day.toordinal() - _MISPRINTED_BY_DAYS))


def _order(visit: EarlierVisit) -> tuple[datetime.date, tuple[tuple[int, int, str], ...], str]:
    return (visit.day, natural(visit.paper), str(visit.facts))


def _name(doctor: str | None) -> str:
    return " ".join(firm(doctor))
