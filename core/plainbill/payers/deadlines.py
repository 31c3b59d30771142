"""The days to appeal that a payer's public pages name, for the days that count on its papers."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from plainbill.acting import Deadline
from plainbill.acting.appeals import FirstNo, first_no, rules_of_plan
from plainbill.acting.counting import length_of
from plainbill.acting.deadlines import clocks_of, counted
from plainbill.acting.printed_days import printed_limit
from plainbill.acting.texts import text
from plainbill.acting.values import day
from plainbill.case import Document, Finding
from plainbill.knowledge.rights import day_on
from plainbill.payers.meanings import is_named
from plainbill.payers.pack import Limit, Pack, PlanKind

# The rules of law that a payer's own limit goes before. Original Medicare's days are set by law, so that the rule
# itself is the better source.
_RULES: Mapping[PlanKind, tuple[str, ...]] = {
    "private": ("plan-appeal",),
    "medicare advantage": ("medicare-advantage-appeal",),
    "medicaid": ("medicaid-plan-appeal",),
    "original medicare": (),
    "every": ("plan-appeal", "medicare-advantage-appeal", "medicaid-plan-appeal", "external-review"),
}


def deadlines(
    pack: Pack, document: Document, findings: Sequence[Finding], today: datetime.date | None
) -> tuple[Deadline, ...]:
    """Return the last days to appeal by the payer's own limits, counted from the date on the paper.

    Nothing where the paper does not name the pack's payer, starts no appeal, or prints the time to appeal itself; nor
    where the plan's name tells that it is of another kind than the limit is for.
    """
    printed = document.payer.name if document.payer else None
    limits = tuple(_of_patients(pack))
    # The text of a paper is searched last, and once: every pack is asked about every paper.
    if not limits or not printed or not is_named(pack.names, printed):
        return ()
    first = first_no(document, clocks_of(document, findings))
    if first is None or printed_limit(document) is not None:
        return ()
    may_hold = rules_of_plan(document)
    return tuple(
        counted(_deadline(pack, limit, first), today) for limit in limits if set(_RULES[limit.plans]) & set(may_hold)
    )


def _of_patients(pack: Pack) -> Iterator[Limit]:
    return (limit for limit in pack.limits if limit.what == "appeal" and limit.who == "patient")


def _deadline(pack: Pack, limit: Limit, first: FirstNo) -> Deadline:
    payer, source = pack.payer.name, pack.sources[limit.source]
    length = length_of(limit.days or 0, limit.months or 0)
    last = day_on(first.begins, days=limit.days or 0, months=limit.months or 0) if first.begins else None
    named = text("papers", "names", first.paper.kind)
    if first.printed is None or last is None:
        how = text("dates", "how", "no_date")
    else:
        how = text("dates", "how", "counted").format(day=first.printed.text, paper=named, length=length)
    return Deadline(
        purpose="appeal",
        document=first.paper.id,
        title=text("dates", "payer_limit", limit.plans.replace(" ", "_")).format(payer=payer),
        date=last,
        length=text("dates", "payer_limit", "length").format(length=length, begins=limit.counted_from),
        how=how,
        depends=limit.meaning,
        source=text("dates", "payer_limit", "source").format(title=source.title, url=source.url, day=day(source.read)),
        instead_of=_RULES[limit.plans],
        facts=first.printed.facts if first.printed and last else (),
    )
