"""preventive-cost-share: prevention that the plan has to cover in full, and yet the patient is charged a share."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from plainbill.case.findings import Need
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.matching.shares import NONE, CostShare, share_on_claim
from plainbill.checking.prevention.care import Care
from plainbill.checking.prevention.causes import MISMATCH, PLAN, Named, Unclear
from plainbill.checking.prevention.drafting import draft_of
from plainbill.checking.prevention.lists import MEDICARE_SHARES, PREVENTIVE, REASONS_TO_PREVENT
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation


def _judge(situation: Situation) -> Iterator[Outcome]:
    if not situation.prevention:
        return
    on_claims = {ruling.paper.id: share for ruling in situation.rulings if (share := share_on_claim(ruling)).amount > 0}
    by_claim: dict[str, list[tuple[Care, Named]]] = defaultdict(list)
    for cause in situation.prevention:
        care, verdict = cause.care, cause.verdict
        if isinstance(verdict, Unclear):
            yield _gap(verdict.needs, verdict.text, care.act.lines[0].document.id)
        elif verdict.kind == PLAN:
            by_claim[care.act.claim.document.id].append((care, verdict))
    charges = _charges(situation) if on_claims else {}
    for claim, found in by_claim.items():
        if claim not in on_claims:
            yield from (draft_of(care, verdict, amount=care.share.amount) for care, verdict in found)
        elif len(found) == charges.get(claim):
            yield from _of_whole_claim(found, on_claims[claim])
        else:
            yield from (
                draft_of(care, verdict, amount=care.share.amount) for care, verdict in found if care.share.amount > 0
            )
            yield _gap("eob", "share_per_line", claim)


def _charges(situation: Situation) -> Counter[str]:
    """How many charges that were not refused each paper lists."""
    covered = (act for act in situation.acts if not act.is_refused)
    return Counter(act.claim.document.id for act in covered if (act.claim.charge or 0) > 0)


def _of_whole_claim(found: Sequence[tuple[Care, Named]], share: CostShare) -> Iterator[Draft]:
    """A share on the claim and on no line is a share of prevention where nothing else stands on the claim."""
    for place, (care, verdict) in enumerate(found):
        beside = share if place == 0 else NONE
        yield draft_of(care, verdict, amount=care.share.amount + beside.amount, facts=beside.facts())


def _gap(needs: Need, text: str, document: str) -> Missing:
    return Missing(kinds=(MISMATCH, PLAN), needs=needs, text=text, document=document)


RULE = Rule(
    name="preventive-share",
    version=1,
    kinds=(PLAN,),
    tables=(PREVENTIVE, REASONS_TO_PREVENT, MEDICARE_SHARES),
    judge=_judge,
)
