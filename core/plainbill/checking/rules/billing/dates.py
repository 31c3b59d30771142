"""date-mismatch: days of service that differ between bill and EOB, or lie outside the stay that the paper prints."""

import datetime
from collections.abc import Iterator

from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import on_line, on_paper
from plainbill.checking.matching.bills import Match, Pair
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "date-mismatch"


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        for pair in match.pairs:
            if _differ(pair):
                yield _pair_draft(pair)
        yield from _stays(match)
    for paper in situation.standing:
        yield from _outside(paper)


def _differ(pair: Pair) -> bool:
    """Tell whether two lines print days that do not touch; a range on one paper holds the days in it."""
    ours, theirs = _range(pair.bill), _range(pair.decision.at)
    return ours is not None and theirs is not None and (ours[1] < theirs[0] or theirs[1] < ours[0])


def _range(at: LineAt) -> tuple[datetime.date, datetime.date] | None:
    if at.date is None:
        return None
    return at.date, max(at.date, at.date_to or at.date)


def _pair_draft(pair: Pair) -> Draft:
    at, decision = pair.bill, pair.decision
    return Draft(
        kind=_KIND,
        text="differ",
        lines=(at, decision.at),
        documents=(at.document.id, decision.at.document.id),
        facts=(
            *on_line(at, "service_date", "code", "description", "charge"),
            *on_line(decision.at, "service_date", "code", "description", "charge"),
        ),
        joins=f"{at.document.id} {decision.at.document.id}",
    )


def _stays(match: Match) -> Iterator[Draft]:
    """Two stays without days on their lines whose first or last day differs."""
    if len(match.scopes) != 1 or not match.scopes[0].whole:
        return
    eob = match.scopes[0].ruling.paper
    if match.bill.span and eob.span and match.bill.span != eob.span and match.bill.in_stay and eob.in_stay:
        names = ("service_from", "service_to")
        yield Draft(
            kind=_KIND,
            text="stays_differ",
            documents=(match.bill.id, eob.id),
            facts=(*on_paper(match.bill, *names), *on_paper(eob, *names)),
        )


def _outside(paper: Paper) -> Iterator[Draft]:
    """Charges on a day before or after the days at the head of their own paper, where these span a stay."""
    first, last = paper.document.service_from, paper.document.service_to
    if first is None or last is None or first > last or (first == last and not paper.in_stay):
        return
    for at in paper.standing:
        days = _range(at)
        if at.charge is not None and days and (days[1] < first or last < days[0]):
            yield Draft(
                kind=_KIND,
                text="outside_the_stay",
                lines=(at,),
                documents=(paper.id,),
                amount=at.charge,
                facts=(
                    *on_line(at, "service_date", "code", "description", "charge"),
                    *on_paper(paper, "service_from", "service_to"),
                ),
                joins=paper.id,
            )


RULE = Rule(name="dates", version=1, kinds=(_KIND,), judge=_judge)
