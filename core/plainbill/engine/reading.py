"""From files to a case: the pages are read, sorted into papers, and every paper becomes a Document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainbill.case import Case, Document, FaultyFile, PageReport, Problem, ReadResult, Source, Story
from plainbill.case.references import reference_faults
from plainbill.engine.collecting import collection_held_off
from plainbill.engine.pages import PageReader, ReadPage
from plainbill.engine.recognizing import Recognizer, with_payer
from plainbill.engine.refusals import NothingRead
from plainbill.engine.second_look import SecondLook
from plainbill.engine.watching import Step, Watch
from plainbill.plugins.asking import Plugins
from plainbill.plugins.records import PageRange, Recognition, SourceFile
from plainbill.reading.confirming.across import confirm_across
from plainbill.reading.confirming.first_parse import first_parses_kept
from plainbill.reading.fields.patients import as_of_all, by_patient
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.piles.repeats import page_problems
from plainbill.reading.piles.sorting import group_pages
from plainbill.settings import ReadingSettings

NOT_MEDICAL = "does not look like a medical bill, a plan's letter or a record; send the bill itself"

NO_PAPER = "was read, but no plugin could make a paper of it; run `plainbill doctor` to see what is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutPage:
    """A page that was read and laid out."""

    words: PageWords
    layout: PageLayout


def read_files(
    files: Sequence[SourceFile],
    *,
    plugins: Plugins,
    settings: ReadingSettings,
    pages: PageRange,
    watch: Watch,
    story: Story | None = None,
) -> ReadResult:
    """Return the case that the files hold, with the source of every value.

    Raises:
        NothingRead: no page of any file could be read as a medical paper.
        FaultyFile: the story names a line that the papers do not have.
    """
    with first_parses_kept():
        reader = page_reader(plugins, settings, watch)
        read, look = list(reader.read(files, pages)), reader.look
        laid_out = list(_lay_out(read, look))
        piles = group_pages([page.words for page in laid_out], [page.layout for page in laid_out])
        papers = list(_parse(laid_out, piles, plugins, look.recognizer))
    reports = _with_not_medical([page.report for page in read], laid_out, piles)
    watch.on_step(Step(kind="parsed"))
    if not papers:
        raise NothingRead(tuple(_with_a_reason(report) for report in reports))
    documents, sources = _numbered([parsed for _, parsed in papers])
    reports = _with_documents(reports, papers, documents)
    return ReadResult(case=_with_story(documents, story), sources=sources, pages=tuple(reports))


def page_reader(plugins: Plugins, settings: ReadingSettings, watch: Watch) -> PageReader:
    """Return what reads pages as the settings say."""
    look = SecondLook(plugins, watch, first=settings.reader, second=settings.second_reader)
    return PageReader(plugins, settings, watch, look)


def _with_a_reason(report: PageReport) -> PageReport:
    """A page that no plugin made a paper of, though nothing was wrong with it, says at least that."""
    return report if report.problems else _with_problems(report, (Problem(kind="unreadable", text=NO_PAPER),))


def _with_story(documents: tuple[Document, ...], story: Story | None) -> Case:
    papers = Case(documents=documents)
    if story is None:
        return papers
    written = {**papers.model_dump(mode="json"), "story": story.model_dump(mode="json")}
    faults = reference_faults(written)
    if faults:
        raise FaultyFile(faults)
    return Case(documents=documents, story=story)


def _lay_out(read: Sequence[ReadPage], look: SecondLook) -> Iterator[LaidOutPage]:
    for words in (words for page in read for words in page.words):
        layout = look.layout_of(words)
        if layout is not None:
            yield LaidOutPage(words=words, layout=layout)


def _parse(
    laid_out: Sequence[LaidOutPage], piles: Sequence[Sequence[int]], plugins: Plugins, recognizer: Recognizer
) -> Iterator[tuple[tuple[int, ...], ParsedDocument]]:
    words, layouts = [page.words for page in laid_out], [page.layout for page in laid_out]
    for pile in piles:
        pages, own = [words[i] for i in pile], [layouts[i] for i in pile]
        parts = by_patient(pages, own)
        recognized = recognizer.paper(pages)
        for part in parts:
            if len(parts) == 1:
                again = _as_its_payer_has_it(pages, own, recognized.by, plugins, recognizer)
            else:
                again = [as_of_all(plugins.lay_out_page(page, recognized.by) or PageLayout(), own) for page in part]
            with collection_held_off():
                parsed = plugins.parse_document(part, again, recognized.by)
            if parsed is not None:
                if len(parts) > 1:
                    parsed = _with_pages_of_all(parsed, own)
                yield tuple(page.index for page in part), with_payer(parsed, part, recognized)


def _with_pages_of_all(parsed: ParsedDocument, layouts: Sequence[PageLayout]) -> ParsedDocument:
    """One patient's part of a remittance, said to miss the pages that all of it misses: not each has their claims."""
    others = (problem for problem in parsed.problems if problem.kind != "missing_page")
    missing = (problem for problem in page_problems(layouts, 0) if problem.kind == "missing_page")
    return replace(parsed, problems=(*others, *missing))


def _as_its_payer_has_it(
    pages: Sequence[PageWords],
    layouts: Sequence[PageLayout],
    by: Recognition | None,
    plugins: Plugins,
    recognizer: Recognizer,
) -> list[PageLayout]:
    """The layouts, those of pages anew that do not tell by themselves whose paper they are of."""
    if by is None:
        return list(layouts)
    anew = []
    for page, layout in zip(pages, layouts, strict=True):
        own = recognizer.page(page).by
        known = own is not None and own.payer == by.payer
        anew.append(layout if known else plugins.lay_out_own_page(page, by) or layout)
    return anew


def _numbered(papers: Sequence[ParsedDocument]) -> tuple[tuple[Document, ...], dict[str, Source]]:
    documents = tuple(parsed.document.but(id=f"d{i}") for i, parsed in enumerate(papers, start=1))
    sources = {
        f"documents[{i}].{path}": parsed.sources[path] for i, parsed in enumerate(papers) for path in parsed.sources
    }
    return documents, confirm_across(documents, sources)


def _with_not_medical(
    reports: list[PageReport], laid_out: Sequence[LaidOutPage], piles: Sequence[Sequence[int]]
) -> list[PageReport]:
    placed = {laid_out[at].words.index for pile in piles for at in pile}
    refused = {page.words.index for page in laid_out} - placed
    return [
        _with_problems(report, (Problem(kind="not_medical", text=NOT_MEDICAL),)) if i in refused else report
        for i, report in enumerate(reports)
    ]


def _with_documents(
    reports: list[PageReport], papers: Sequence[tuple[tuple[int, ...], ParsedDocument]], documents: Sequence[Document]
) -> list[PageReport]:
    placed = list(reports)
    for (indexes, parsed), document in zip(papers, documents, strict=True):
        for index in indexes:
            # A photo of two papers, or a page about several patients, is reported with the first of them.
            placed[index] = placed[index].but(document=placed[index].document or document.id)
        placed[indexes[0]] = _with_problems(placed[indexes[0]], parsed.problems)
    return placed


def _with_problems(report: PageReport, problems: tuple[Problem, ...]) -> PageReport:
    return report.but(problems=(*report.problems, *problems)) if problems else report
