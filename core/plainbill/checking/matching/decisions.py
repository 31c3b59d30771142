"""What a plan decided about one line or one claim: the patient's share, what the provider carries, what was paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Adjustment
from plainbill.checking.money import ZERO, total, total_if_whole
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.tables import Coded, coded, is_provider_s

_PART_FIELDS = ("deductible", "copay", "coinsurance")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reduction:
    """One adjustment with its codes; `field` is its place on the line or paper."""

    adjustment: Adjustment
    code: Coded
    field: str

    @property
    def amount(self) -> Decimal:
        """The amount in dollars, 0.00 where none was read."""
        return self.adjustment.amount if self.adjustment.amount is not None else ZERO


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decision:
    """What the plan decided about one line of an EOB; `share` is None where the paper does not say."""

    at: LineAt
    share: Decimal | None
    reductions: tuple[Reduction, ...]
    in_network: bool

    @property
    def paid(self) -> Decimal:
        """What the plan paid in dollars, 0.00 where the line does not say."""
        return self.at.line.plan_paid if self.at.line.plan_paid is not None else ZERO

    @property
    def is_duplicate(self) -> bool:
        """Whether the plan refused the line as a copy of one already decided."""
        return any(reduction.code.role == "duplicate" for reduction in self.reductions) and not self.paid

    @property
    def is_pending(self) -> bool:
        """Whether the plan has not decided yet."""
        waits = any(reduction.code.role == "pending" for reduction in self.reductions)
        return self.at.line.status == "pending" or (waits and not self.paid)

    @property
    def was_paid(self) -> bool:
        """Whether the plan took the line as covered: it paid, allowed, or left a cost share."""
        return self.paid > 0 or (self.at.line.allowed or ZERO) > 0

    @property
    def carried_by_provider(self) -> tuple[Reduction, ...]:
        """The reductions that no bill may ask of the patient."""
        return provider_s(self.reductions, in_network=self.in_network)


def provider_s(reductions: Iterable[Reduction], *, in_network: bool) -> tuple[Reduction, ...]:
    """Return those reductions with an amount that the provider carries."""
    return tuple(
        reduction
        for reduction in reductions
        if reduction.amount > 0 and is_provider_s(reduction.code, in_network=in_network)
    )


def decide(paper: Paper, at: LineAt) -> Decision:
    """Return what `paper`, an EOB, decides about one of its lines."""
    reductions = reductions_of(at.line.adjustments)
    coverage = paper.document.coverage
    return Decision(
        at=at,
        share=_share(at, reductions),
        reductions=reductions,
        in_network=coverage is not None and coverage.network_status == "in",
    )


def reductions_of(adjustments: Iterable[Adjustment]) -> tuple[Reduction, ...]:
    """Return adjustments with their codes and places."""
    return tuple(
        Reduction(adjustment=adjustment, code=coded(adjustment), field=f"adjustments[{i}]")
        for i, adjustment in enumerate(adjustments)
    )


def _share(at: LineAt, reductions: tuple[Reduction, ...]) -> Decimal | None:
    """The patient's share: the larger where printed share and PR codes differ, lest somebody argue for less in vain."""
    printed = at.line.patient_responsibility
    by_codes = None
    if reductions and all(reduction.code.group for reduction in reductions):
        by_codes = total_if_whole([r.adjustment.amount for r in reductions if r.code.group == "PR"])
    known = [share for share in (printed, by_codes) if share is not None]
    if known:
        return max(known) + _sent_to_member(reductions)
    parts = [getattr(at.line, name) for name in _PART_FIELDS]
    if any(part is not None for part in parts) and not at.line.not_covered:
        return total(parts)
    return None


def _sent_to_member(reductions: tuple[Reduction, ...]) -> Decimal:
    """What the plan paid to the member, who passes it on."""
    return total(r.amount for r in reductions if r.code.role == "paid_to_member" and r.code.group != "PR")
