"""What of a bill is the patient's own share by the plan's paper, where the papers allow saying so."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from plainbill.acting.papers import Papers, named
from plainbill.acting.services import Service
from plainbill.acting.texts import text
from plainbill.acting.values import Value, dollars, of_document, say_all
from plainbill.acting.writing import Sentence
from plainbill.case import Document, Entry, Evidence, Finding, Gap
from plainbill.case.values import NULL_IS_EMPTY, Money, Text

ZERO = Decimal("0.00")
# While one of these stands, nobody knows yet what the patient's share is.
_OPEN = frozenset({"payer-pending", "billed-before-adjudication", "not-billed-to-insurance", "wrong-payer"})
_BALANCE = "balance-exceeds-eob"
_SHARE = "cost-share"


class Payable(Entry):
    """What a bill asks, and the part of it that is the patient's share by papers that nothing here speaks against.

    `share` is None where the papers do not say it; the sentences tell why.
    """

    document: Text
    asked: Money | None = None
    share: Money | None = None
    sentences: tuple[Sentence, ...]
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()


def payable(
    findings: Sequence[Finding], gaps: Sequence[Gap], papers: Papers, services: Sequence[Service]
) -> tuple[Payable, ...]:
    """Return for each bill what is said of it."""
    bills = [paper for paper in papers.case.documents if paper.kind == "bill"]
    return tuple(_of_bill(bill, findings, gaps, [s for s in services if bill.id in s.lines]) for bill in bills)


def _of_bill(bill: Document, findings: Sequence[Finding], gaps: Sequence[Gap], services: Sequence[Service]) -> Payable:
    near = _near(bill, findings, services)
    asked = of_document(bill, "totals.balance_due")
    values: dict[str, Value | None] = {"paper": named(bill), "asked": asked}
    why = _unsaid(bill, near, gaps, services)
    if why:
        said = say_all((text("money", "payable", "asks"), text("money", "why", why)), values)
        return Payable(document=bill.id, asked=_balance(bill), sentences=said, facts=asked.facts if asked else ())
    own = [finding for finding in near if finding.kind == _SHARE]
    share = sum((finding.amount or ZERO for finding in own), ZERO)
    facts = tuple(fact for finding in own for fact in finding.evidence)
    values["share"] = Value(text=dollars(share), facts=facts)
    balance = _balance(bill)
    rest = "agrees" if balance == share else "more" if balance is not None and balance > share else "less"
    templates = [text("money", "payable", name) for name in ("asks", "share", rest)]
    said = say_all(templates, values)
    return Payable(document=bill.id, asked=balance, share=share, sentences=said, facts=facts)


def _near(bill: Document, findings: Sequence[Finding], services: Sequence[Service]) -> list[Finding]:
    """The findings on a bill, on its services, and on the whole of a plan's paper that decides on them."""
    refs = _refs(services)
    plan = {paper.id for service in services for paper, _ in service.lines.values() if paper.kind == "eob"}
    return [
        finding
        for finding in findings
        if bill.id in finding.documents
        or refs & set(finding.lines)
        or (not finding.lines and plan & set(finding.documents))
    ]


def _refs(services: Sequence[Service]) -> set[str]:
    return {ref for service in services for ref in service.refs}


def _unsaid(bill: Document, near: Sequence[Finding], gaps: Sequence[Gap], services: Sequence[Service]) -> str | None:
    """Why the papers do not say what is right to pay, None where they do."""
    if any(finding.kind in _OPEN for finding in near):
        return "open"
    if any(finding.kind == "self-pay-review" for finding in near):
        return "self_pay"
    if any(finding.reading != "confirmed" for finding in near):
        return "check"
    plan = {paper.id for service in services for paper, _ in service.lines.values() if paper.kind == "eob"}
    missing = any(_BALANCE in gap.kinds and gap.document in {bill.id, *plan} for gap in gaps)
    decided = all(any(paper.kind == "eob" for paper, _ in service.lines.values()) for service in services)
    if missing or not services or not decided or not _shares_are_known(near, services):
        return "no_decision"
    return None


def _shares_are_known(near: Sequence[Finding], services: Sequence[Service]) -> bool:
    """Whether findings account for every printed share of these services, and for no other care."""
    refs = _refs(services)
    shares = [finding for finding in near if finding.kind == _SHARE]
    spoken_of = {ref for finding in near for ref in finding.lines}
    silent = [
        line
        for service in services
        for paper, line in service.lines.values()
        if paper.kind == "eob" and line.patient_responsibility and f"{paper.id}:{line.id}" not in spoken_of
    ]
    return all(finding.lines and refs.issuperset(finding.lines) for finding in shares) and not silent


def _balance(bill: Document) -> Decimal | None:
    return bill.totals.balance_due if bill.totals else None
