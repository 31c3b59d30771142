"""Checking a case: plainbill's own rules, and behind them those that plugins add."""

import datetime
from collections.abc import Collection

from plainbill.case import CheckResult, Finding, ReadResult
from plainbill.checking import check
from plainbill.checking.papers import natural
from plainbill.engine.lookups import GuardedTables
from plainbill.knowledge.languages import ENGLISH, say_in
from plainbill.knowledge.payer_meanings import NOTHING_EXPLAINED, PayerMeanings
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.asking import Plugins
from plainbill.plugins.judged import Judged
from plainbill.plugins.rules import RuleContext


def check_case(
    read: ReadResult,
    plugins: Plugins,
    *,
    today: datetime.date | None = None,
    tables: PublishedTables = NOTHING_IMPORTED,
    off: Collection[str] = (),
    meanings: PayerMeanings = NOTHING_EXPLAINED,
    language: str = ENGLISH,
) -> CheckResult:
    """Return what all rules find but those named in `off`; plainbill's own findings do not depend on plugins.

    Its own are said in `language`, those of plugins as the plugins say them.

    Raises:
        DamagedTables: the imported tables cannot be read.
    """
    with say_in(language):
        own = check(
            read.case, sources=read.sources, pages=read.pages, today=today, tables=tables, off=off, meanings=meanings
        )
    guarded = GuardedTables(tables)
    judged, context = Judged(case=read.case, sources=read.sources), RuleContext(today=today, tables=guarded)
    added = [
        finding
        for rule in plugins.rules()
        if f"{rule.plugin}:{rule.answer.id}" not in off
        for finding in plugins.findings(rule, judged, context)
    ]
    guarded.raise_damage()
    if not added:
        return own
    unique = {(each.kind, each.documents, each.lines, each.amount, each.title): each for each in added}
    return own.but(findings=(*own.findings, *sorted(unique.values(), key=_place)))


def _place(finding: Finding) -> tuple[object, ...]:
    return (
        finding.kind,
        tuple(map(natural, finding.documents)),
        tuple(map(natural, finding.lines)),
        finding.amount or 0,
        finding.title,
    )
