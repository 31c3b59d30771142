"""Acts of care: a service as the bill lists it and as the plan decided on it, seen as one thing."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.checking.drafts import Phrase, Word
from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.identity import identifier
from plainbill.checking.matching.bills import Match
from plainbill.checking.matching.decisions import COST_SHARES, Decision, decide
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO
from plainbill.checking.papers import LineAt, Paper, Papers

_LONGEST_NAME = 60
# Roles of reasons for a cut that leave open whether the service was covered.
_REFUSE_NOTHING = frozenset({"discount", "reporting", "not_collectable", "prior_payer", "paid_to_member"})


@dataclass(frozen=True, kw_only=True, eq=False)  # without slots, for its cached properties
class Act:
    """One act of care: the bill lines that list it and the EOB line that decides on it; one of them is there.

    `decision` may come from the columns of the plan on a bill, where no EOB decides. `papers` are those of `lines`.
    """

    lines: tuple[LineAt, ...]
    papers: tuple[Paper, ...]
    decision: Decision | None

    @property
    def claim(self) -> LineAt:
        """The line that the plan saw, else the one on the bill."""
        return self.decision.at if self.decision else self.lines[0]

    @property
    def claim_paper(self) -> Paper:
        """The paper of the line that the plan saw."""
        return next(paper for paper in self.papers if paper.id == self.claim.document.id)

    @functools.cached_property
    def code(self) -> str:
        """The procedure code that the plan saw, else the one on the bill; "" where none is printed."""
        return next((at.code for at in (self.claim, *self.lines) if at.code), "")

    @functools.cached_property
    def day(self) -> datetime.date | None:
        """The day of service, None where no paper prints one."""
        return next((at.date for at in (self.claim, *self.lines) if at.date), None)

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The ids of the papers it stands on."""
        return tuple(paper.id for paper in self.papers)

    @property
    def modifiers(self) -> frozenset[str]:
        """The modifiers on any of its lines: one that a paper does not print may stand on another."""
        return frozenset(modifier for at in self.lines for modifier in at.modifiers)

    @property
    def diagnoses(self) -> tuple[str, ...]:
        """The diagnosis codes sent for it: of the plan's line, else of its paper, else of the bill; in their order."""
        return tuple(filter(None, map(identifier, self.written_diagnoses)))

    @property
    def written_diagnoses(self) -> tuple[str, ...]:
        """These diagnosis codes as they are written."""
        found = (at.line.diagnosis_codes or at.document.diagnosis_codes for at in (self.claim, *self.lines))
        return next((codes for codes in found if codes), ())

    @functools.cached_property
    def is_refused(self) -> bool:
        """Whether the plan did not take it as covered."""
        return self.decision is not None and is_refused(self.decision)

    @property
    def called(self) -> Word:
        """The code and what a paper calls it, for a text; without commas, which part services from each other."""
        words = next((at.line.description for at in self.lines if at.line.description), "") or ""
        words = " ".join(words.replace(",", " ").split())[:_LONGEST_NAME]
        return " ".join(filter(None, (self.code, f"({words})" if words and self.code else words))) or Phrase(
            "this charge"
        )

    def facts(self, *fields: str) -> tuple[Fact, ...]:
        """Return what its lines hold under `fields`."""
        return tuple(fact for at in self.lines for fact in on_line(at, *fields))

    def diagnosis_facts(self) -> tuple[Fact, ...]:
        """Return the diagnosis codes sent for it, as evidence."""
        for at in (self.claim, *self.lines):
            paper = next(paper for paper in self.papers if paper.id == at.document.id)
            if at.line.diagnosis_codes:
                return on_line(at, "diagnosis_codes")
            if at.document.diagnosis_codes:
                return diagnoses_on(paper)
        return ()


def diagnoses_on(paper: Paper) -> tuple[Fact, ...]:
    """Return the diagnosis codes at the head of a paper, as evidence."""
    return on_paper(paper, *(f"diagnosis_codes[{i}]" for i in range(len(paper.document.diagnosis_codes))))


def is_refused(decision: Decision) -> bool:
    """Tell whether the plan did not cover a line, so that its reason for that is what counts."""
    if decision.at.line.status == "denied" or decision.is_duplicate:
        return True
    if decision.was_paid or decision.is_pending or any(getattr(decision.at.line, part) for part in COST_SHARES):
        return False
    roles = {reduction.code.role for reduction in decision.reductions if reduction.amount > 0}
    return "cost_share" not in roles and bool((decision.at.line.not_covered or ZERO) > 0 or roles - _REFUSE_NOTHING)


def acts_of(papers: Papers, rulings: Sequence[Ruling], matches: Sequence[Match]) -> tuple[Act, ...]:
    """Return the services on the bills that no later statement repeats and on the EOBs in force."""
    billed: dict[Decision, list[LineAt]] = defaultdict(list)
    for match in matches:
        for pair in match.pairs:
            billed[pair.decision].append(pair.bill)
    return (*_decided(rulings, billed, papers.by_id), *_only_billed(rulings, matches, billed))


def _decided(
    rulings: Sequence[Ruling], billed: Mapping[Decision, list[LineAt]], by_id: Mapping[str, Paper]
) -> Iterator[Act]:
    for ruling in rulings:
        for decision in () if ruling.void else ruling.decisions:
            lines = (*billed.get(decision, ()), decision.at)
            papers = {at.document.id: by_id[at.document.id] for at in lines}
            yield Act(lines=lines, papers=tuple(papers.values()), decision=decision)


def _only_billed(
    rulings: Sequence[Ruling], matches: Sequence[Match], billed: Mapping[Decision, list[LineAt]]
) -> Iterator[Act]:
    void = {decision for ruling in rulings if ruling.void for decision in ruling.decisions}
    decided = {at for decision, lines in billed.items() if decision not in void for at in lines}
    for match in matches:
        for at in match.bill.standing:
            if at not in decided:
                own = decide(match.bill, at) if _shows_the_plan(at) else None
                yield Act(lines=(at,), papers=(match.bill,), decision=own)


def _shows_the_plan(at: LineAt) -> bool:
    line = at.line
    return bool(line.adjustments) or any(
        getattr(line, name) is not None for name in ("allowed", "plan_paid", *COST_SHARES)
    )
