"""The codes of bill, plan paper, record and estimate side by side, with what differs marked."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from plainbill.acting.papers import LineIn, Papers, code_of
from plainbill.acting.services import COLUMNS, Service, services_of
from plainbill.acting.values import Value, of_line, shortened
from plainbill.case import Document, Entry, Evidence, Finding, Line
from plainbill.case.values import NULL_IS_EMPTY, Text
from plainbill.describing.words import bare

_SHOWN = ("code", "modifiers", "service_date", "units", "diagnosis_codes", "charge")
_ON_PLAN_PAPER = ("status", "plan_paid", "patient_responsibility")


class Printed(Entry):
    """What one paper prints of a service: its line and the values there, by field, as a person reads them."""

    document: Text
    line: Text
    values: dict[Text, Text]
    facts: tuple[Evidence, ...]


class Compared(Entry):
    """One service on all papers; `differs` are the fields that papers print otherwise, `missing` those without it."""

    words: Text
    printed: tuple[Printed, ...]
    differs: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    missing: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()


class Comparison(Entry):
    """The services of a case side by side; `documents` are the papers, in the order of the columns."""

    documents: tuple[Text, ...]
    services: tuple[Compared, ...]


def compare(papers: Papers, findings: Sequence[Finding]) -> Comparison:
    """Return the services of a case with what each paper prints of them."""
    listing = [paper for kind in COLUMNS for paper in papers.case.documents if paper.kind == kind and paper.lines]
    services = services_of(papers, findings)
    return Comparison(
        documents=tuple(paper.id for paper in listing),
        services=tuple(_compared(service, listing) for service in services),
    )


def _compared(service: Service, listing: Sequence[Document]) -> Compared:
    entries = list(service.lines.values())
    words = (of_line(*entry, "description") for entry in entries)
    return Compared(
        words=next((shortened(each.text) for each in words if each), ""),
        printed=tuple(_printed(*entry) for entry in entries),
        differs=tuple(field for field in _SHOWN if _differs(field, entries)),
        missing=tuple(paper.id for paper in listing if paper.id not in service.lines),
    )


def _printed(paper: Document, line: Line) -> Printed:
    values = dict(_values((paper, line)))
    return Printed(
        document=paper.id,
        line=line.id,
        values={field: value.text for field, value in values.items()},
        facts=tuple(fact for value in values.values() for fact in value.facts),
    )


def _values(entry: LineIn) -> Iterator[tuple[str, Value]]:
    paper, line = entry
    fields = (*_SHOWN, *_ON_PLAN_PAPER) if paper.kind == "eob" else _SHOWN
    for field in fields:
        value = code_of(paper, line) if field == "code" else of_line(paper, line, field)
        if field != "modifiers" and value is not None:
            yield field, value


def _differs(field: str, entries: Sequence[LineIn]) -> bool:
    """Whether papers that print a field print it otherwise; what a paper leaves out is no difference."""
    written = [_comparable(getattr(line, field)) for _, line in entries]
    there = [value for value in written if value not in (None, "", frozenset())]
    return len(set(there)) > 1


def _comparable(value: object) -> object:
    if isinstance(value, tuple):
        return frozenset(bare(str(each)).replace(".", "") for each in value)
    return bare(value) if isinstance(value, str) else value
