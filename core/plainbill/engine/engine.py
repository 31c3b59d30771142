"""The engine: the plugins once loaded, and what a person can ask of them."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainbill.case import Case, CheckResult, ExplainResult, Line, ReadResult, Story, Translation
from plainbill.engine.describing import describe_case, describe_lines
from plainbill.engine.watching import NobodyWatches, Step, Watch
from plainbill.knowledge.payer_meanings import PayerMeanings
from plainbill.plugins.asking import Plugins
from plainbill.plugins.exporting import ExportedFile
from plainbill.plugins.loading import PluginStatus, load_plugins
from plainbill.plugins.records import Failure, PageRange, Reader, SourceFile
from plainbill.published import judge_with
from plainbill.settings import Settings

if TYPE_CHECKING:  # the room of acting is large, and only acting needs it
    from plainbill.acting import Known, Report


class Engine:
    """Reads, describes, checks and acts with the plugins that are installed."""

    def __init__(
        self, settings: Settings, plugins: Plugins, failures: list[Failure], tables: Path | None = None
    ) -> None:
        self._settings = settings
        self._plugins = plugins
        self._failures = failures
        self._tables = tables
        self._remarks: list[str] = []

    @classmethod
    def start(cls, settings: Settings, *, tables: Path | None = None) -> "Engine":
        """Return an engine with every plugin loaded that the settings do not deny; nothing heavy is imported yet.

        `tables` is the file of imported tables to use; where it is None or not there, the built-in ones are used alone.
        """
        failures: list[Failure] = []
        loaded = load_plugins(deny=settings.plugins.deny)
        return cls(settings, Plugins(loaded, failures.append, settings.plugins.order), failures, tables)

    @property
    def plugins(self) -> tuple[PluginStatus, ...]:
        """Every plugin that was found, loaded or not, and why."""
        return self._plugins.found

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What failed in plugins so far, oldest first."""
        return tuple(self._failures)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else somebody at this machine should know, one line each: tables that could not be used."""
        return tuple(self._remarks)

    def readers(self) -> tuple[Reader, ...]:
        """Return the readers that there are, available or not."""
        return tuple(reader.answer for reader in self._plugins.readers())

    def read(
        self,
        files: Sequence[SourceFile],
        *,
        story: Story | None = None,
        pages: PageRange | None = None,
        watch: Watch | None = None,
    ) -> ReadResult:
        """Return the case that the files hold.

        Raises:
            NothingRead: no page could be read as a medical paper.
        """
        # As with the rules below: describing alone would wait for it.
        from plainbill.engine.reading import read_files

        return read_files(
            files,
            plugins=self._plugins,
            settings=self._settings.reading,
            pages=pages or PageRange(limit=self._settings.reading.page_limit),
            watch=watch or NobodyWatches(),
            story=story,
        )

    def describe(self, lines: Sequence[Line]) -> tuple[Translation, ...]:
        """Return the plain words of lines that are on no paper, in their order."""
        return judge_with(self._tables, lambda tables: describe_lines(lines, None, self._plugins, tables), self._remark)

    def describe_case(self, case: Case) -> tuple[Translation, ...]:
        """Return the plain words of every line of `case`."""
        return judge_with(self._tables, lambda tables: describe_case(case, self._plugins, tables), self._remark)

    def explain(
        self,
        files: Sequence[SourceFile],
        *,
        story: Story | None = None,
        pages: PageRange | None = None,
        watch: Watch | None = None,
        today: datetime.date | None = None,
    ) -> ExplainResult:
        """Return the whole explanation of the files.

        Raises:
            NothingRead: no page could be read as a medical paper.
        """
        watch = watch or NobodyWatches()
        read = self.read(files, story=story, pages=pages, watch=watch)
        translations = self.describe_case(read.case)
        watch.on_step(Step(kind="described"))
        checked = self.check(read, today=today)
        watch.on_step(Step(kind="checked"))
        return ExplainResult(
            case=read.case,
            sources=read.sources,
            pages=read.pages,
            translations=translations,
            findings=checked.findings,
            not_assessed=checked.not_assessed,
        )

    def check(self, read: Case | ReadResult, *, today: datetime.date | None = None) -> CheckResult:
        """Return what the papers of a case show, and what could not be judged."""
        # Describing alone would wait for the rules a tenth of a second.
        from plainbill.checking import check

        case, sources, pages = (read, {}, ()) if isinstance(read, Case) else (read.case, read.sources, read.pages)
        meanings = self.explain_notes(case)
        return judge_with(
            self._tables,
            lambda tables: check(case, sources=sources, pages=pages, today=today, tables=tables, meanings=meanings),
            self._remark,
        )

    def explain_notes(self, case: Case) -> PayerMeanings:
        """Return what plugins know of the payers' own notes on the papers of `case`."""
        from plainbill.engine.explaining import explain_notes

        return explain_notes(case, self._plugins)

    def act(self, known: "Known", *, today: datetime.date | None = None) -> "Report":
        """Return what can be done about a case: call sheets, letters, days that count, money in question."""
        from plainbill.engine.acting import act_on

        return act_on(known, self._plugins, today)

    def export(self, report: "Report") -> tuple[ExportedFile, ...]:
        """Return the files of a bundle, by path; what an exporter failed at is missing and stands in `failures`."""
        from plainbill.engine.acting import export_with

        return export_with(report, self._plugins, self._failures.append)

    def _remark(self, remark: str) -> None:
        if remark not in self._remarks:
            self._remarks.append(remark)
