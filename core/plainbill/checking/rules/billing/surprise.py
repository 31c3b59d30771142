"""surprise-balance-bill: a bill that asks more than the share of the network for care that is protected."""

from collections.abc import Iterator

from plainbill.checking.balances.asking import facts_of_balance
from plainbill.checking.balances.protection import TABLE, Protection, asked_beyond, in_network_share, protection
from plainbill.checking.drafts import Draft, Hint, Missing, Outcome
from plainbill.checking.evidence import on_line, on_paper, worked_out
from plainbill.checking.matching.bills import Match
from plainbill.checking.matching.decisions import COST_SHARES
from plainbill.checking.money import ZERO, above
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation
from plainbill.knowledge.rights import NO_SURPRISES, right

_KIND = "surprise-balance-bill"


def _judge(situation: Situation) -> Iterator[Outcome]:
    for match in situation.matches:
        if not match.scopes or not match.whole:
            continue
        beyond = asked_beyond(match)
        if beyond is None or not above(beyond, ZERO, lines=len(match.pairs)):
            continue
        found = protection(match, situation.rulings, situation.story)
        if found is not None:
            yield _draft(match, found)
        elif _is_out_of_network(match):
            # A provider without a contract is not bound by the plan's cut; whether it is protected nobody can say here.
            yield Hint(kind=_KIND, documents=(match.bill.id,))
            yield Missing(kinds=(_KIND,), needs="story", text="protected_unknown", document=match.bill.id)


def _is_out_of_network(match: Match) -> bool:
    coverages = [scope.ruling.paper.document.coverage for scope in match.scopes]
    return any(coverage is not None and coverage.network_status == "out" for coverage in coverages)


def _draft(match: Match, found: Protection) -> Draft:
    papers = [scope.ruling.paper for scope in match.scopes]
    share, beyond = in_network_share(match), asked_beyond(match)
    assert share is not None and beyond is not None
    lines = [at for at in match.bill.standing if at.charge]
    decided = [decision.at for scope in match.scopes for decision in scope.decisions]
    rule = right(NO_SURPRISES, min((at.date for at in (*lines, *decided) if at.date), default=None))
    return Draft(
        kind=_KIND,
        text=found.why,
        lines=(*lines, *decided),
        documents=(match.bill.id, *sorted({paper.id for paper in papers})),
        amount=beyond,
        facts=(
            *found.facts,
            *facts_of_balance(match.bill),
            *(fact for paper in papers for fact in on_paper(paper, "coverage.network_status")),
            *(fact for at in decided for fact in on_line(at, *COST_SHARES)),
            worked_out(match.bill.id, "share of the network", share),
        ),
        words={"share": share},
        tables=(rule.use,) if rule else (),
    )


RULE = Rule(name="surprise", version=1, kinds=(_KIND,), tables=(TABLE, "rights"), judge=_judge)
