"""missing-modifier: a screening charged for want of the modifier that says it was one."""

from collections.abc import Iterator

from plainbill.checking.drafts import Draft, Outcome
from plainbill.checking.evidence import Fact
from plainbill.checking.prevention.care import Care
from plainbill.checking.prevention.causes import MODIFIER, Named, named
from plainbill.checking.prevention.drafting import draft_of
from plainbill.checking.prevention.lists import MEDICARE_SHARES, PREVENTIVE, REASONS_TO_PREVENT
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation


def _judge(situation: Situation) -> Iterator[Outcome]:
    for care, verdict in named(situation.prevention, MODIFIER):
        yield _draft(care, verdict)


def _draft(care: Care, verdict: Named) -> Draft:
    # Medicare has a modifier of its own for a screening that finds something (CMS Pub. 100-04 chapter 18).
    modifier = "PT" if care.is_for_medicare else "33"
    wanted = Fact(document=care.act.claim.document.id, field="modifier_that_fits", value=modifier)
    return draft_of(care, verdict, amount=care.share.amount, facts=(wanted,), words={"modifier": modifier})


RULE = Rule(
    name="screening-modifier",
    version=1,
    kinds=(MODIFIER,),
    tables=(PREVENTIVE, REASONS_TO_PREVENT, MEDICARE_SHARES),
    judge=_judge,
)
