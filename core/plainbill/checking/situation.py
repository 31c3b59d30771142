"""Everything a rule looks at: the papers, the decisions in force, and each bill beside the decisions on it."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plainbill.case import Story
from plainbill.checking.balances.excess import Excess, Unjudged, judge_balance, owed_by
from plainbill.checking.matching.acts import Act, acts_of
from plainbill.checking.matching.bills import Match, charges_of, is_about, match
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.misdated import with_misdated
from plainbill.checking.matching.records import Records, Told
from plainbill.checking.matching.rulings import Ruling, rulings_of
from plainbill.checking.matching.services import Billed, billed
from plainbill.checking.papers import Paper, Papers, natural
from plainbill.checking.prevention.causes import Cause, causes_of
from plainbill.checking.refusals.denials import Denial, denials_of
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Situation:
    """A case as rules see it; `matches` holds the bills that no later statement repeats.

    `balances` says for each of them how much it asks too much, or why that cannot be judged; one that asks what it may
    is not in there. `replaced` are EOBs that a later one of their claim replaces, `resubmitted` paid decisions by code
    and day that were made again under another claim number. `acts` are the services with their lines on all papers,
    `records` the visit records beside them, `told` what the patient says that the visit was for, and `prevention` those
    of them that may be preventive care charged in vain. `story` is empty where nobody told one.
    """

    papers: Papers
    rulings: tuple[Ruling, ...]
    replaced: tuple[Paper, ...]
    resubmitted: Mapping[tuple[str, datetime.date | None], tuple[Decision, ...]]
    matches: tuple[Match, ...]
    billed: tuple[Billed, ...]
    balances: Mapping[str, Excess | Unjudged]
    denials: tuple[Denial, ...]
    acts: tuple[Act, ...]
    records: Records
    told: Told
    prevention: tuple[Cause, ...]
    is_insured: bool | None
    story: Story
    today: datetime.date | None
    tables: PublishedTables

    @property
    def asked_right(self) -> frozenset[str]:
        """The EOBs beside a bill that asks no more than they leave to the patient."""
        return frozenset(
            scope.ruling.paper.id
            for match in self.matches
            if match.whole and not isinstance(self.balances.get(match.bill.id), Excess | str)
            for scope in match.scopes
        )

    @property
    def asked_too_much(self) -> frozenset[str]:
        """The EOBs beside a bill that asks more than they leave to the patient."""
        return frozenset(
            scope.ruling.paper.id
            for match in self.matches
            if isinstance(self.balances.get(match.bill.id), Excess)
            for scope in match.scopes
        )

    @property
    def ended(self) -> frozenset[str]:
        """The EOBs beside a bill that asks nothing for the care they decide on: whatever was refused, it is over."""
        return frozenset(
            scope.ruling.paper.id
            for match in self.matches
            if match.whole and match.shown.for_this_care == 0 and not match.bill.document.insurance_pending
            for scope in match.scopes
            if owed_by(scope) in (None, 0)
        )

    @property
    def bills(self) -> tuple[Paper, ...]:
        """The bills that no later statement repeats."""
        return tuple(match.bill for match in self.matches)

    @property
    def standing(self) -> tuple[Paper, ...]:
        """These bills, and the EOBs that count and do not take everything back."""
        return (*self.bills, *(ruling.paper for ruling in self.rulings if not ruling.void))


def see(papers: Papers, *, today: datetime.date | None = None, tables: PublishedTables = NOTHING_IMPORTED) -> Situation:
    """Return the situation that the papers and the story show."""
    decided = rulings_of(papers)
    rulings = decided.in_force
    near = _Near(rulings)
    matches = with_misdated([match(bill, near.to(bill)) for bill in _latest(papers.of_kind("bill"))], rulings)
    acts = acts_of(papers, rulings, matches)
    story = papers.case.story or Story()
    records, told = Records(papers), Told(story, acts)
    return Situation(
        papers=papers,
        rulings=rulings,
        replaced=decided.replaced,
        resubmitted=_by_service(decided.resubmitted),
        matches=matches,
        billed=billed(matches, rulings),
        balances={one.bill.id: found for one in matches if (found := judge_balance(one, story))},
        denials=denials_of(rulings, papers, story),
        acts=acts,
        records=records,
        told=told,
        prevention=causes_of(papers, rulings, acts, records, told),
        is_insured=story.insured,
        story=story,
        today=today,
        tables=tables,
    )


def _by_service(decisions: Iterable[Decision]) -> Mapping[tuple[str, datetime.date | None], tuple[Decision, ...]]:
    by_service: dict[tuple[str, datetime.date | None], tuple[Decision, ...]] = {}
    for decision in sorted(decisions, key=lambda decision: natural(decision.at.ref)):
        key = (decision.at.code, decision.at.date)
        by_service[key] = (*by_service.get(key, ()), decision)
    return by_service


class _Near:
    """Rulings by claim number and day, so that hundreds of papers are not all held against each other."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._all = rulings
        self._by_mark: dict[object, list[int]] = defaultdict(list)
        for place, ruling in enumerate(rulings):
            anywhere = (None,) if ruling.paper.ranges or not ruling.paper.dates else ()
            for mark in (*ruling.paper.claims, *ruling.paper.dates, *anywhere):
                self._by_mark[mark].append(place)

    def to(self, bill: Paper) -> tuple[Ruling, ...]:
        """Return the rulings that may be about a bill, in their order."""
        if bill.ranges or not bill.dates:
            return tuple(self._all)
        places = {place for mark in (*bill.claims, *bill.dates, None) for place in self._by_mark.get(mark, ())}
        return tuple(self._all[place] for place in sorted(places))


def _latest(bills: Sequence[Paper]) -> tuple[Paper, ...]:
    """Leave out statements that a newer one repeats; only those with a charge or a sum in common are compared."""
    if len(bills) < 2:
        return tuple(bills)
    by_charge: dict[object, list[Paper]] = defaultdict(list)
    for bill in bills:
        for mark in {*_charges(bill), (charges_of(bill), bill.dates)}:
            by_charge[mark].append(bill)
    return tuple(
        bill
        for bill in bills
        if not any(
            _repeats(later, bill)
            for mark in ((charges_of(bill), bill.dates), *list(_charges(bill))[:1])
            for later in by_charge[mark]
        )
    )


def _repeats(later: Paper, bill: Paper) -> bool:
    """Tell whether `later` is a newer statement about the same care."""
    newer, older = later.document.document_date, bill.document.document_date
    if newer is None or older is None or newer <= older or not is_about(later, bill):
        return False
    if bill.lines and later.lines:
        return not _charges(bill) - _charges(later)
    asked = charges_of(bill)
    return asked is not None and asked == charges_of(later) and bill.dates == later.dates


def _charges(paper: Paper) -> Counter[tuple[object, ...]]:
    return Counter((at.named, at.date, at.modifiers, at.charge) for at in paper.standing)
