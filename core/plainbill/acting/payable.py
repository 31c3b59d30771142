"""What of a bill is the patient's own share by the plan's paper, where the papers allow saying so."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from plainbill.acting.papers import LineIn, Papers, named
from plainbill.acting.services import Service
from plainbill.acting.texts import text
from plainbill.acting.values import Value, dollars, of_document, of_line, say_all
from plainbill.acting.writing import Sentence
from plainbill.case import Document, Entry, Evidence, Finding, Gap, Line
from plainbill.case.values import NULL_IS_EMPTY, Money, Text
from plainbill.describing.words import bare
from plainbill.knowledge.firms import firm

ZERO = Decimal("0.00")
# While one of these stands, nobody knows yet what the patient's share is.
_OPEN = frozenset({"payer-pending", "billed-before-adjudication", "not-billed-to-insurance", "wrong-payer"})
_BALANCE = "balance-exceeds-eob"
_SHARE = "cost-share"


class Payable(Entry):
    """What a bill asks, and the part of it that is the patient's share by papers that nothing here speaks against.

    `share` is None where the papers do not say it, or all of it is in question; the sentences tell why.
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
    bills = [paper for paper in papers.case.documents if paper.kind == "bill" and (_balance(paper) or ZERO) >= ZERO]
    return tuple(_of_bill(bill, findings, gaps, [s for s in services if bill.id in s.lines]) for bill in bills)


def _of_bill(bill: Document, findings: Sequence[Finding], gaps: Sequence[Gap], services: Sequence[Service]) -> Payable:
    near = _near(bill, findings, services)
    decided = [entry for service in services for entry in _in_force(service)]
    asked = of_document(bill, "totals.balance_due")
    values: dict[str, Value | None] = {"paper": named(bill), "asked": asked}
    shares = _shares(decided, near)
    why = _unsaid(bill, near, gaps, services) or ("no_decision" if shares is None else None)
    if why or shares is None:
        said = say_all((text("money", "payable", "asks"), text("money", "why", str(why))), values)
        return Payable(document=bill.id, asked=_balance(bill), sentences=said, facts=asked.facts if asked else ())
    values["share"] = Value(text=dollars(shares.agreed), facts=shares.facts)
    values["open"] = Value(text=dollars(shares.open), facts=shares.facts)
    names = ("asks", *_names(shares, _balance(bill)))
    said = say_all([text("money", "payable", name) for name in names], values)
    share = shares.agreed if shares.agreed or not shares.open else None
    return Payable(document=bill.id, asked=_balance(bill), share=share, sentences=said, facts=shares.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    """The patient's share as the plan prints it: what nothing speaks against, and what is in question."""

    agreed: Decimal
    open: Decimal
    facts: tuple[Evidence, ...]


def _names(shares: _Shares, balance: Decimal | None) -> tuple[str, ...]:
    """Which sentences are said of a bill, by what is known of the share."""
    if shares.open:
        return ("share", "also_open") if shares.agreed else ("open",)
    if not shares.agreed:
        return ("none", "not_said") if balance else ("none",)
    if balance == shares.agreed:
        return ("share", "agrees")
    return ("share", "more" if balance is not None and balance > shares.agreed else "less")


def _shares(decided: Sequence[LineIn], near: Sequence[Finding]) -> _Shares | None:
    """The shares on the lines that a plan decided on; None where one is not printed, or findings do not add up."""
    agreed_on = {ref for finding in near if finding.kind == _SHARE for ref in finding.lines}
    agreed = in_doubt = ZERO
    facts: list[Evidence] = []
    for paper, line in decided:
        share = _share_of(paper, line)
        if share is None:
            return None
        facts += share[1]
        if f"{paper.id}:{line.id}" in agreed_on:
            agreed += share[0]
        else:
            in_doubt += share[0]
    found = sum((finding.amount or ZERO for finding in near if finding.kind == _SHARE), ZERO)
    return _Shares(agreed=agreed, open=in_doubt, facts=tuple(facts)) if found == agreed else None


def _share_of(paper: Document, line: Line) -> tuple[Decimal, tuple[Evidence, ...]] | None:
    """The share that a line prints, with its facts: in one sum, else by what is put on the patient, else in parts."""
    if line.patient_responsibility is not None:
        return line.patient_responsibility, _facts(paper, line, ["patient_responsibility"])
    if line.adjustments and all(cut.group and cut.amount is not None for cut in line.adjustments):
        places = [place for place, cut in enumerate(line.adjustments) if cut.group == "PR"]
        amounts = [line.adjustments[place].amount or ZERO for place in places]
        return sum(amounts, ZERO), _facts(paper, line, [f"adjustments[{place}].amount" for place in places])
    parts = [name for name in ("deductible", "copay", "coinsurance") if getattr(line, name) is not None]
    if not parts:
        return None
    return sum((getattr(line, name) for name in parts), ZERO), _facts(paper, line, parts)


def _facts(paper: Document, line: Line, fields: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(fact for field in fields if (value := of_line(paper, line, field)) for fact in value.facts)


def _near(bill: Document, findings: Sequence[Finding], services: Sequence[Service]) -> list[Finding]:
    """The findings on a bill, on its services, and on the whole of a plan's paper that decides on them."""
    refs = {ref for service in services for ref in service.refs}
    plan = _plan_papers(services)
    return [
        finding
        for finding in findings
        if bill.id in finding.documents
        or refs & set(finding.lines)
        or (not finding.lines and plan & set(finding.documents))
    ]


def _in_force(service: Service) -> tuple[LineIn, ...]:
    """The plan's decisions on a service, of one claim of one plan the latest; all where one takes back another."""
    decided = [entry for entry in service.lines.values() if entry[0].kind == "eob"]
    latest: dict[object, LineIn] = {}
    for paper, line in decided:
        claim = bare(line.claim_number or paper.claim_number or "")
        if paper.processed_date is None or not claim or paper.claim_frequency == "reversal":
            return tuple(decided)
        key = (firm(paper.payer.name if paper.payer else None), claim)
        earlier = latest.get(key)
        if earlier and earlier[0].processed_date == paper.processed_date:
            return tuple(decided)
        if not earlier or str(earlier[0].processed_date) < str(paper.processed_date):
            latest[key] = (paper, line)
    return tuple(latest.values())


def _plan_papers(services: Sequence[Service]) -> set[str]:
    return {paper.id for service in services for paper, _ in service.lines.values() if paper.kind == "eob"}


def _unsaid(bill: Document, near: Sequence[Finding], gaps: Sequence[Gap], services: Sequence[Service]) -> str | None:
    """Why the papers do not say what is right to pay, None where they may."""
    if any(finding.kind in _OPEN for finding in near):
        return "open"
    if any(finding.kind == "self-pay-review" for finding in near):
        return "self_pay"
    if any(finding.reading != "confirmed" for finding in near):
        return "check"
    about = {bill.id, *_plan_papers(services)}
    copies = {ref for finding in near if finding.kind == "duplicate-line" for ref in finding.lines}
    once = [service for service in services if not service.refs <= copies]
    decisions = [len(_in_force(service)) for service in once]
    if any(_BALANCE in gap.kinds and gap.document in about for gap in gaps) or not once or 0 in decisions:
        return "no_decision"
    return "several" if max(decisions) > 1 else None


def _balance(bill: Document) -> Decimal | None:
    return bill.totals.balance_due if bill.totals else None
