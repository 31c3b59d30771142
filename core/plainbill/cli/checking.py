"""`plainbill check`: a case in, findings and gaps out."""

from collections.abc import Mapping
from pathlib import Path

from plainbill.case import Case, CheckResult, ExplainResult, FaultyFile, ReadResult, parse_json, read_as
from plainbill.checking import check
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import print_json, read_bytes, read_day
from plainbill.knowledge.published import PublishedTables
from plainbill.published import judge_with


def check_file(name: str, *, today: str | None, tables: Path | None, as_json: bool) -> None:
    """Check the case in the file called `name` with the imported tables in `tables`, and print the result."""
    day = read_day(today)
    content = read_bytes(name)
    try:
        read = _case_in(parse_json(content))
    except FaultyFile as faulty:
        raise Refused(fault_line(name, fault) for fault in faulty.faults) from None

    def judge(published: PublishedTables) -> CheckResult:
        if isinstance(read, Case):
            return check(read, today=day, tables=published)
        return check(read.case, sources=read.sources, pages=read.pages, today=day, tables=published)

    result = judge_with(tables, judge, say)
    if as_json:
        print_json(result)
        return
    from plainbill.cli.showing import show_findings

    show_findings(result.findings, result.not_assessed)


def _case_in(written: object) -> Case | ReadResult:
    """Return the case, or the whole reading where `written` is what `read` or `explain` printed."""
    if not isinstance(written, Mapping) or "case" not in written:
        return read_as(Case, written)
    explained = {"translations", "findings", "not_assessed"} & set(written)
    return read_as(ExplainResult if explained else ReadResult, written)
