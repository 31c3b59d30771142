"""The deductible, copay and coinsurance that a plan applied to a line or to a whole claim."""

from dataclasses import dataclass
from decimal import Decimal

from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.matching.decisions import Decision
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO, total

_PARTS = ("deductible", "copay", "coinsurance")
_DEDUCTIBLE = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostShare:
    """What the patient was charged as a share, and how much of it as a deductible, in dollars."""

    amount: Decimal
    deductible: Decimal
    facts: tuple[Fact, ...]


NONE = CostShare(amount=ZERO, deductible=ZERO, facts=())


def share_on_line(decision: Decision) -> CostShare:
    """Return the share on a line: by code where codes are printed, else by column, else all that was left to pay."""
    coded = [
        r for r in decision.reductions if r.code.role == "cost_share" and r.code.group in ("PR", "") and r.amount > 0
    ]
    if coded:
        names = [name for r in coded for name in r.fields]
        first = [r.amount for r in coded if r.code.reason == _DEDUCTIBLE]
        return CostShare(
            amount=total(r.amount for r in coded), deductible=total(first), facts=on_line(decision.at, *names)
        )
    line = decision.at.line
    printed = {name: amount for name in _PARTS if (amount := getattr(line, name))}
    if printed:
        return CostShare(
            amount=total(printed.values()),
            deductible=line.deductible or ZERO,
            facts=on_line(decision.at, *printed),
        )
    left = line.patient_responsibility
    if left and left > 0 and decision.was_paid and not decision.reductions and not line.not_covered:
        return CostShare(amount=left, deductible=ZERO, facts=on_line(decision.at, "patient_responsibility"))
    return NONE


def share_on_claim(ruling: Ruling) -> CostShare:
    """Return the share that the plan applied to a whole claim, on none of its lines."""
    coded = [r for r in ruling.on_claim if r.code.role == "cost_share" and r.code.group == "PR" and r.amount > 0]
    names = [name for r in coded for name in r.fields]
    return CostShare(
        amount=total(r.amount for r in coded),
        deductible=total(r.amount for r in coded if r.code.reason == _DEDUCTIBLE),
        facts=on_paper(ruling.paper, *names),
    )
