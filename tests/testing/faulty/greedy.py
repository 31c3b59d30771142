"""Claims every paper, reads every noise, explains every note, and has a rule that never rests."""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal

from plainbill.case import Case, Document, Evidence, Finding, Line, Remark, Source
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.plugins.rules import Rule, RuleContext
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument

HOOK_API = 1


@hookimpl
def recognize_document(pages: Sequence[PageWords]) -> Recognition:
    """Claim it, with its first word."""
    words = pages[0].words[:1]
    return Recognition(payer="Greedy Health", confidence=1.0, evidence=(words,) if words else ())


@hookimpl
def parse_document(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> ParsedDocument:
    """Take every word for a charge."""
    words = pages[0].words or ()
    lines = tuple(Line(id=str(i), description=word.text) for i, word in enumerate(words))
    sources = {
        f"lines[{i}].description": Source(page=pages[0].index, text=word.text, confirmed_by=())
        for i, word in enumerate(words)
    }
    return ParsedDocument(document=Document(id="d", kind="bill", lines=lines), sources=sources)


@hookimpl
def explain_codes(codes: Sequence[Remark]) -> Sequence[CodeMeaning]:
    """Know all of them."""
    return [
        CodeMeaning(
            code=each.code or "", text=each.text or "", kind="", meaning="It is not paid.", payer="Greedy Health",
            source="its own list",
            read=datetime.date(2026, 1, 1),
        )
        for each in codes
    ]  # fmt: skip


def _check(case: Case, context: RuleContext) -> Iterable[Finding]:
    document = case.documents[0]
    yield Finding(
        kind="greedy/anything", category="billing", acts_first="billing_office", lines=(), documents=(document.id,),
        evidence=(Evidence(document=document.id, field="kind", value=document.kind),), title="Something",
        explanation="It is.",
        ask="Is it?", next_step="Call.", settles=(), reading="confirmed", confidence="possible", rule="x", tables=(),
    )  # fmt: skip


@hookimpl
def register_rules() -> Sequence[Rule]:
    """One that fires on what should leave it quiet."""
    case = Case(documents=(Document(id="d", kind="bill", lines=(Line(id="1", charge=Decimal("1.00")),)),))
    return [Rule(id="all", kinds=("greedy/anything",), version="1", check=_check, fires=(case,), quiet=(case,))]
