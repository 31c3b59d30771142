"""Visit records beside the care they are about, and what the patient says the visit was for."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from plainbill.case import Story
from plainbill.case.paper import VisitReason
from plainbill.checking.codes.visits import visit_code
from plainbill.checking.identity import firm, identifier, may_be_same_patient, patient_key
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.bills import is_about
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.checking.tables import in_a_range

# Pictures and laboratory tests (CPT 70010-79999 and 80047-89398).
_ORDERED = frozenset({"70010-79999", "80047-89398"})
# A record of a longer stay than a year is a misread date.
_LONGEST_STAY = 366


class Records:
    """The visit summaries of a case by day, so that each act of care finds those of its day, patient and provider."""

    def __init__(self, papers: Papers) -> None:
        self._by_day: dict[datetime.date, list[Paper]] = defaultdict(list)
        for record in papers.of_kind("visit_summary"):
            for day in days_of(record):
                self._by_day[day].append(record)
        self._found: dict[Act, tuple[Paper, ...]] = {}

    def of(self, act: Act) -> tuple[Paper, ...]:
        """Return the records of the day, patient and provider of an act; a record without a day is of none.

        A laboratory or a picture desk has none of its own: the visit at which the test was ordered speaks for it.
        """
        found = self._by_day.get(act.day) if act.day else None
        if not found:
            return ()
        if act not in self._found:
            self._found[act] = self._among(found, act)
        return self._found[act]

    @staticmethod
    def _among(found: Sequence[Paper], act: Act) -> tuple[Paper, ...]:
        own = tuple(record for record in found if any(_may_be_of(record, paper) for paper in act.papers))
        if own or not in_a_range(act.code, _ORDERED):
            return own
        return tuple(record for record in found if any(_is_of_patient(record, paper) for paper in act.papers))


def days_of(record: Paper) -> tuple[datetime.date, ...]:
    """Return the days of service that a visit summary is about; its own date where it prints no other."""
    if record.span and record.span[0] < record.span[1]:
        first, last = record.span
        length = min((last - first).days, _LONGEST_STAY)
        return tuple(first + datetime.timedelta(days=n) for n in range(length + 1))
    printed = record.document.document_date
    return tuple(sorted(record.dates)) or ((printed,) if printed else ())


def _is_of_patient(record: Paper, paper: Paper) -> bool:
    return may_be_same_patient(record.document.patient, paper.document.patient)


def _may_be_of(record: Paper, paper: Paper) -> bool:
    """A paper that names no provider does not contradict."""
    if not _is_of_patient(record, paper):
        return False
    return not _names_provider(record) or not _names_provider(paper) or is_about(record, paper)


def _names_provider(paper: Paper) -> bool:
    provider = paper.document.provider
    return provider is not None and bool(firm(provider.name) or identifier(provider.npi) or identifier(provider.tax_id))


class Told:
    """What the patient says the visit was for; nothing where the papers hold visits of several days of one person."""

    def __init__(self, story: Story, acts: Sequence[Act]) -> None:
        self._reason = story.visit_reason
        patients = {
            patient_key(paper.document.patient): paper.document.patient for act in acts for paper in act.papers[:1]
        }
        days: dict[Hashable, set[datetime.date | None]] = {key: set() for key in patients}
        for act in acts:
            if visit_code(act.code, act.day):
                days[patient_key(act.papers[0].document.patient)].add(act.day)
        self._of_one_visit = {
            key
            for key, person in patients.items()
            if len({day for other in days if may_be_same_patient(person, patients[other]) for day in days[other]}) < 2
        }

    def of(self, act: Act) -> VisitReason | None:
        """Return the reason that the patient gives for the visit an act belongs to."""
        return self._reason if patient_key(act.papers[0].document.patient) in self._of_one_visit else None


def reasons(records: Sequence[Paper], told: VisitReason | None) -> frozenset[VisitReason]:
    """Return the reasons that records and patient give for a visit; none contradicts where there is one."""
    recorded = {record.document.visit.reason for record in records if record.document.visit}
    return frozenset(reason for reason in (*recorded, told) if reason is not None)


def recorded_lines(records: Sequence[Paper]) -> Iterator[LineAt]:
    """Yield the services that records say were performed."""
    for record in records:
        yield from record.standing
