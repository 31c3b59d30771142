"""`plainbill read` and `plainbill explain`: papers in, a case or its whole explanation out."""

import datetime
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from plainbill.case import Fault, FaultyFile, PageReport
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import cannot_open, print_json, read_day, read_story
from plainbill.cli.partial import say_failures
from plainbill.cli.settings import AnyEngine, engine_at_work, load_settings
from plainbill.cli.watching import progress_of
from plainbill.engine import NothingRead
from plainbill.engine.names import UnknownName
from plainbill.plugins.records import PageRange, SourceFile
from plainbill.settings import Settings

_RANGE = re.compile(r"^(\d{1,6})(?:-(\d{1,6}))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for besides the files."""

    story: str | None = None
    today: str | None = None
    pages: str | None = None
    reader: str | None = None
    settings: Path | None = None
    no_plugins: bool = False
    in_process: bool = False
    tables: Path | None = None
    json: bool = False


def read(names: Sequence[str], options: Options) -> None:
    """Read the files and print the case."""
    with _started(names, options) as (engine, files, pages), progress_of(len(files)) as watch:
        result = engine.read(files, pages=pages, watch=watch)
    _say_problems(result.pages)
    say_failures(engine)
    if options.json:
        print_json(result)
        return
    from plainbill.cli.showing import show_case

    show_case(result)


def explain(names: Sequence[str], options: Options) -> None:
    """Read, describe and check the files and print the explanation."""
    day: datetime.date | None = read_day(options.today)
    story = read_story(options.story)
    with _started(names, options) as (engine, files, pages), progress_of(len(files)) as watch:
        try:
            result = engine.explain(files, story=story, pages=pages, watch=watch, today=day)
        except FaultyFile as faulty:
            raise Refused(fault_line(options.story or "story", fault) for fault in faulty.faults) from None
    _say_problems(result.pages)
    say_failures(engine)
    if options.json:
        print_json(result)
        return
    from plainbill.cli.showing import show_explanation

    show_explanation(result)


@contextmanager
def _started(names: Sequence[str], options: Options) -> Iterator[tuple[AnyEngine, list[SourceFile], PageRange]]:
    settings = _settings(options)
    pages = _page_range(options.pages, settings.reading.page_limit)
    files = _files(names)
    working = engine_at_work(settings, options.settings, tables=options.tables, in_process=options.in_process)
    try:
        with working as engine:
            yield engine, files, pages
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown), param_hint="--reader") from None
    except NothingRead as nothing:
        say_failures(engine)
        raise Refused(_problem_lines(nothing.pages)) from None


def _settings(options: Options) -> Settings:
    settings = load_settings(options.settings, no_plugins=options.no_plugins)
    if options.reader is None:
        return settings
    return settings.but(reading=settings.reading.but(reader=options.reader))


def _page_range(written: str | None, limit: int) -> PageRange:
    if written is None:
        return PageRange(limit=limit)
    match = _RANGE.match(written)
    first = int(match[1]) if match else 0
    last = int(match[2] or match[1]) if match else 0
    if not 1 <= first <= last:
        raise typer.BadParameter(f"{written} is no range of pages; write it as 61-120", param_hint="--pages")
    return PageRange(first=first, last=last, limit=last - first + 1)


def _files(names: Sequence[str]) -> list[SourceFile]:
    """Return the files that can be opened; those that cannot are named, and refused when none is left."""
    files, faults = [], []
    for name in names:
        try:
            files.append(SourceFile(name=name, content=Path(name).read_bytes()))
        except OSError as error:
            faults.append(fault_line(name, cannot_open(error)))
    if not files:
        raise Refused(faults)
    for fault in faults:
        say(fault)
    return files


def _say_problems(pages: Sequence[PageReport]) -> None:
    for line in _problem_lines(pages):
        say(line)


def _problem_lines(pages: Sequence[PageReport]) -> list[str]:
    return [
        fault_line(page.file, Fault(path=f"page {page.page}", message=problem.text))
        for page in pages
        for problem in page.problems
    ]
