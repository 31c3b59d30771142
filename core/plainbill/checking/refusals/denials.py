"""The charges that a plan refused or has not decided, each with the one kind that its reason and the papers support."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plainbill.case import Story
from plainbill.checking.evidence import Fact, on_line
from plainbill.checking.identity import may_be_same_patient, payer_key
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.checking.refusals.approvals import Approvals
from plainbill.checking.refusals.flips import Refusal, flipped
from plainbill.checking.refusals.notes import legend_of
from plainbill.checking.refusals.reasons import Reason, reasons_in_letter, reasons_on_line, reasons_on_paper

_REFUSE_NOTHING = frozenset({"reporting", "not_collectable", "prior_payer", "paid_to_member"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Denial:
    """One refusal: of a line, or of a whole claim where `decision` is None.

    `text` names the wording of the finding. `amount` is what was refused, in dollars. `reason` is None where the paper
    prints none. `facts` are what the papers or the story add to it.
    """

    ruling: Ruling
    decision: Decision | None
    reason: Reason | None
    kind: str
    text: str
    amount: Decimal | None
    facts: tuple[Fact, ...]

    @property
    def paper(self) -> Paper:
        """The EOB that refuses."""
        return self.ruling.paper

    @property
    def lines(self) -> tuple[LineAt, ...]:
        """The line that was refused, none where it is the whole claim."""
        return (self.decision.at,) if self.decision else ()


def denials_of(rulings: Sequence[Ruling], papers: Papers, story: Story) -> tuple[Denial, ...]:
    """Return every refusal in the decisions that count."""
    approvals = Approvals(papers)
    letters = [letter for letter in papers.of_kind("letter") if reasons_in_letter(letter)]
    return tuple(
        _flip(denial, papers, approvals, story)
        for ruling in rulings
        if not ruling.void
        for denial in (*_of_lines(ruling, letters), *_of_claim(ruling))
    )


def _flip(denial: Denial, papers: Papers, approvals: Approvals, story: Story) -> Denial:
    """Move a denial where the other papers, the story or the line itself support another kind."""
    at = denial.decision.at if denial.decision else None
    moved = flipped(
        Refusal(
            kind=denial.kind,
            reason=denial.reason,
            at=at,
            paper=denial.paper,
            papers=papers,
            approvals=approvals,
            story=story,
        )
    )
    return replace(denial, kind=moved.kind, text=moved.text, facts=(*denial.facts, *moved.facts))


def _of_lines(ruling: Ruling, letters: Sequence[Paper]) -> Iterator[Denial]:
    legend = legend_of(ruling.paper)
    of_all = functools.cache(lambda: reasons_on_paper(ruling.paper, legend) if _is_whole(ruling) else ())
    for decision in ruling.decisions:
        if decision.is_duplicate:
            continue
        reasons = reasons_on_line(ruling.paper, decision.at, legend)
        if not _is_refused(decision, reasons):
            continue
        if not reasons:
            reasons = of_all()
        if not any(reason.kind for reason in reasons):
            reasons = next(
                (reasons_in_letter(letter) for letter in letters if _is_on(letter, ruling, decision)), reasons
            )
        yield _denial(ruling, decision, reasons)


def _is_on(letter: Paper, ruling: Ruling, decision: Decision) -> bool:
    """Whether a letter may be about a refused line: by patient and plan, and by claim and code where it names them."""
    here, there = ruling.paper.document, letter.document
    codes = {at.code for at in letter.lines if at.code}
    return (
        may_be_same_patient(here.patient, there.patient)
        and payer_key(there.payer) in ("", payer_key(here.payer))
        and (not letter.claims or bool(letter.claims & ruling.paper.claims))
        and (not codes or decision.at.code in codes)
    )


def _is_whole(ruling: Ruling) -> bool:
    """Whether every charge of the paper was refused, so that a reason at its foot is the reason of each."""
    return all(_is_unpaid(decision) for decision in ruling.decisions)


def _is_refused(decision: Decision, reasons: Sequence[Reason]) -> bool:
    line = decision.at.line
    if (line.charge or ZERO) < 0:
        return False
    if any(reason.code and reason.kind and (reason.amount or ZERO) > 0 for reason in reasons):
        return True
    if line.status == "pending":
        return True
    if line.status == "denied" and not decision.paid:
        return bool(reasons) or not _is_explained(decision)
    if not _is_unpaid(decision):
        return False
    if any(reason.kind for reason in reasons):
        return True
    # All of the charge is left over and no code says why.
    return bool(line.not_covered) and line.not_covered == line.charge and not decision.reductions


def _is_explained(decision: Decision) -> bool:
    """Whether its codes say why nothing was paid without refusing anything: a reporting code, another payer first."""
    roles = {reduction.code.role for reduction in decision.reductions if reduction.amount > 0}
    return bool(roles) and roles <= _REFUSE_NOTHING


def _is_unpaid(decision: Decision) -> bool:
    """Whether the plan took no part in the charge: one that went to the deductible was covered."""
    line = decision.at.line
    shares = [reduction.amount for reduction in decision.reductions if reduction.code.role == "cost_share"]
    shares += [amount for amount in (line.deductible, line.copay, line.coinsurance) if amount]
    return not decision.was_paid and not any(amount > 0 for amount in shares)


def _denial(ruling: Ruling, decision: Decision, reasons: Sequence[Reason]) -> Denial:
    best = reasons[0] if reasons else None
    kind = best.kind if best and best.kind else "denied-unspecified"
    if decision.at.line.status == "pending" and kind in ("denied-unspecified", "not-covered"):
        kind = "payer-pending"
    return Denial(
        ruling=ruling,
        decision=decision,
        reason=best,
        kind=kind,
        text="denied",
        amount=_refused(decision, best),
        facts=on_line(decision.at, "service_date", "code", "charge", "status", "not_covered", "plan_paid"),
    )


def _refused(decision: Decision, reason: Reason | None) -> Decimal | None:
    if reason is not None and reason.amount:
        return reason.amount
    line = decision.at.line
    return line.not_covered or line.charge


def _of_claim(ruling: Ruling) -> Iterator[Denial]:
    """A refusal of the whole claim by a code with an amount; its notes are those of the paper."""
    if not ruling.whole or not ruling.on_claim:
        return
    for reason in reasons_on_paper(ruling.paper, legend_of(ruling.paper)):
        if reason.code and reason.kind and reason.role != "duplicate" and (reason.amount or ZERO) > 0:
            yield Denial(
                ruling=ruling,
                decision=None,
                reason=reason,
                kind=reason.kind,
                text="denied",
                amount=reason.amount,
                facts=(),
            )
            return
