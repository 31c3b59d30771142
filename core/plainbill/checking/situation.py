"""Everything a rule looks at: the papers, the decisions in force, and each bill beside the decisions on it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plainbill.checking.excess import Excess, Unjudged, judge_balance
from plainbill.checking.identity import clean
from plainbill.checking.matching import Match, charges_of, is_about, match
from plainbill.checking.papers import Paper, Papers
from plainbill.checking.rulings import Ruling, rulings_in_force


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Situation:
    """A case as rules see it; `matches` holds the bills that no later statement repeats.

    `balances` says for each of them how much it asks too much, or why that cannot be judged; one that asks what it may
    is not in there.
    """

    papers: Papers
    rulings: tuple[Ruling, ...]
    matches: tuple[Match, ...]
    balances: Mapping[str, Excess | Unjudged]
    is_insured: bool | None

    @property
    def bills(self) -> tuple[Paper, ...]:
        """The bills that no later statement repeats."""
        return tuple(match.bill for match in self.matches)


def see(papers: Papers) -> Situation:
    """Return the situation that the papers and the story show."""
    rulings = rulings_in_force(papers)
    matches = tuple(match(bill, rulings) for bill in _latest(papers.of_kind("bill")))
    story = papers.case.story
    return Situation(
        papers=papers,
        rulings=rulings,
        matches=matches,
        balances={one.bill.id: found for one in matches if (found := judge_balance(one, story))},
        is_insured=story.insured if story else None,
    )


def _latest(bills: tuple[Paper, ...]) -> tuple[Paper, ...]:
    return tuple(bill for bill in bills if not any(_repeats(later, bill) for later in bills))


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
    return Counter((at.code or clean(at.line.description), at.date, at.modifiers, at.charge) for at in paper.standing)
