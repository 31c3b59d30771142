"""An engine whose work is done in a process of its own, so that a plugin from outside can be stopped."""

import atexit
import contextlib
import datetime
import json
from collections.abc import Container, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainbill.case import (
    Case,
    CheckResult,
    DescribeResult,
    ExplainResult,
    Fault,
    FaultyFile,
    Line,
    PageReport,
    ReadResult,
    Story,
    Translation,
    read_as,
)
from plainbill.engine.handing import read_exports, written_known
from plainbill.engine.names import UnknownName
from plainbill.engine.readiness import ReaderCheck
from plainbill.engine.refusals import NothingRead
from plainbill.engine.watching import NobodyWatches, Step, Watch
from plainbill.knowledge.languages import ENGLISH
from plainbill.plugins.containment.ending import WorkStopped
from plainbill.plugins.containment.messages import (
    ANSWER,
    STEP,
    Start,
    read_failures,
    read_faults,
    read_statuses,
    request,
    written_files,
)
from plainbill.plugins.containment.seat import COMMAND, Seat, limits_of
from plainbill.plugins.exporting import ExportedFile
from plainbill.plugins.records import Failure, PageRange, SourceFile
from plainbill.plugins.status import PluginStatus
from plainbill.settings import Settings

if TYPE_CHECKING:  # the room of acting is large, and only acting needs it
    from plainbill.acting import Known, Report


class ContainedEngine:
    """Does what `Engine` does, in a child process; a plugin that ends it is named, and the work is done without it."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._failures: tuple[Failure, ...] = ()
        self._remarks: tuple[str, ...] = ()
        self._plugins: tuple[PluginStatus, ...] = ()

    @classmethod
    def start(cls, settings: Settings, *, tables: Path | None = None) -> "ContainedEngine":
        """Return an engine whose process has loaded every plugin that the settings want.

        Raises:
            FaultyFile: settings of a plugin do not fit it; every fault is listed.
            WorkStopped: the process cannot be started.
        """
        seat = Seat(COMMAND, Start(settings=settings, tables=tables), limits_of(settings.plugins), None)
        engine = cls(seat)
        # The process is in a session of its own, so that it does not end by itself when this one is interrupted.
        atexit.register(engine.close)
        with contextlib.ExitStack() as on_failure:
            on_failure.callback(engine.close)
            engine._plugins = read_statuses(engine._ask("plugins"))
            on_failure.pop_all()
        return engine

    @property
    def plugins(self) -> tuple[PluginStatus, ...]:
        """Every plugin that was found, loaded or not, and why."""
        return self._plugins

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What failed in plugins so far, oldest first."""
        return self._failures

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else somebody at this machine should know, one line each."""
        return self._remarks

    def readers(self) -> tuple[ReaderCheck, ...]:
        """Return the readers that there are, and why one does not work here."""
        return tuple(ReaderCheck(**each) for each in self._ask("readers"))

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
            WorkStopped: the process that read ended badly.
        """
        return read_as(ReadResult, self._ask("read", watch, **_papers(files, story, pages)))

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
            WorkStopped: the process that read ended badly.
        """
        told = self._ask("explain", watch, **_papers(files, story, pages), today=_written(today))
        return read_as(ExplainResult, told)

    def describe(self, lines: Sequence[Line]) -> tuple[Translation, ...]:
        """Return the plain words of lines that are on no paper, in their order."""
        told = self._ask("describe", lines=[line.model_dump(mode="json") for line in lines])
        return read_as(DescribeResult, told).translations

    def check(
        self, judged: Case | ReadResult, *, today: datetime.date | None = None, language: str = ENGLISH
    ) -> CheckResult:
        """Return what rules find in a case, those of plainbill first; with a reading, values may be in doubt."""
        given: dict[str, object] = {"case" if isinstance(judged, Case) else "read": _judged(judged)}
        return read_as(CheckResult, self._ask("check", None, today=_written(today), language=language, **given))

    def describe_case(self, case: Case) -> tuple[Translation, ...]:
        """Return the plain words of every line of `case`."""
        return read_as(DescribeResult, self._ask("describe_case", case=case.model_dump(mode="json"))).translations

    def act(self, known: "Known", *, today: datetime.date | None = None, language: str = ENGLISH) -> "Report":
        """Return what can be done about a case: call sheets, letters, days that count, money in question."""
        from plainbill.acting import Report

        told = self._ask("act", known=written_known(known), today=_written(today), language=language)
        return read_as(Report, told)

    def export(
        self, report: "Report", paths: Container[str] | None = None, *, language: str = ENGLISH
    ) -> tuple[ExportedFile, ...]:
        """Return the files of a bundle, or those at `paths`; what an exporter failed at stands in `failures`."""
        files = read_exports(self._ask("export", report=report.model_dump(mode="json"), language=language))
        return tuple(file for file in files if paths is None or file.path in paths)

    def close(self) -> None:
        """Stop the process; nothing can be asked any more."""
        if not self._seat.left:
            atexit.unregister(self.close)
            self._seat.leave()
            self._seat.clear()

    def _ask(self, do: str, watch: Watch | None = None, **arguments: object) -> Any:
        answers: list[dict[str, Any]] = []
        watch = watch or NobodyWatches()

        def hear(line: str) -> None:
            word, _, rest = line.strip().partition(" ")
            if word == STEP:
                watch.on_step(Step(**json.loads(rest)))
            elif word == ANSWER:
                answers.append(json.loads(rest))

        ending = self._seat.ask(request(do, **arguments), hear)
        if ending.how == "refused":
            raise FaultyFile(read_faults(ending.told))
        if ending.how != "done":
            raise WorkStopped(ending)
        return self._result_in(answers[-1])

    def _result_in(self, answer: dict[str, Any]) -> Any:
        self._failures = read_failures(answer["failures"])
        self._remarks = tuple(answer["remarks"])
        if "nothing" in answer:
            raise NothingRead(tuple(read_as(PageReport, page) for page in answer["nothing"]))
        if "faults" in answer:
            raise FaultyFile(tuple(Fault(**each) for each in answer["faults"]))
        if "unknown" in answer:
            raise UnknownName(*answer["unknown"])
        return answer["result"]


def _judged(judged: Case | ReadResult) -> object:
    """What is judged as it is handed over: of an explanation only what was read."""
    return judged.model_dump(mode="json", include=None if isinstance(judged, Case) else set(ReadResult.model_fields))


def _papers(files: Sequence[SourceFile], story: Story | None, pages: PageRange | None) -> dict[str, object]:
    return {
        "files": written_files(files),
        "story": None if story is None else story.model_dump(mode="json"),
        "pages": None if pages is None else asdict(pages),
    }


def _written(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
