"""The engine: the plugins once loaded, and what a person can ask of them."""

import datetime
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainbill.case import Case, CheckResult, ExplainResult, FaultyFile, Line, ReadResult, Story, Translation
from plainbill.describing.accepted_words import AcceptedWords
from plainbill.engine.accepted import load_accepted
from plainbill.engine.collecting import collection_held_off
from plainbill.engine.describing import describe_case, describe_texts, preview_case
from plainbill.engine.partial import with_failures
from plainbill.engine.readiness import ReaderCheck
from plainbill.engine.watching import NobodyWatches, Step, Watch
from plainbill.engine.wording import Sending
from plainbill.knowledge.languages import ENGLISH, say_in
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.containment.breadcrumb import NO_TRAIL, Trail
from plainbill.plugins.exporting import ExportedFile
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.models import Outgoing, WordingModel
from plainbill.plugins.records import Failure, PageRange, Reader, SourceFile
from plainbill.plugins.status import PluginStatus
from plainbill.published import judge_with
from plainbill.settings import Settings

if TYPE_CHECKING:  # the room of acting is large, and only acting needs it
    from plainbill.acting import Known, Report
    from plainbill.engine.pages import SeenPage


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
        self._sending: Sending | None = None

    @classmethod
    def start(
        cls,
        settings: Settings,
        *,
        tables: Path | None = None,
        stopped: Sequence[Failure] = (),
        trail: Trail = NO_TRAIL,
    ) -> "Engine":
        """Return an engine with every plugin loaded that the settings want; nothing heavy is imported yet.

        `tables` is the file of imported tables to use; where it is None or not there, the built-in ones are used alone.
        `stopped` are failures that ended a process before this one: their plugins are not loaded again. `trail` is
        where breadcrumbs go.

        Raises:
            FaultyFile: settings of a plugin do not fit it; every fault is listed.
        """
        failures: list[Failure] = list(stopped)
        loaded = load_plugins(settings.plugins, set_aside=[failure.plugin for failure in stopped], trail=trail)
        if loaded.faults:
            raise FaultyFile(loaded.faults)
        engine = cls(settings, Plugins(loaded, failures.append, settings.plugins.order, trail), failures, tables)
        for name in loaded.unknown:
            engine._remark(f"the settings name the plugin {name}, which is not installed here")
        return engine

    def close(self) -> None:
        """Let go of everything; nothing is held that outlives a call."""

    @property
    def plugins(self) -> tuple[PluginStatus, ...]:
        """Every plugin that was found, loaded or not, and why."""
        return self._plugins.found

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What failed in plugins so far, oldest first."""
        return tuple(dict.fromkeys(self._failures))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else somebody at this machine should know, one line each: tables that could not be used."""
        return tuple(self._remarks)

    def readers(self) -> tuple[ReaderCheck, ...]:
        """Return the readers that there are, and why one does not work here."""
        return tuple(self._looked_at(reader) for reader in self._plugins.readers())

    def _looked_at(self, reader: From[Reader]) -> ReaderCheck:
        why = self._plugins.boundary.ask(reader.plugin, "unavailable", str, reader.answer.unavailable)
        return ReaderCheck(name=reader.answer.name, why=describe_failure(why) if isinstance(why, Failure) else why)

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

        before = len(self._failures)
        result = read_files(
            files,
            plugins=self._plugins,
            settings=self._settings.reading,
            pages=pages or PageRange(limit=self._settings.reading.page_limit),
            watch=watch or NobodyWatches(),
            story=story,
        )
        return result.but(pages=with_failures(result.pages, self._failures[before:]))

    def glance(self, file: SourceFile, pages: PageRange) -> "Iterator[SeenPage]":
        """Yield the pages of a file as they are before their words are read, with what is wrong with them."""
        from plainbill.engine.reading import page_reader

        yield from page_reader(self._plugins, self._settings.reading, NobodyWatches()).glance(file, pages)

    def describe(self, lines: Sequence[Line]) -> tuple[Translation, ...]:
        """Return the plain words of lines that are on no paper, in their order."""
        self._say_who_is_not_asked()
        return judge_with(
            self._tables,
            lambda tables: describe_texts(lines, self._plugins, tables, self._sending, self._accepted()),
            self._remark,
        )

    def describe_case(self, case: Case) -> tuple[Translation, ...]:
        """Return the plain words of every line of `case`."""
        self._say_who_is_not_asked()
        return judge_with(
            self._tables,
            lambda tables: describe_case(case, self._plugins, tables, self._sending, self._accepted()),
            self._remark,
        )

    def show_what_leaves(self, show: Callable[[Outgoing], None]) -> None:
        """Have what is about to be sent to a model shown by `show`; without this, no model is asked."""
        self._sending = Sending(show=show, remark=self._remark)

    def models(self) -> tuple[WordingModel, ...]:
        """Return the models that the settings switch on."""
        return tuple(model.answer for model in self._plugins.models())

    def preview(self, case: Case) -> tuple[Outgoing, ...]:
        """Return what describing `case` would send to models; nothing is sent."""
        return judge_with(
            self._tables, lambda tables: preview_case(case, self._plugins, tables, self._accepted()), self._remark
        )

    def check(
        self, judged: Case | ReadResult, *, today: datetime.date | None = None, language: str = ENGLISH
    ) -> CheckResult:
        """Return what rules find in a case, those of plainbill first; with a reading, values may be in doubt.

        What plainbill's own rules say is said in `language`, in the same order in each.
        """
        # Describing alone would wait for the rules a tenth of a second.
        from plainbill.engine.checking import check_case
        from plainbill.engine.explaining import explain_notes

        read = ReadResult(case=judged, sources={}, pages=()) if isinstance(judged, Case) else judged
        off = self._settings.checking.off
        meanings = explain_notes(read.case, self._plugins)
        return judge_with(
            self._tables,
            lambda tables: check_case(
                read, self._plugins, today=today, tables=tables, off=off, meanings=meanings, language=language
            ),
            self._remark,
        )

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
        before = len(self._failures)
        read = self.read(files, story=story, pages=pages, watch=watch)
        with collection_held_off():
            translations = self.describe_case(read.case)
        watch.on_step(Step(kind="described"))
        with collection_held_off():
            checked = self.check(read, today=today)
        watch.on_step(Step(kind="checked"))
        return ExplainResult(
            case=read.case,
            sources=read.sources,
            pages=with_failures(read.pages, self._failures[before:]),
            translations=translations,
            findings=checked.findings,
            not_assessed=checked.not_assessed,
        )

    def act(self, known: "Known", *, today: datetime.date | None = None, language: str = ENGLISH) -> "Report":
        """Return what can be done about a case: call sheets, letters, days that count, money in question.

        All of it is said in `language`; `known` should be what was checked in the same one.
        """
        from plainbill.engine.acting import act_on

        with say_in(language):
            return act_on(known, self._plugins, today)

    def export(
        self, report: "Report", paths: Container[str] | None = None, *, language: str = ENGLISH
    ) -> tuple[ExportedFile, ...]:
        """Return the files of a bundle, or those at `paths`; what an exporter failed at stands in `failures`.

        `language` is the one of the report.
        """
        from plainbill.engine.acting import export_with

        with say_in(language):
            return export_with(report, self._plugins, paths)

    def _accepted(self) -> AcceptedWords:
        accepted, told = load_accepted(self._tables)
        if told:
            self._remark(told)
        return accepted

    def _say_who_is_not_asked(self) -> None:
        if self._sending is None and self._plugins.models():
            self._remark("the model was not asked, for nobody is shown here what leaves; --no-plugins may help")

    def _remark(self, remark: str) -> None:
        if remark not in self._remarks:
            self._remarks.append(remark)
