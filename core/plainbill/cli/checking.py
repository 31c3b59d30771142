"""`plainbill check`: a case in, findings and gaps out."""

from collections.abc import Mapping
from pathlib import Path

from plainbill.case import Case, CheckResult, ExplainResult, FaultyFile, ReadResult, parse_json, read_as
from plainbill.checking import check, open_notes
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import print_json, read_bytes, read_day
from plainbill.cli.settings import load_settings
from plainbill.knowledge.payer_meanings import NOTHING_EXPLAINED, PayerMeanings
from plainbill.knowledge.published import PublishedTables
from plainbill.published import judge_with


def check_file(name: str, *, today: str | None, tables: Path | None, settings: Path | None, as_json: bool) -> None:
    """Check the case in the file called `name` with the imported tables in `tables`, and print the result.

    Plugins are loaded only where the case has notes of a payer that no table explains.
    """
    day = read_day(today)
    read = read_case(name)
    case = read if isinstance(read, Case) else read.case
    meanings = _meanings(case, settings) if any(map(open_notes, case.documents)) else NOTHING_EXPLAINED
    sources, pages = ({}, ()) if isinstance(read, Case) else (read.sources, read.pages)

    def judge(published: PublishedTables) -> CheckResult:
        return check(case, sources=sources, pages=pages, today=day, tables=published, meanings=meanings)

    result = judge_with(tables, judge, say)
    if as_json:
        print_json(result)
        return
    from plainbill.cli.showing import show_findings

    show_findings(result.findings, result.not_assessed)


def _meanings(case: Case, settings: Path | None) -> PayerMeanings:
    """What the plugins know of the payers' own notes."""
    from plainbill.engine import Engine

    return Engine.start(load_settings(settings)).explain_notes(case)


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
