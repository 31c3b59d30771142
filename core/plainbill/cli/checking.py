"""`plainbill check`: a case in, findings and gaps out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plainbill.case import Case, CheckResult, ExplainResult, FaultyFile, ReadResult, parse_json, read_as
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import print_json, read_bytes, read_day
from plainbill.cli.settings import load_settings
from plainbill.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for besides the file."""

    today: str | None = None
    tables: Path | None = None
    settings: Path | None = None
    no_plugins: bool = False
    in_process: bool = False
    json: bool = False


def check_file(name: str, options: Options) -> None:
    """Check the case in the file called `name`, and print the result."""
    read = read_case(name)
    settings = load_settings(options.settings, no_plugins=options.no_plugins)
    result = _check(read, settings, options)
    if options.json:
        print_json(result)
        return
    from plainbill.cli.showing import show_findings

    show_findings(result.findings, result.not_assessed, read)


def _check(read: Case | ReadResult, settings: Settings, options: Options) -> CheckResult:
    from plainbill.checking import check, open_notes
    from plainbill.plugins.finding import outside_plugins
    from plainbill.published import judge_with

    case = read if isinstance(read, Case) else read.case
    # Of the plugins that came with plainbill only payers have something to say, of notes that no table explains;
    # everything else is done before an engine has started.
    if outside_plugins(settings.plugins) or any(map(open_notes, case.documents)):
        return _check_with_plugins(read, settings, options)
    day, off = read_day(options.today), settings.checking.off
    if isinstance(read, Case):
        return judge_with(options.tables, lambda tables: check(read, today=day, tables=tables, off=off), say)
    sources, pages = read.sources, read.pages
    return judge_with(
        options.tables,
        lambda tables: check(read.case, sources=sources, pages=pages, today=day, tables=tables, off=off),
        say,
    )


def _check_with_plugins(read: Case | ReadResult, settings: Settings, options: Options) -> CheckResult:
    from plainbill.cli.partial import say_failures
    from plainbill.cli.settings import engine_at_work

    with engine_at_work(settings, options.settings, tables=options.tables, in_process=options.in_process) as engine:
        result = engine.check(read, today=read_day(options.today))
    say_failures(engine)
    return result


def read_case(name: str) -> Case | ReadResult:
    """Return the case in the file called `name`, or the whole reading where `read` or `explain` printed it.

    Raises:
        Refused: it cannot be opened or is neither; every fault is named.
    """
    content = read_bytes(name)
    try:
        return _case_in(parse_json(content))
    except FaultyFile as faulty:
        raise Refused(fault_line(name, fault) for fault in faulty.faults) from None


def _case_in(written: object) -> Case | ReadResult:
    """Return the case, or the whole reading where `written` is what `read` or `explain` printed."""
    if not isinstance(written, Mapping) or "case" not in written:
        return read_as(Case, written)
    explained = {"translations", "findings", "not_assessed"} & set(written)
    return read_as(ExplainResult if explained else ReadResult, written)
