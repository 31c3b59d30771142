"""What a plan decided about one line or one claim: the patient's share, what the provider carries, what was paid."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from plainbill.case import Adjustment
from plainbill.checking.money import ZERO, total, total_if_whole
from plainbill.checking.papers import LineAt, Paper
from plainbill.checking.tables import Coded, coded, is_provider_s

COST_SHARES = ("deductible", "copay", "coinsurance")
_FIGURES = ("charge", "plan_paid", "patient_responsibility", *COST_SHARES)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reduction:
    """One adjustment with its codes; `field` is its place on the line or paper.

    `rest` is what the other figures of its line leave for it, in dollars, where its amount is not printed; else None.
    """

    adjustment: Adjustment
    code: Coded
    field: str
    rest: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        """The amount in dollars, printed or left by the line's other figures; 0.00 where neither tells."""
        known = self.rest if self.adjustment.amount is None else self.adjustment.amount
        return ZERO if known is None else known

    @property
    def fields(self) -> tuple[str, ...]:
        """What the codes and the amount rest on, as fields of its line or paper."""
        printed = tuple(f"{self.field}.{part}" for part in ("group", "reason", "amount"))
        return printed if self.rest is None else (*printed, *_FIGURES)


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
    """Return what `paper`, an EOB or a bill with the columns of the plan, says of the decision on one of its lines."""
    reductions = _with_rests(at, reductions_of(at.line.adjustments))
    return Decision(
        at=at,
        share=_share(at, reductions),
        reductions=reductions,
        in_network=is_in_network(paper),
    )


def is_in_network(paper: Paper) -> bool:
    """Tell whether a paper says that its provider is in the plan's network."""
    coverage = paper.document.coverage
    return coverage is not None and coverage.network_status == "in"


def reductions_of(adjustments: Iterable[Adjustment]) -> tuple[Reduction, ...]:
    """Return adjustments with their codes and places."""
    return tuple(
        Reduction(adjustment=adjustment, code=coded(adjustment), field=f"adjustments[{i}]")
        for i, adjustment in enumerate(adjustments)
    )


def _with_rests(at: LineAt, reductions: tuple[Reduction, ...]) -> tuple[Reduction, ...]:
    """Many plans print codes without amounts: the one code that lacks its amount is left what no other figure takes.

    Codes of the patient add up to the patient's share, all others to what is neither that nor paid.
    """
    if all(reduction.adjustment.amount is not None for reduction in reductions):
        return reductions
    share, charge, paid = _own_share(at, reductions), at.line.charge, at.line.plan_paid
    if share is None or not all(reduction.code.group for reduction in reductions):
        return reductions
    others = ZERO if charge is None or paid is None else charge - paid - share
    rests: dict[str, Decimal] = {}
    for is_patient_s, whole in ((True, share), (False, others)):
        own = [reduction for reduction in reductions if (reduction.code.group == "PR") is is_patient_s]
        lacking = [reduction for reduction in own if reduction.adjustment.amount is None]
        rest = whole - total(reduction.adjustment.amount for reduction in own)
        if len(lacking) == 1 and rest > 0:
            rests[lacking[0].field] = rest
    return (
        tuple(replace(reduction, rest=rests.get(reduction.field)) for reduction in reductions) if rests else reductions
    )


def _share(at: LineAt, reductions: tuple[Reduction, ...]) -> Decimal | None:
    """The patient's share, and what the plan paid to the member, who passes it on."""
    own = _own_share(at, reductions)
    return None if own is None else own + _sent_to_member(reductions)


def _own_share(at: LineAt, reductions: tuple[Reduction, ...]) -> Decimal | None:
    """The larger where printed share and PR codes differ, lest somebody argue for less in vain."""
    by_codes = None
    if reductions and all(reduction.code.group for reduction in reductions):
        by_codes = total_if_whole([r.adjustment.amount for r in reductions if r.code.group == "PR"])
    known = [share for share in (at.line.patient_responsibility, by_codes) if share is not None]
    if known:
        return max(known)
    parts = [getattr(at.line, name) for name in COST_SHARES]
    if any(part is not None for part in parts) and not at.line.not_covered:
        return total(parts)
    return None


def _sent_to_member(reductions: tuple[Reduction, ...]) -> Decimal:
    return total(r.amount for r in reductions if r.code.role == "paid_to_member" and r.code.group != "PR")
