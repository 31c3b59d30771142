"""The days to appeal that a payer's public pages name, for the days that count on its papers."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from plainbill.acting import Deadline
from plainbill.acting.appeals import (
    PlansNo,
    if_it_is,
    is_told_by_paper,
    next_rules_of,
    plans_no,
    rules_of_plan,
)
from plainbill.acting.counting import length_of
from plainbill.acting.deadlines import clocks_of, counted
from plainbill.acting.printed_days import next_limit
from plainbill.acting.texts import text
from plainbill.acting.values import day
from plainbill.case import Document, Finding
from plainbill.knowledge.rights import day_on
from plainbill.payers.meanings import is_named
from plainbill.payers.pack import Limit, Pack, PlanKind

# The rules of law on a first appeal, and on what comes after its answer, that a payer's own limit goes before. Original
# Medicare's days are set by law, so that the rule itself is the better source.
_RULES: Mapping[PlanKind, tuple[str, ...]] = {
    "private": ("plan-appeal",),
    "medicare advantage": ("medicare-advantage-appeal",),
    "medicaid": ("medicaid-plan-appeal",),
    "original medicare": (),
    "every": ("plan-appeal", "medicare-advantage-appeal", "medicaid-plan-appeal", "external-review"),
}


_FOR_NEXT: Mapping[PlanKind, tuple[str, ...]] = {
    "private": ("external-review",),
    "medicare advantage": (),
    "medicaid": ("medicaid-fair-hearing",),
    "original medicare": (),
    "every": ("external-review", "medicaid-fair-hearing", "medicare-reconsideration"),
}
_NEXT_STEPS = ("second appeal", "outside review")


def deadlines(
    pack: Pack, document: Document, findings: Sequence[Finding], today: datetime.date | None
) -> tuple[Deadline, ...]:
    """Return the last days to appeal by the payer's own limits, counted from the date on the paper.

    A first no starts those of the first appeal, the answer to an appeal those of the second and of the outside review.
    Nothing where the paper does not name the pack's payer, starts none of them, or prints a time that is no shorter
    than the payer's; nor where the plan's name tells that it is of another kind than the limit is for.
    """
    printed = document.payer.name if document.payer else None
    limits = tuple(limit for limit in pack.limits if limit.who == "patient")
    # The text of a paper is searched last, and once: every pack is asked about every paper.
    if not limits or not printed or not is_named(pack.names, printed):
        return ()
    no = plans_no(document, clocks_of(document, findings))
    if no is None:
        return ()
    found = (*_first(pack, limits, no), *_next(pack, limits, no))
    return tuple(counted(if_it_is(no, day), today) for day in found)


def _first(pack: Pack, limits: Sequence[Limit], no: PlansNo) -> Iterator[Deadline]:
    if not no.is_first or is_told_by_paper(no):
        return
    may_hold = set(rules_of_plan(no.paper))
    for limit in limits:
        if limit.what == "appeal" and set(_RULES[limit.plans]) & may_hold:
            yield _deadline(pack, limit, no)


def _next(pack: Pack, limits: Sequence[Limit], no: PlansNo) -> Iterator[Deadline]:
    if not no.is_answer or next_limit(no.paper) is not None:
        return
    may_hold = set(next_rules_of(no.paper))
    for limit in limits:
        if limit.what in _NEXT_STEPS and set(_FOR_NEXT[limit.plans]) & may_hold:
            yield _deadline(pack, limit, no)


def _deadline(pack: Pack, limit: Limit, no: PlansNo) -> Deadline:
    payer, source = pack.payer.name, pack.sources[limit.source]
    is_first = limit.what == "appeal"
    length = length_of(limit.days or 0, limit.months or 0)
    last = day_on(no.begins, days=limit.days or 0, months=limit.months or 0) if no.begins else None
    named = text("papers", "names", no.paper.kind)
    if no.printed is None or last is None:
        how = text("dates", "how", "no_date")
    else:
        how = text("dates", "how", "counted").format(day=no.printed.text, paper=named, length=length)
    return Deadline(
        purpose="appeal" if is_first else "external_review",
        document=no.paper.id,
        title=text("dates", "payer_limit", (limit.plans if is_first else limit.what).replace(" ", "_")).format(
            payer=payer
        ),
        date=last,
        length=text("dates", "payer_limit", "length").format(length=length, begins=limit.counted_from),
        how=how,
        depends=limit.meaning,
        source=text("dates", "payer_limit", "source").format(title=source.title, url=source.url, day=day(source.read)),
        instead_of=_instead_of(limit),
        facts=no.printed.facts if no.printed and last else (),
    )


def _instead_of(limit: Limit) -> tuple[str, ...]:
    """The rules that a limit goes before: a second appeal before none, but where all plans of the payer have it."""
    if limit.what == "appeal":
        return _RULES[limit.plans]
    return _FOR_NEXT[limit.plans] if limit.what == "outside review" or limit.plans == "every" else ()
