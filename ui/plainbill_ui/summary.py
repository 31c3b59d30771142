"""What the answer says first: how much is worth a question, how much money that is about, and who must act."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.acting.amounts import AmountInQuestion
from plainbill.case import Desk, ExplainResult, Finding

ORDER: tuple[Desk, ...] = ("clinician_or_coder", "billing_office", "payer", "patient", "nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of the heading. `amount` is about `questions` only: what may be misread accuses nobody."""

    questions: int
    amount: Decimal
    to_check: int
    charges: int
    charges_asked_about: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFindings:
    """The findings that one desk must act on, what is certain to be on the paper first."""

    desk: Desk
    findings: tuple[Finding, ...]


def summarize(result: ExplainResult, amounts: AmountInQuestion) -> Summary:
    """Return the counts of the heading."""
    asked = [finding for finding in result.findings if desk_of(finding) != "nobody"]
    confirmed = [finding for finding in asked if finding.reading == "confirmed"]
    billed = {
        f"{document.id}:{line.id}"
        for document in result.case.documents
        if document.kind != "visit_summary"
        for line in document.lines
    }
    return Summary(
        questions=len(confirmed),
        amount=amounts.total,
        to_check=len(asked) - len(confirmed),
        charges=len(billed),
        charges_asked_about=len(billed & {line for finding in asked for line in finding.lines}),
    )


def desk_of(finding: Finding) -> Desk:
    """Return the desk that a finding is shown under; what is only good to know asks nothing of anybody."""
    return "nobody" if finding.category == "info" else finding.acts_first


def by_desk(findings: Sequence[Finding]) -> tuple[DeskFindings, ...]:
    """Return the findings grouped by who must act, desks without any left out."""
    groups = []
    for desk in ORDER:
        here = [finding for finding in findings if desk_of(finding) == desk]
        if here:
            groups.append(DeskFindings(desk=desk, findings=tuple(sorted(here, key=_confirmed_and_large_first))))
    return tuple(groups)


def _confirmed_and_large_first(finding: Finding) -> tuple[bool, Decimal]:
    return finding.reading != "confirmed", -(finding.amount or Decimal(0))
