"""Reports for tests, made of worked cases and of papers typed for one test."""

import datetime
import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plainbill.acting import Known, Report, Writing, act, find_contacts, find_deadlines, writings_of
from plainbill.acting.writing import Blanks, Grid, Heading, Listing, Paragraph, Sentence
from plainbill.case import Case, Finding, Source, read_as
from plainbill.checking import check
from tests.checking.making import Written
from tests.example_cases import OWN, WorkedCase, worked_cases

TODAY = datetime.date(2024, 12, 1)
NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


@functools.cache
def cases() -> dict[str, WorkedCase]:
    """Our own worked cases by name, without those that are refused."""
    return {case.name: case for case in worked_cases(OWN) if not case.is_refused}


@functools.cache
def report_of(name: str) -> Report:
    """The report of a worked case, on no day."""
    return acted(cases()[name].read())


def acted(
    case: Case,
    *,
    today: datetime.date | None = None,
    doubtful: bool = False,
    sources: Mapping[str, Source] = NO_SOURCES,
) -> Report:
    """The report of a case; where it is `doubtful`, nothing confirms the values its findings rest on."""
    result = check(case, today=today)
    findings = tuple(_in_doubt(finding) if doubtful else finding for finding in result.findings)
    known = Known(case=case, findings=findings, not_assessed=result.not_assessed, sources=sources)
    contacts = [each for paper in case.documents for each in find_contacts(paper, findings)]
    deadlines = [each for paper in case.documents for each in find_deadlines(paper, findings, today)]
    return act(known, contacts=contacts, deadlines=deadlines, today=today)


def _in_doubt(finding: Finding) -> Finding:
    return finding.but(reading="check_photo")


def typed(*documents: Written, today: datetime.date | None = None, **story: object) -> Report:
    """The report of papers typed for a test, with what the patient tells."""
    case = {"documents": list(documents), "story": story or None}
    return acted(read_as(Case, case), today=today)


def all_kinds() -> dict[str, str]:
    """For each kind that our worked cases hold, the first case with it."""
    found: dict[str, str] = {}
    for name in sorted(cases()):
        for finding in report_of(name).findings:
            found.setdefault(finding.kind, name)
    return found


def sentences(writing: Writing) -> Iterator[Sentence]:
    """Every sentence of a writing, those of table cells as well."""
    for block in writing.blocks:
        if isinstance(block, Heading):
            yield Sentence(text=block.text)
        elif isinstance(block, Paragraph):
            yield from block.sentences
        elif isinstance(block, Listing):
            yield from (sentence for entry in block.entries for sentence in entry)
        elif isinstance(block, Grid):
            yield from (Sentence(text=cell.text, facts=cell.facts) for row in block.rows for cell in row)
        elif isinstance(block, Blanks):
            yield from (Sentence(text=label) for label in block.labels)


def words_of(report: Report, kind: str = "") -> str:
    """Everything that is written for a person, or all writings of one kind."""
    chosen = [writing for writing in writings_of(report) if kind in ("", writing.kind)]
    return "\n".join(sentence.text for writing in chosen for sentence in sentences(writing))
