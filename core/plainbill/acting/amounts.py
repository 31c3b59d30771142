"""Money in question, by desk and in total, no dollar counted twice."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal

from plainbill.acting.claims import ZERO, Claim, Claims
from plainbill.acting.papers import Papers
from plainbill.acting.services import Service
from plainbill.case import Desk, Entry, Finding
from plainbill.case.values import Money

ORDER: tuple[Desk, ...] = ("clinician_or_coder", "billing_office", "payer", "patient")
"""The desks in the order in which dollars are counted: where a fault begins comes first."""


class DeskAmount(Entry):
    """What is in question at one desk; `counted_before` of it is in question at a desk further up as well."""

    desk: Desk
    amount: Money
    counted_before: Money


class AmountInQuestion(Entry):
    """What is in question: `total` counts each dollar once, and is the sum of each desk's amount less `counted_before`.

    `to_check` would be added where values that nobody confirmed are right.
    """

    total: Money
    by_desk: tuple[DeskAmount, ...]
    to_check: Money


def in_question(findings: Sequence[Finding], papers: Papers, services: Sequence[Service]) -> AmountInQuestion:
    """Return the amounts that findings question; what only informs is left out."""
    claims = Claims(papers, services)
    asked = [
        (finding, tuple(claims.of(finding)))
        for finding in findings
        if finding.category != "info" and finding.amount is not None
    ]
    sure = [(finding.acts_first, found) for finding, found in asked if finding.reading == "confirmed"]
    by_desk, before = [], ZERO
    for place, desk in enumerate(ORDER):
        own = _union(claim for acts_first, found in sure if acts_first == desk for claim in found)
        total = _union(claim for acts_first, found in sure if acts_first in ORDER[: place + 1] for claim in found)
        if own:
            by_desk.append(DeskAmount(desk=desk, amount=own, counted_before=own - (total - before)))
        before = total
    everything = _union(claim for _, found in asked for claim in found)
    return AmountInQuestion(total=before, by_desk=tuple(by_desk), to_check=everything - before)


def _union(claims: Iterable[Claim]) -> Decimal:
    """The dollars that any of the claims holds, each once."""
    by_bill: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_bill[claim.bill].append(claim)
    return sum(map(_on_bill, by_bill.values()), ZERO)


def _on_bill(claims: Sequence[Claim]) -> Decimal:
    """Parts add up; what is said of several services or of a whole bill holds the parts in it.

    What is asked beyond the patient's share holds no dollar of that share.
    """
    if any(claim.beyond_share for claim in claims):
        elsewhere = {place for claim in claims if not claim.of_share for place in claim.places}
        shares = [claim for claim in claims if claim.of_share and not elsewhere & set(claim.places)]
        return _on_services(shares) + _held([claim for claim in claims if claim not in shares])
    return _held(claims)


def _held(claims: Sequence[Claim]) -> Decimal:
    on_services = _on_services([claim for claim in claims if claim.places])
    apart: dict[Hashable, Decimal] = defaultdict(lambda: ZERO)
    whole = ZERO
    for claim in claims:
        if not claim.places and claim.part is not None:
            apart[claim.part] += claim.amount
        elif not claim.places:
            whole = max(whole, claim.amount)
    return max(whole, sum(apart.values(), ZERO) + on_services)


def _on_services(claims: Sequence[Claim]) -> Decimal:
    """Dollars on single services, and of those on several what the single ones do not hold already."""
    single: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.places) == 1:
            single[claim.places[0]].append(claim)
    held = defaultdict(lambda: ZERO, {place: _on_service(found) for place, found in single.items()})
    for claim in sorted((claim for claim in claims if len(claim.places) > 1), key=lambda claim: len(claim.places)):
        lacking = claim.amount - sum((held[place] for place in claim.places), ZERO)
        held[claim.places[-1]] += max(lacking, ZERO)
    return sum(held.values(), ZERO)


def _on_service(claims: Sequence[Claim]) -> Decimal:
    """Named parts add up to the charge at most; what is said of the whole service holds them."""
    parts: dict[Hashable, Decimal] = defaultdict(lambda: ZERO)
    for claim in claims:
        if claim.part is not None:
            parts[claim.part] = max(claim.amount, parts[claim.part])
    whole = max((claim.amount for claim in claims if claim.part is None), default=ZERO)
    charge = max(claim.charge for claim in claims)
    named = sum(parts.values(), ZERO)
    return max(whole, min(named, charge) if charge else named)
