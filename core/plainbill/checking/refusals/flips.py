"""What moves a refusal from the kind of its code to another: other papers, the story, or the line itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plainbill.case import Story
from plainbill.checking.codes.visits import visit_code
from plainbill.checking.evidence import Fact, on_line, on_paper, told
from plainbill.checking.identity import identifier, payer_key
from plainbill.checking.matching.bills import is_about
from plainbill.checking.matching.records import days_of
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.checking.refusals.approvals import Approvals
from plainbill.checking.refusals.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Refusal:
    """A refusal as its code has it, with what it is held against; `at` is None where it is the whole claim."""

    kind: str
    reason: Reason | None
    at: LineAt | None
    paper: Paper
    papers: Papers
    approvals: Approvals
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The kind and wording of a refusal after everything else was looked at, and the facts that decided it."""

    kind: str
    text: str = "denied"
    facts: tuple[Fact, ...] = ()


def flipped(refusal: Refusal) -> Flip:
    """Return the kind that the papers, the story and the line support for a refusal."""
    flip = _FLIPS.get(refusal.kind)
    return flip(refusal) if flip else Flip(kind=refusal.kind)


def _authorization(refusal: Refusal) -> Flip:
    """Missing where one was obtained or is printed, differing where it names other services, else required."""
    found = refusal.approvals.for_charge(refusal.paper, refusal.at)
    code = refusal.at.code if refusal.at else ""
    fitting = [one for one in found if not one.codes or not code or code in one.codes]
    if fitting:
        facts = tuple(fact for one in fitting for fact in one.facts)
        return Flip(kind="authorization-missing", text="printed", facts=facts)
    if found:
        facts = tuple(fact for one in found for fact in one.facts)
        return Flip(kind="authorization-differs", text="other_code", facts=facts)
    obtained = refusal.story.authorization_obtained
    if obtained:
        fact = told("authorization_obtained", True)
        return Flip(kind="authorization-missing", text="told", facts=(fact,))
    if obtained is False:
        return Flip(kind="authorization-required", facts=(told("authorization_obtained", False),))
    return Flip(kind="authorization-required", text="unknown")


def _asked_and_refused(refusal: Refusal) -> Flip:
    """CARC 39: the approval was asked for and refused, so that a number would prove nothing."""
    if refusal.reason and refusal.reason.code == "39":
        return Flip(kind="authorization-required", text="refused_before")
    return _authorization(refusal)


def _differs(refusal: Refusal) -> Flip:
    found = refusal.approvals.for_charge(refusal.paper, refusal.at)
    facts = tuple(fact for one in found for fact in one.facts)
    return Flip(kind="authorization-differs", facts=facts)


def _documentation(refusal: Refusal) -> Flip:
    """CARC 250 and 251: something was sent, and it does not carry the code; only the clinician can add to it."""
    if refusal.reason and refusal.reason.code in ("250", "251"):
        return Flip(kind=refusal.kind, text="sent_but_not_enough")
    return Flip(kind=refusal.kind)


def _copy(refusal: Refusal) -> Flip:
    """CARC B20: somebody else billed the service too; every other copy matters only where a bill asks for it."""
    is_other = refusal.reason is not None and refusal.reason.code == "B20"
    return Flip(kind=refusal.kind, text="other_provider" if is_other else "copy")


def _too_many(refusal: Refusal) -> Flip:
    """CARC 151 names no limit: with several units it is the units, with one how often the plan pays."""
    if refusal.reason and refusal.reason.code == "151" and not refusal.reason.remark:
        units = refusal.at.line.units if refusal.at else None
        if units is not None and units <= 1:
            return Flip(kind="benefit-limit")
    return Flip(kind=refusal.kind)


def _necessity(refusal: Refusal) -> Flip:
    """Where the record names other diagnoses than the claim, the claim has to be put right before anybody argues.

    CARC 150 is about the level of a visit, or about how much of anything else was needed.
    """
    is_150 = refusal.reason is not None and refusal.reason.code == "150"
    if is_150 and refusal.at is not None and visit_code(refusal.at.code, refusal.at.date):
        return Flip(kind="visit-level-high")
    may_move = refusal.reason is not None and refusal.reason.code in ("50", "167")
    facts = _record_with_other_diagnoses(refusal) if may_move else ()
    if facts:
        return Flip(kind="diagnosis-does-not-support", text="record_differs", facts=facts)
    return Flip(kind=refusal.kind)


def _record_with_other_diagnoses(refusal: Refusal) -> tuple[Fact, ...]:
    at = refusal.at
    claimed = _categories((at.line.diagnosis_codes if at else ()) or refusal.paper.document.diagnosis_codes)
    if not claimed or at is None:
        return ()
    for record in refusal.papers.of_kind("visit_summary"):
        days = days_of(record)
        if not is_about(refusal.paper, record) or (days and at.date not in days):
            continue
        recorded = _categories(record.document.diagnosis_codes) | _categories(
            tuple(code for line in record.document.lines for code in line.diagnosis_codes)
        )
        if recorded and not recorded & claimed:
            codes = [f"diagnosis_codes[{i}]" for i, _ in enumerate(record.document.diagnosis_codes)]
            return on_paper(record, *codes) + on_line(at, "diagnosis_codes")
    return ()


def _categories(codes: tuple[str, ...]) -> frozenset[str]:
    """The three-character categories of diagnosis codes."""
    return frozenset(identifier(code)[:3] for code in codes) - {""}


def _other_payer(refusal: Refusal) -> Flip:
    """An accident that the patient denies is for the patient to answer; a card of another plan says where to send."""
    reason = refusal.reason
    if reason and reason.code in ("19", "20", "21") and refusal.story.accident is False:
        return Flip(kind="coordination-of-benefits", text="no_accident", facts=(told("accident", False),))
    return Flip(kind="wrong-payer", facts=_cards_of_others(refusal))


def _eligibility(refusal: Refusal) -> Flip:
    """Coverage with one plan that ended, and a card of another: the claim went to the wrong one."""
    cards = _cards_of_others(refusal)
    return Flip(kind="wrong-payer", text="other_card", facts=cards) if cards else Flip(kind=refusal.kind)


def _cards_of_others(refusal: Refusal) -> tuple[Fact, ...]:
    """The payers of cards in the case, where none of them is the payer that refused."""
    cards = [card for card in refusal.papers.of_kind("insurance_card") if payer_key(card.document.payer)]
    own = payer_key(refusal.paper.document.payer)
    if not own or any(_may_be_one_plan(own, payer_key(card.document.payer)) for card in cards):
        return ()
    return tuple(fact for card in cards for fact in on_paper(card, "payer.name", "coverage.member_id"))


def _may_be_one_plan(one: str, other: str) -> bool:
    """Two ways to write one plan: all words of the shorter name stand in the longer one."""
    here, there = set(one.split()), set(other.split())
    return here <= there or there <= here


_FLIPS: Mapping[str, Callable[[Refusal], Flip]] = {
    "duplicate-line": _copy,
    "authorization-missing": _authorization,
    "authorization-required": _asked_and_refused,
    "authorization-differs": _differs,
    "documentation-requested": _documentation,
    "units-implausible": _too_many,
    "medical-necessity": _necessity,
    "not-covered": _necessity,
    "wrong-payer": _other_payer,
    "not-eligible": _eligibility,
}
