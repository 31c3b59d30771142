"""What to do about a case, through the plugins: contacts, days that count, and the files of a bundle."""

import datetime
from collections.abc import Callable, Container, Iterator

from plainbill.acting import Known, Report, act, writings_of
from plainbill.acting.writing import Writing
from plainbill.plugins.asking import Plugins
from plainbill.plugins.exporting import ExportedFile, Exporter

_FOLDERS = {"call_sheet": "calls/", "letter": "letters/"}


def act_on(known: Known, plugins: Plugins, today: datetime.date | None) -> Report:
    """Return what can be done about a case, with the contacts and days that plugins know beside plainbill's own."""
    papers, findings = known.case.documents, known.findings
    contacts = [each.answer for paper in papers for each in plugins.find_contacts(paper, findings)]
    deadlines = [each.answer for paper in papers for each in plugins.find_deadlines(paper, findings, today)]
    return act(known, contacts=contacts, deadlines=deadlines, today=today)


def export_with(report: Report, plugins: Plugins, paths: Container[str] | None = None) -> tuple[ExportedFile, ...]:
    """Return the files of a bundle, or those at `paths`; an exporter that fails costs its file and is named."""
    to_write = [
        (said.plugin, said.answer, path, write)
        for said in plugins.exporters()
        for path, write in _to_write(said.answer, report, writings_of(report))
        if paths is None or path in paths
    ]
    files = (file for each in to_write for file in _written(*each, plugins))
    return tuple(sorted(files, key=lambda file: file.path))


def _written(
    plugin: str, exporter: Exporter, path: str, write: Callable[[], bytes | None], plugins: Plugins
) -> Iterator[ExportedFile]:
    content = plugins.boundary.ask(plugin, f"export {exporter.name}", bytes, write)
    if isinstance(content, bytes):
        yield ExportedFile(path=path, media_type=exporter.media_type, content=content)


def path_of(writing: Writing, suffix: str) -> str:
    """Return where in a bundle a writing stands in the format that has this suffix."""
    return f"{_FOLDERS.get(writing.kind, '')}{writing.name}{suffix}"


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
            yield path_of(writing, exporter.suffix), lambda writing=writing: write(writing)  # type: ignore[misc]  # mypy cannot type a default in a lambda
