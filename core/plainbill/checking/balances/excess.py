"""How much more a bill asks than the plan leaves to the patient, and what would explain it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from plainbill.case import Story
from plainbill.checking.balances.asking import Shown
from plainbill.checking.matching.bills import Match, Scope, charges_of, decided_charges
from plainbill.checking.matching.decisions import Decision, Reduction, provider_s
from plainbill.checking.money import ZERO, above, same, total, total_if_whole
from plainbill.checking.papers import Paper

Unjudged = Literal["no_eob", "not_all_decided", "no_balance", "share_unknown", "taken_back", "copy_only"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Carried:
    """A reduction that the provider carries, on a line of an EOB or on the whole claim."""

    paper: Paper
    decision: Decision | None
    reduction: Reduction


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Excess:
    """A bill that asks more than the plan leaves to the patient; amounts in dollars.

    `over` is what it asks too much, `carried` what of it the provider has to carry. `not_posted` and `told_paid` are
    amounts that other causes would account for.
    """

    match: Match
    balance: Decimal
    owed: Decimal
    over: Decimal
    carried: tuple[Carried, ...]
    carried_amount: Decimal
    is_exact: bool
    not_posted: Decimal
    told_paid: tuple[Decimal, ...]


def judge_balance(match: Match, story: Story | None) -> Excess | Unjudged | None:
    """Return the excess of a bill, why none can be worked out, or None where the bill asks what it may."""
    shown = match.shown
    held = shown.for_this_care
    if shown.balance is None or held is None:
        return "no_balance"
    if not match.scopes:
        return "no_eob"
    if any(scope.ruling.void for scope in match.scopes):
        return "taken_back"
    if not match.whole:
        return "not_all_decided"
    owed = total_if_whole([owed_by(scope) for scope in match.scopes])
    if owed is None:
        return "share_unknown"
    copies = _copies_alone(match)
    if copies and not same(held - owed, total(copies), lines=len(copies)):
        return "copy_only"
    if not above(held, owed, lines=len(match.pairs)) or shown.balance <= 0:
        return None
    return _excess(match, shown, owed, held - owed, story)


def _copies_alone(match: Match) -> tuple[Decimal | None, ...]:
    """The charges of lines refused as copies of a decision that is not among the papers."""
    decisions = [decision for scope in match.scopes for decision in scope.decisions]
    decided = {(d.at.code, d.at.date) for d in decisions if not d.is_duplicate}
    return tuple(d.at.charge for d in decisions if d.is_duplicate and (d.at.code, d.at.date) not in decided)


def owed_by(scope: Scope) -> Decimal | None:
    """Return what a ruling leaves to the patient, None where it does not say; the larger where its figures differ."""
    on_lines = total_if_whole([decision.share for decision in scope.decisions]) if scope.decisions else None
    if not scope.decisions and scope.earlier:
        return ZERO
    if not scope.whole:
        return on_lines
    claim = [reduction for reduction in scope.ruling.on_claim if reduction.code.group == "PR"]
    totals = scope.ruling.paper.document.totals
    choices = [totals.patient_responsibility if totals else None]
    if on_lines is not None or claim:
        choices.append((on_lines or ZERO) + total(reduction.amount for reduction in claim))
    return max((choice for choice in choices if choice is not None), default=None)


def _excess(match: Match, shown: Shown, owed: Decimal, over: Decimal, story: Story | None) -> Excess:
    carried = _carried(match)
    paid = total(plan_paid(scope) for scope in match.scopes if _is_decided_by(match.bill, scope))
    not_posted = max(ZERO, paid - (shown.insurance_paid or ZERO))
    asked, amount, is_exact = _asked(carried, shown, over, not_posted)
    balance = shown.balance or ZERO
    return Excess(
        match=match,
        balance=balance,
        owed=owed,
        over=min(over, balance),
        carried=asked,
        carried_amount=min(amount, balance),
        is_exact=is_exact,
        not_posted=not_posted,
        told_paid=_told_but_not_shown(shown, story),
    )


def _is_decided_by(bill: Paper, scope: Scope) -> bool:
    """Tell whether the plan had decided by the day of the bill, so that the bill could show its payment."""
    day, decided = bill.document.document_date, scope.ruling.decided_on
    return day is not None and decided is not None and decided <= day


def _carried(match: Match) -> tuple[Carried, ...]:
    """The provider's reductions on what the bill lists: all of a claim, or of the lines that are on the bill."""
    listed = {pair.decision for pair in match.pairs}
    billed, decided = charges_of(match.bill), decided_charges(match.scopes)
    codes = {pair.bill.code for pair in match.pairs}
    all_listed = not listed or billed is None or decided is None or same(billed, decided, lines=len(listed))
    found = [
        Carried(paper=scope.ruling.paper, decision=decision, reduction=reduction)
        for scope in match.scopes
        for decision in (*scope.decisions, *scope.earlier)
        if all_listed or decision in listed or (decision in scope.earlier and decision.at.code in codes)
        for reduction in decision.carried_by_provider
    ]
    for scope in match.scopes:
        if scope.whole and all_listed:
            found += [
                Carried(paper=scope.ruling.paper, decision=None, reduction=reduction)
                for reduction in provider_s(scope.ruling.on_claim, in_network=_in_network(scope))
            ]
    return tuple(found)


def _in_network(scope: Scope) -> bool:
    coverage = scope.ruling.paper.document.coverage
    return coverage is not None and coverage.network_status == "in"


def plan_paid(scope: Scope) -> Decimal:
    """Return what a ruling says that the plan paid, in dollars."""
    totals = scope.ruling.paper.document.totals
    on_lines = total(decision.paid for decision in (*scope.decisions, *scope.earlier))
    if scope.whole and totals and totals.plan_paid is not None:
        return max(totals.plan_paid, on_lines)
    return on_lines


def _asked(
    carried: tuple[Carried, ...], shown: Shown, over: Decimal, not_posted: Decimal
) -> tuple[tuple[Carried, ...], Decimal, bool]:
    """Return which of the provider's reductions the bill asks, their sum, and whether that sum is exact."""
    if shown.adjustments is not None:
        still_open = _sum(carried) - shown.adjustments
        if not above(still_open, ZERO, lines=len(carried)) or above(still_open, over, lines=len(carried)):
            return (), ZERO, False
        chosen = next((c for c in _choices(carried) if same(_sum(c), still_open, lines=len(c))), None)
        return chosen or carried, still_open, chosen is not None
    for target in (over, over - not_posted):
        for chosen in _choices(carried):
            if target > 0 and same(_sum(chosen), target, lines=len(chosen)):
                return chosen, _sum(chosen), True
    return (), ZERO, False


def _choices(carried: tuple[Carried, ...]) -> Sequence[tuple[Carried, ...]]:
    """What a bill may have left on: everything, the refused services, the discounts, or one line's reductions."""
    discounts = tuple(c for c in carried if c.reduction.code.role == "discount")
    refusals = tuple(c for c in carried if c.reduction.code.role != "discount")
    by_line: dict[Decision | None, list[Carried]] = {}
    for one in carried:
        by_line.setdefault(one.decision, []).append(one)
    return [choice for choice in (carried, refusals, discounts, *map(tuple, by_line.values())) if choice]


def _sum(carried: Sequence[Carried]) -> Decimal:
    return total(one.reduction.amount for one in carried)


def _told_but_not_shown(shown: Shown, story: Story | None) -> tuple[Decimal, ...]:
    if story is None:
        return ()
    posted = shown.patient_paid or ZERO
    return tuple(paid.amount for paid in story.paid if paid.amount and paid.amount > posted)
