"""What a process at work answers: a result or why there is none, and which plugins failed on the way."""

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from plainbill.case import Case, DescribeResult, Entry, FaultyFile, Line, ReadResult, Story, read_as
from plainbill.engine.engine import Engine
from plainbill.engine.handing import read_known, written_exports
from plainbill.engine.names import UnknownName
from plainbill.engine.partial import with_failures
from plainbill.engine.refusals import NothingRead
from plainbill.engine.watching import FoundLines, Step
from plainbill.plugins.containment.messages import STEP, read_files
from plainbill.plugins.containment.speaking import Channel
from plainbill.plugins.records import Failure, LoadedPage, PageRange

Arguments = Mapping[str, Any]


def answer_to(request: Arguments, engine: Engine, channel: Channel, stopped: Sequence[Failure]) -> dict[str, object]:
    """Return the answer to a request; `stopped` are failures that ended a process before this one."""
    answer: dict[str, object] = {}
    try:
        answer["result"] = _ANSWERS[request["do"]](request, engine, _Teller(channel), stopped)
    except NothingRead as nothing:
        pages = with_failures(nothing.pages, stopped)
        answer["nothing"] = [page.model_dump(mode="json") for page in pages]
    except FaultyFile as faulty:
        answer["faults"] = [asdict(fault) for fault in faulty.faults]
    except UnknownName as unknown:
        answer["unknown"] = [unknown.what, unknown.name, list(unknown.known)]
    answer["failures"] = [asdict(failure) for failure in engine.failures]
    answer["remarks"] = list(engine.remarks)
    return answer


class _Teller:
    """Tells each step to whoever waits."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def on_step(self, step: Step) -> None:
        """Tell it."""
        self._channel.tell(STEP, asdict(step))

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep nothing: pictures stay in this process."""

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Find nothing: who asks from another process waits for the whole answer."""


def _read(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    result = engine.read(read_files(request["files"]), story=_story(request), pages=_pages(request), watch=teller)
    return _written(result.but(pages=with_failures(result.pages, stopped)))


def _explain(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    files, day = read_files(request["files"]), _day(request)
    result = engine.explain(files, story=_story(request), pages=_pages(request), watch=teller, today=day)
    return _written(result.but(pages=with_failures(result.pages, stopped)))


def _describe(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    return _written(DescribeResult(translations=engine.describe([read_as(Line, line) for line in request["lines"]])))


def _check(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    judged = read_as(ReadResult, request["read"]) if "read" in request else read_as(Case, request["case"])
    return _written(engine.check(judged, today=_day(request), language=request["language"]))


def _describe_case(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    return _written(DescribeResult(translations=engine.describe_case(read_as(Case, request["case"]))))


def _act(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    return _written(engine.act(read_known(request["known"]), today=_day(request), language=request["language"]))


def _export(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    from plainbill.acting import Report

    return written_exports(engine.export(read_as(Report, request["report"]), language=request["language"]))


def _plugins(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    return [asdict(status) for status in engine.plugins]


def _readers(request: Arguments, engine: Engine, teller: _Teller, stopped: Sequence[Failure]) -> object:
    return [asdict(check) for check in engine.readers()]


_ANSWERS: dict[str, Callable[[Arguments, Engine, _Teller, Sequence[Failure]], object]] = {
    "read": _read,
    "explain": _explain,
    "describe": _describe,
    "describe_case": _describe_case,
    "check": _check,
    "act": _act,
    "export": _export,
    "plugins": _plugins,
    "readers": _readers,
}


def _written(record: Entry) -> object:
    return json.loads(record.model_dump_json())


def _story(request: Arguments) -> Story | None:
    return None if request["story"] is None else read_as(Story, request["story"])


def _pages(request: Arguments) -> PageRange | None:
    return None if request["pages"] is None else PageRange(**request["pages"])


def _day(request: Arguments) -> datetime.date | None:
    return None if request["today"] is None else datetime.date.fromisoformat(request["today"])
