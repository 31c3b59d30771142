"""estimate-exceeded: a self-pay bill that is well above the good-faith estimate of the same provider."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plainbill.checking.balances.asking import facts_of_balance
from plainbill.checking.balances.coverage import is_self_pay
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import on_line, on_paper, told, worked_out
from plainbill.checking.identity import firm
from plainbill.checking.matching.bills import Match, is_about
from plainbill.checking.money import total, total_if_whole
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.rights import ESTIMATE_RULE, right

_KIND = "estimate-exceeded"


def _judge(situation: Situation) -> Iterator[Outcome]:
    estimates = situation.papers.of_kind("estimate")
    for bills in _of_one_visit(situation.matches):
        if not all(_pays_alone(match, situation) for match in bills):
            continue
        of_provider = _current([one for one in estimates if is_about(bills[0].bill, one)], bills)
        if of_provider:
            yield from _compared(bills, of_provider, situation)
        elif not estimates:
            yield Missing(kinds=(_KIND,), needs="estimate", text="no_estimate", document=bills[0].bill.id)


def _pays_alone(match: Match, situation: Situation) -> bool:
    if situation.is_insured is None:
        return is_self_pay(match.bill)
    return situation.is_insured is False and not match.scopes


def _of_one_visit(matches: Sequence[Match]) -> list[list[Match]]:
    """Bills of one provider for one day are held against its estimate together."""
    visits: dict[object, list[Match]] = {}
    for match in matches:
        provider = match.bill.document.provider
        who = firm(provider.name) if provider else ()
        mark = (who, match.bill.dates) if who and match.bill.dates else match.bill.id
        visits.setdefault(mark, []).append(match)
    return list(visits.values())


def _current(estimates: Sequence[Paper], bills: Sequence[Match]) -> tuple[Paper, ...]:
    """The estimates given before the care: of two about one service the newer one."""
    first = min((day for match in bills for day in match.bill.dates), default=None)
    given = [one for one in estimates if not first or not one.document.document_date or _given(one) <= first]
    kept: list[Paper] = []
    for one in sorted(given, key=lambda one: (_given(one), one.id), reverse=True):
        if not any(_is_about_one_service(one, newer) for newer in kept):
            kept.append(one)
    return tuple(kept)


def _is_about_one_service(one: Paper, other: Paper) -> bool:
    """An estimate without codes may be about anything."""
    ours, theirs = ({at.code for at in paper.lines if at.code} for paper in (one, other))
    return not ours or not theirs or bool(ours & theirs)


def _given(estimate: Paper) -> datetime.date:
    return estimate.document.document_date or datetime.date.min


def _compared(bills: Sequence[Match], estimates: Sequence[Paper], situation: Situation) -> Iterator[Outcome]:
    asked = total_if_whole([match.shown.for_this_care for match in bills])
    quoted = total_if_whole([_quoted(estimate, bills[0].bill) for estimate in estimates])
    rule = right(ESTIMATE_RULE, bills[0].bill.document.document_date)
    if asked is None or quoted is None or rule is None or asked - quoted < rule.dollars:
        return
    billed = max((day for match in bills if (day := match.bill.document.document_date)), default=None)
    if situation.today and billed and (situation.today - billed).days > rule.days:
        yield Missing(kinds=(_KIND,), needs="date", text="estimate_window_over", document=bills[0].bill.id)
        return
    if situation.today is None or billed is None:
        yield Missing(kinds=(_KIND,), needs="date", text="estimate_window", document=bills[0].bill.id)
    yield _draft(bills, estimates, asked, quoted, situation)


def _quoted(estimate: Paper, bill: Paper) -> Decimal | None:
    """What the estimate quotes for this provider: lines of other providers on it are theirs."""
    ours = firm(bill.document.provider.name) if bill.document.provider else ()
    theirs = [at for at in estimate.lines if firm(at.line.rendering_provider) not in ((), ours, *bill.doctors)]
    printed = estimate.document.totals
    if printed and printed.estimate is not None:
        return printed.estimate - total(at.charge for at in theirs)
    own = [at.charge for at in estimate.lines if at not in theirs]
    return total_if_whole(own) if own else None


def _draft(
    bills: Sequence[Match], estimates: Sequence[Paper], asked: Decimal, quoted: Decimal, situation: Situation
) -> Draft:
    rule = right(ESTIMATE_RULE, bills[0].bill.document.document_date)
    first = bills[0].bill
    facts = [fact for match in bills for fact in facts_of_balance(match.bill)]
    facts += [fact for match in bills for fact in on_paper(match.bill, "document_date")]
    for estimate in estimates:
        facts += on_paper(estimate, "totals.estimate", "document_date")
        facts += [fact for at in estimate.lines for fact in on_line(at, "code", "charge")]
    facts += [worked_out(first.id, "asked for this care", asked), worked_out(first.id, "estimate", quoted)]
    facts += [told("insured", False)] if situation.is_insured is False else []
    return Draft(
        kind=_KIND,
        text="well_above",
        documents=tuple(sorted({match.bill.id for match in bills} | {estimate.id for estimate in estimates})),
        amount=asked - quoted,
        facts=tuple(facts),
        words={"asked": asked, "quoted": quoted},
        confidence="certain",
        tables=(rule.use,) if rule else (),
    )


RULE = Rule(name="estimates", version=1, kinds=(_KIND,), tables=("rights",), judge=_judge)
