"""balance-exceeds-eob and contractual-amount-billed: what a bill asks beyond the plan's decision."""

from collections.abc import Iterator

from plainbill.case import TableUse
from plainbill.checking.balances.asking import facts_of_balance
from plainbill.checking.balances.excess import Carried, Excess, Unjudged
from plainbill.checking.balances.mentions import names_amount
from plainbill.checking.drafts import OLDER_DECISION, Draft, Missing, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper, worked_out
from plainbill.checking.matching.bills import Match
from plainbill.checking.money import same
from plainbill.checking.papers import LineAt
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.checking.tables import GROUPS, REASONS, use_of_group, use_of_reason

_KINDS = ("balance-exceeds-eob", "contractual-amount-billed")
_WITHOUT_EOB = (
    *_KINDS,
    "code-mismatch",
    "payment-not-posted",
    "billed-before-adjudication",
    "date-mismatch",
    "cost-share",
    "contractual-adjustment",
)


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        found = situation.balances.get(match.bill.id)
        if isinstance(found, Excess):
            yield from _drafts(found, situation)
        elif found is not None and situation.is_insured is not False:
            yield _gap(match, found)
    if not situation.papers.of_kind("bill"):
        for ruling in situation.rulings:
            if ruling.void:
                continue
            yield Missing(kinds=_KINDS, needs="itemized_bill", text="no_bill", document=ruling.paper.id)


def _gap(match: Match, why: Unjudged) -> Missing:
    if why == "no_balance":
        return Missing(
            kinds=_KINDS, needs="itemized_bill", text="no_balance", document=match.bill.id, field="totals.balance_due"
        )
    kinds = _WITHOUT_EOB if why == "no_eob" else _KINDS
    return Missing(kinds=kinds, needs="eob", text=why, document=match.bill.id)


def _drafts(excess: Excess, situation: Situation) -> Iterator[Draft]:
    bill = excess.match.bill
    documents = (bill.id, *sorted({scope.ruling.paper.id for scope in excess.match.scopes}))
    if excess.carried:
        yield _carried(excess, documents)
    if not names_amount(bill, excess.over):
        older = _older_decision(excess, situation)
        yield Draft(
            kind="balance-exceeds-eob",
            text=OLDER_DECISION if older else "more_than_share",
            documents=documents,
            amount=excess.over,
            facts=(*_facts(excess), *older, worked_out(bill.id, "patient share by the plan", excess.owed)),
            words={"owed": excess.owed, "balance": excess.balance},
        )


def _older_decision(excess: Excess, situation: Situation) -> tuple[Fact, ...]:
    """The share on an EOB that a later one of its claim replaced, where it is just what the bill asks."""
    claims = {claim for scope in excess.match.scopes for claim in scope.ruling.paper.claims}
    for paper in situation.replaced:
        totals = paper.document.totals
        share = totals.patient_responsibility if totals else None
        if share is None and len(paper.lines) == 1:
            share = paper.lines[0].line.patient_responsibility
        if share is not None and paper.claims & claims and same(share, excess.owed + excess.over):
            return on_paper(paper, "totals.patient_responsibility", "processed_date", "claim_number")
    return ()


def _facts(excess: Excess) -> tuple[Fact, ...]:
    facts = [*facts_of_balance(excess.match.bill), *on_paper(excess.match.bill, "document_date")]
    for scope in excess.match.scopes:
        facts += on_paper(scope.ruling.paper, "totals.patient_responsibility", "claim_number", "processed_date")
        for decision in scope.decisions:
            facts += on_line(decision.at, "patient_responsibility")
    return tuple(facts)


def _carried(excess: Excess, documents: tuple[str, ...]) -> Draft:
    facts = [fact for carried in excess.carried for fact in _reduction_facts(carried)]
    return Draft(
        kind="contractual-amount-billed",
        text="asked",
        lines=_lines(excess),
        documents=documents,
        amount=excess.carried_amount,
        facts=(
            *facts,
            *_facts(excess),
            worked_out(excess.match.bill.id, "asked of the patient", excess.carried_amount),
        ),
        words={"codes": ", ".join(sorted({carried.reduction.code.shown for carried in excess.carried}))},
        confidence="certain" if excess.is_exact else "likely",
        tables=_tables(excess),
    )


def _reduction_facts(carried: Carried) -> tuple[Fact, ...]:
    names = carried.reduction.fields
    if carried.decision is None:
        return on_paper(carried.paper, *names)
    return on_line(carried.decision.at, *names)


def _lines(excess: Excess) -> tuple[LineAt, ...]:
    decisions = {carried.decision for carried in excess.carried if carried.decision}
    billed = [pair.bill for pair in excess.match.pairs if pair.decision in decisions]
    return (*billed, *(decision.at for decision in decisions))


def _tables(excess: Excess) -> tuple[TableUse, ...]:
    uses = {}
    for carried in excess.carried:
        code = carried.reduction.code
        uses[code.shown] = (use_of_group(code), *use_of_reason(code))
    return tuple(use for shown in sorted(uses) for use in uses[shown])


RULE = Rule(name="balances", version=1, kinds=_KINDS, tables=(GROUPS, REASONS), judge=_judge)
