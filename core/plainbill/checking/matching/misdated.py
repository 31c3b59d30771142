"""Bills and EOBs about one act of care that print different days for it."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.checking.matching.bills import Match, Pair, Scope, is_about
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO, same, total
from plainbill.checking.papers import LineAt
from plainbill.checking.tables import comes_back, may_repeat

# A visit typed a few days off; care that comes back every week is farther apart.
_MOST_DAYS = 3
# Where the bill shows the very payment of that EOB, a day may be farther off.
_MOST_DAYS_IF_PAID = 45
_YEAR_OFF = (365, 366)


def with_misdated(matches: Sequence[Match], rulings: Sequence[Ruling]) -> tuple[Match, ...]:
    """Return the matches, a bill without an EOB beside the one that lists the same charges on days that look mistyped.

    Only where one EOB fits, and it fits no other bill.
    """
    used = {scope.ruling for match in matches for scope in match.scopes}
    free: dict[object, list[Ruling]] = {}
    for ruling in rulings:
        if ruling not in used and ruling.whole and (mark := _mark([decision.at for decision in ruling.decisions])):
            free.setdefault(mark, []).append(ruling)
    found = [_its_eob(match, free) for match in matches]
    wanted = Counter(found)
    return tuple(
        _beside(match, ruling) if ruling is not None and wanted[ruling] == 1 else match
        for match, ruling in zip(matches, found, strict=True)
    )


def _its_eob(match: Match, free: Mapping[object, Sequence[Ruling]]) -> Ruling | None:
    mark = None if match.scopes else _mark(match.bill.standing)
    fitting = [ruling for ruling in free.get(mark, ()) if mark and _fits(match, ruling)]
    return fitting[0] if len(fitting) == 1 else None


def _mark(lines: Sequence[LineAt]) -> frozenset[tuple[object, int]] | None:
    """The charges of a paper, however dated; None where one has no day, or may come back on other days."""
    if not lines or any(at.date is None or not at.charge or may_repeat(at) or comes_back(at) for at in lines):
        return None
    return frozenset(Counter((at.named, at.charge) for at in lines).items())


def _fits(match: Match, ruling: Ruling) -> bool:
    if not is_about(match.bill, ruling.paper):
        return False
    ours, theirs = sorted(match.bill.dates), sorted(ruling.paper.dates)
    if len(ours) != len(theirs):
        return False
    if all(_looks_mistyped(one, other) for one, other in zip(ours, theirs, strict=True)):
        return True
    return abs((ours[0] - theirs[0]).days) <= _MOST_DAYS_IF_PAID and _shows_the_decision(match, ruling)


def _shows_the_decision(match: Match, ruling: Ruling) -> bool:
    """The bill shows just what this EOB paid and cut, for care that nobody has every few weeks."""
    paid = total(decision.paid for decision in ruling.decisions)
    cut = total(r.amount for decision in ruling.decisions for r in decision.reductions if r.code.group != "PR")
    shown = match.shown
    if any(at.code.startswith("99") for at in match.bill.standing) or shown.insurance_paid is None or paid <= 0:
        return False
    return same(shown.insurance_paid, paid) and same(shown.adjustments or ZERO, cut, lines=len(ruling.decisions))


def _looks_mistyped(one: datetime.date, other: datetime.date) -> bool:
    """A few days off, another year, day and month swapped, or the two digits of the day."""
    apart = abs((one - other).days)
    if apart <= _MOST_DAYS or apart in _YEAR_OFF:
        return True
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return True
    return one.year == other.year and one.month == other.month and sorted(f"{one:%d}") == sorted(f"{other:%d}")


def _beside(match: Match, ruling: Ruling) -> Match:
    by_service: dict[object, list[Decision]] = {}
    for decision in reversed(ruling.decisions):
        by_service.setdefault(_service(decision.at), []).append(decision)
    pairs = tuple(Pair(bill=at, decision=by_service[_service(at)].pop()) for at in match.bill.standing)
    scope = Scope(ruling=ruling, decisions=ruling.decisions, earlier=ruling.earlier, whole=True)
    return replace(match, scopes=(scope,), pairs=pairs, unmatched=(), whole=not match.bill.has_holes)


def _service(at: LineAt) -> object:
    return (at.named, at.charge)
