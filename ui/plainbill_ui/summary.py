"""What the answer says first: how much is worth a question, how much money that is about, and who must act."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.acting.amounts import AmountInQuestion
from plainbill.acting.papers import papers_of
from plainbill.acting.services import Service, services_of
from plainbill.case import Desk, DocumentKind, ExplainResult, Finding

ORDER: tuple[Desk, ...] = ("clinician_or_coder", "billing_office", "payer", "patient", "nobody")
# The papers that say what is charged; those of the first kind that is there are counted.
CHARGING: tuple[DocumentKind, ...] = ("bill", "eob", "estimate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of the heading. `amount` is about `questions` only: what may be misread accuses nobody."""

    questions: int
    amount: Decimal
    to_check: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """What the papers charge for, each service once however many papers list it: with a question, and without."""

    asked: tuple[Service, ...]
    clear: tuple[Service, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.asked) + len(self.clear)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFindings:
    """The findings that one desk must act on, what is certain to be on the paper first."""

    desk: Desk
    findings: tuple[Finding, ...]


def summarize(result: ExplainResult, amounts: AmountInQuestion) -> Summary:
    """Return the counts of the heading."""
    asked = [finding for finding in result.findings if desk_of(finding) != "nobody"]
    confirmed = [finding for finding in asked if finding.reading == "confirmed"]
    return Summary(
        questions=len(confirmed),
        amount=amounts.total,
        to_check=len(asked) - len(confirmed),
    )


def charges_of(result: ExplainResult) -> Charges:
    """Return what the bills charge for; without a bill what the plan's papers, or estimates, list."""
    kinds = {document.kind for document in result.case.documents if document.lines}
    kind = next((each for each in CHARGING if each in kinds), None)
    asked = {line for finding in result.findings if desk_of(finding) != "nobody" for line in finding.lines}
    charged = [
        service
        for service in services_of(papers_of(result.case), result.findings)
        if any(paper.kind == kind for paper, _line in service.lines.values())
    ]
    return Charges(
        asked=tuple(each for each in charged if each.refs & asked),
        clear=tuple(each for each in charged if not each.refs & asked),
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
