"""Asks a plugin everything about one paper, as the engine would, and keeps what it says and how it fails."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.acting import Contact, Deadline, Known, Report
from plainbill.case import Case, Document, Finding, Line, Remark, Translation
from plainbill.checking import check
from plainbill.engine.acting import act_on, export_with
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.plugins.asking import Plugins
from plainbill.plugins.judged import Judged
from plainbill.plugins.records import Failure, Recognition
from plainbill.plugins.rules import RuleContext
from plainbill.reading.documents import parse
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.print_index import PrintIndex
from plainbill.testing.doubles import FixedClock
from plainbill.testing.subject import Subject

UNKNOWN = (Remark(code="ZQ771", text="A note that no payer has ever written."),)
"""A note that nobody can know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a plugin said of one paper, None or empty where it declined or has no such hook."""

    pages: tuple[PageWords, ...]
    recognition: Recognition | None
    layouts: tuple[PageLayout | None, ...]
    parsed: ParsedDocument | None
    translations: tuple[Translation, ...]
    meanings: tuple[CodeMeaning, ...]
    findings: tuple[Finding, ...]
    contacts: tuple[Contact, ...]
    deadlines: tuple[Deadline, ...]
    failures: tuple[Failure, ...]


def ask_everything(subject: Subject, pages: Sequence[PageWords], *, notes: Sequence[Remark] = UNKNOWN) -> Said:
    """Return what the plugin says of the paper that these pages make up."""
    plugins, failures = subject.alone()
    claims = plugins.recognize_document(pages, PrintIndex(pages))
    recognition = claims[0] if claims else None
    layouts = tuple(plugins.lay_out_page(page, recognition) for page in pages)
    known = [layout or lay_out(page) for layout, page in zip(layouts, pages, strict=True)]
    parsed = plugins.parse_document(pages, known, recognition)
    document = _document(parsed or parse(pages, known))
    advice = advice_on(subject.name, plugins, Case(documents=(document,)))
    return Said(
        pages=tuple(pages),
        recognition=recognition,
        layouts=layouts,
        parsed=parsed,
        translations=_translations(plugins, document),
        meanings=tuple(each.answer for each in plugins.explain_codes(notes, document)),
        findings=findings_on(plugins, Case(documents=(document,))),
        contacts=advice.contacts,
        deadlines=advice.deadlines,
        failures=tuple(failures),
    )


def findings_on(plugins: Plugins, case: Case) -> tuple[Finding, ...]:
    """Return what the plugin's rules find in a case."""
    judged, context = Judged(case=case, sources={}), RuleContext(today=FixedClock().today())
    return tuple(finding for rule in plugins.rules() for finding in plugins.findings(rule, judged, context))


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Whom to call and the days that count by a plugin, without what plainbill itself knows."""

    contacts: tuple[Contact, ...]
    deadlines: tuple[Deadline, ...]


def advice_on(name: str, plugins: Plugins, case: Case, today: datetime.date | None = None) -> Advice:
    """Return what the plugin called `name` says of whom to call and of days, on each paper of a case."""
    findings = check(case).findings
    papers = case.documents
    contacts = [each for paper in papers for each in plugins.find_contacts(paper, findings)]
    deadlines = [each for paper in papers for each in plugins.find_deadlines(paper, findings, today)]
    return Advice(
        contacts=tuple(each.answer for each in contacts if each.plugin == name),
        deadlines=tuple(each.answer for each in deadlines if each.plugin == name),
    )


def report_on(plugins: Plugins, case: Case) -> Report:
    """Return the report of a case that the plugin's contacts and days stand in."""
    result = check(case)
    known = Known(case=case, findings=result.findings, not_assessed=result.not_assessed)
    return act_on(known, plugins, FixedClock().today())


def exported(plugins: Plugins, case: Case) -> dict[str, bytes]:
    """Return every file that the plugin's exporters write about a case, by its path."""
    return {file.path: file.content for file in export_with(report_on(plugins, case), plugins)}


def _document(parsed: ParsedDocument | None) -> Document:
    if parsed is None:
        return Document(id="d1", kind="other")
    return parsed.document.but(id="d1")


def _translations(plugins: Plugins, document: Document) -> tuple[Translation, ...]:
    lines = document.lines or (Line(id="1", description="OFFICE VISIT"),)
    answers = plugins.describe_lines(lines, document if document.lines else None)
    return tuple(each for answer in answers for each in answer.answer if each is not None)


def reread(page: PageWords, words: Sequence[str]) -> PageWords:
    """Return the page with other letters at the places of its words; an empty one is a word that nobody saw."""
    kept = [replace(word, text=text) for word, text in zip(page.words, words, strict=True) if text]
    return replace(page, words=tuple(kept))
