"""A plugin with rules: one as it should be, others that say what is not on the papers, raise, or take other names."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plainbill.case import Case, Document, Evidence, Finding, Line
from plainbill.plugins import hookimpl
from plainbill.plugins.rules import Rule, RuleContext

HOOK_API = 1
KIND = "rules/facility-fee"


def _case(words: str) -> Case:
    line = Line(id="1", description=words, charge=Decimal("75.00"))
    return Case(documents=(Document(id="bill", kind="bill", lines=(line,)),))


def _finding(document: Document, line: Line, **changes: object) -> Finding:
    evidence = Evidence(document=document.id, line=line.id, field="description", value=line.description or "")
    return Finding(
        kind=KIND,
        category="billing",
        acts_first="billing_office",
        lines=(f"{document.id}:{line.id}",),
        documents=(document.id,),
        evidence=(evidence,),
        title="A facility fee",
        explanation="The place itself charges for the visit.",
        ask="What is the facility fee for?",
        next_step="Call the billing office and ask.",
        settles=(),
        reading="confirmed",
        confidence="possible",
        rule="whatever",
        tables=(),
    ).but(**changes)


def _lines(case: Case) -> Iterator[tuple[Document, Line]]:
    for document in case.documents:
        for line in document.lines:
            if "facility fee" in (line.description or "").lower():
                yield document, line


def _fees(case: Case, context: RuleContext) -> Iterable[Finding]:
    return [_finding(*each) for each in _lines(case)]


def _lies(case: Case, context: RuleContext) -> Iterator[object]:
    for document, line in _lines(case):
        for changes in (
            {"kind": "duplicate-line"},
            {"documents": ("nowhere",)},
            {"lines": ("bill:99",)},
            {"evidence": ()},
            {"evidence": (Evidence(document=document.id, line=line.id, field="charge", value="1.00"),)},
            {"evidence": (Evidence(document=document.id, line=line.id, field="model_config", value="x"),)},
            {"title": " "},
        ):
            yield _finding(document, line, **changes)
        yield "a finding"


def _raises(case: Case, context: RuleContext) -> Iterable[Finding]:
    raise ValueError("SECRET")


@hookimpl
def register_rules() -> Iterator[Rule]:
    """All of them."""
    fires, quiet = (_case("Facility fee"),), (_case("Office visit"),)
    for name, check in (("fees", _fees), ("lies", _lies), ("raises", _raises)):
        yield Rule(id=name, kinds=(KIND,), version="1", check=check, fires=fires, quiet=quiet)  # type: ignore[arg-type]
    yield Rule(id="usurps", kinds=("duplicate-line",), version="1", check=_fees, fires=fires, quiet=quiet)
