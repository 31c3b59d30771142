"""What to do about a case, through the plugins: contacts, days that count, and the files of a bundle."""

import datetime
from collections.abc import Callable, Iterator

from plainbill.acting import Known, Report, act, writings_of
from plainbill.acting.writing import Writing
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.exporting import ExportedFile, Exporter

_FOLDERS = {"call_sheet": "calls/", "letter": "letters/"}


def act_on(known: Known, plugins: Plugins, today: datetime.date | None) -> Report:
    """Return what can be done about a case, with the contacts and days that plugins know beside plainbill's own."""
    papers, findings = known.case.documents, known.findings
    contacts = [each.answer for paper in papers for each in plugins.find_contacts(paper, findings)]
    deadlines = [each.answer for paper in papers for each in plugins.find_deadlines(paper, findings, today)]
    return act(known, contacts=contacts, deadlines=deadlines, today=today)


def export_with(report: Report, plugins: Plugins) -> tuple[ExportedFile, ...]:
    """Return the files of a bundle by path; an exporter that fails costs its file and is named."""
    writings = writings_of(report)
    files = (file for each in plugins.exporters() for file in _files_of(each, report, writings, plugins))
    return tuple(sorted(files, key=lambda file: file.path))


def _files_of(
    said: From[Exporter], report: Report, writings: tuple[Writing, ...], plugins: Plugins
) -> Iterator[ExportedFile]:
    exporter = said.answer
    for path, write in _to_write(exporter, report, writings):
        content = plugins.boundary.ask(said.plugin, f"export {exporter.name}", bytes, write)
        if isinstance(content, bytes):
            yield ExportedFile(path=path, media_type=exporter.media_type, content=content)


def _to_write(
    exporter: Exporter, report: Report, writings: tuple[Writing, ...]
) -> Iterator[tuple[str, Callable[[], bytes | None]]]:
    export, write = exporter.export, exporter.write
    if export is not None:
        yield f"{exporter.stem}{exporter.suffix}", lambda: export(report)
    if write is None:
        return
    for writing in writings:
        if writing.kind in exporter.writes:
            path = f"{_FOLDERS.get(writing.kind, '')}{writing.name}{exporter.suffix}"
            yield path, lambda writing=writing: write(writing)  # type: ignore[misc]  # mypy cannot type a default in a lambda
