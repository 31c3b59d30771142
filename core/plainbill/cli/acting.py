"""`plainbill act`: a case in, a folder of call sheets, letters, dates and the report out."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plainbill.acting import ActResult, Known, Report, headline
from plainbill.case import Case, ExplainResult, Fault
from plainbill.cli.bundles import LIST, write_bundle
from plainbill.cli.checking import read_case
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import print_json, print_lines, read_day
from plainbill.cli.partial import say_failures
from plainbill.cli.settings import AnyEngine, engine_at_work, load_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for besides the file."""

    out: Path | None = None
    today: str | None = None
    settings: Path | None = None
    tables: Path | None = None
    no_plugins: bool = False
    in_process: bool = False
    json: bool = False


def act_on_file(name: str, options: Options) -> None:
    """Work out what to do about the case in the file called `name`, write the bundle, and print what was written."""
    day = read_day(options.today)
    settings = load_settings(options.settings, no_plugins=options.no_plugins)
    working = engine_at_work(settings, options.settings, tables=options.tables, in_process=options.in_process)
    with working as engine:
        report = _report(name, engine, day)
        files = engine.export(report)
    folder = options.out or Path(f"{Path(name).stem}-what-to-do")
    if not files:
        message = "nothing was written, since no exporter is loaded; `plainbill plugins` says why"
        raise Refused([fault_line(str(folder), Fault(path="$", message=message))])
    for path in write_bundle(folder, files):
        say(fault_line(str(folder / path), Fault(path="$", message="is of an earlier run and was changed; it stays")))
    say_failures(engine)
    written = (*(file.path for file in files), LIST)
    if options.json:
        print_json(ActResult.model_construct(**dict(report), files=written))
    else:
        print_lines(_told(report, folder, written))


def _report(name: str, engine: AnyEngine, day: datetime.date | None) -> Report:
    read = read_case(name)
    checked = engine.check(read, today=day)
    case = read if isinstance(read, Case) else read.case
    translations = read.translations if isinstance(read, ExplainResult) else engine.describe_case(case)
    known = Known(
        case=case,
        findings=checked.findings,
        not_assessed=checked.not_assessed,
        translations=tuple(translations),
        sources={} if isinstance(read, Case) else read.sources,
    )
    return engine.act(known, today=day)


def _told(report: Report, folder: Path, written: Sequence[str]) -> list[str]:
    return [*headline(report), "", f"Written to {folder}:", *(f"  {path}" for path in written)]
