"""A judgment on an act of preventive care as the finding that a rule proposes."""

from collections.abc import Mapping
from decimal import Decimal

from plainbill.checking.drafts import Draft, Word
from plainbill.checking.evidence import Fact
from plainbill.checking.prevention.care import Care
from plainbill.checking.prevention.causes import Named


def draft_of(
    care: Care,
    verdict: Named,
    *,
    amount: Decimal,
    facts: tuple[Fact, ...] = (),
    words: Mapping[str, Word] | None = None,
) -> Draft:
    """Return the draft; `facts` and `words` are added to those of the care, no amount is claimed where it is 0."""
    return Draft(
        kind=verdict.kind,
        text=verdict.text,
        lines=care.act.lines,
        documents=(*care.act.document_ids, *(record.id for record in care.purpose.records)),
        amount=amount or None,
        facts=(*care.facts(), *facts),
        words={"service": care.act.called, **(words or {})},
        confidence=verdict.confidence,
        tables=(care.entry.use,) if care.entry else (),
        joins=care.act.claim.document.id,
    )
