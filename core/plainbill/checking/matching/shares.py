"""The deductible, copay and coinsurance that a plan applied to a line or to a whole claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainbill.checking.evidence import Fact, on_line, on_paper
from plainbill.checking.matching.decisions import COST_SHARES, Decision, Reduction
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.money import ZERO, total
from plainbill.checking.papers import LineAt, Paper

_DEDUCTIBLE = "1"
_NAMES = {_DEDUCTIBLE: "deductible", "2": "coinsurance", "3": "copay"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CostShare:
    """What the plan left to the patient as a share, and how much of it as a deductible, in dollars.

    `parts` are the names of what it consists of, `fields` those of the line or paper it was read from.
    """

    amount: Decimal = ZERO
    deductible: Decimal = ZERO
    parts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    read_from: LineAt | Paper | None = None

    def facts(self) -> tuple[Fact, ...]:
        """Return the values it rests on."""
        if isinstance(self.read_from, LineAt):
            return on_line(self.read_from, *self.fields)
        return on_paper(self.read_from, *self.fields) if self.read_from is not None else ()


NONE = CostShare()


def share_on_line(decision: Decision) -> CostShare:
    """Return the share on a line: by code where codes are printed, else by column."""
    coded = [r for r in decision.reductions if _is_share(r) and r.code.group in ("PR", "")]
    if coded:
        return _of_codes(coded, decision.at)
    line = decision.at.line
    printed = {name: amount for name in COST_SHARES if (amount := getattr(line, name))}
    if not printed:
        return NONE
    return CostShare(
        amount=total(printed.values()),
        deductible=line.deductible or ZERO,
        parts=tuple(printed),
        fields=tuple(printed),
        read_from=decision.at,
    )


def share_or_rest(decision: Decision) -> CostShare:
    """Return the share on a line, or all that a paid line leaves to the patient where nothing says what for."""
    share, line = share_on_line(decision), decision.at.line
    left = line.patient_responsibility
    is_rest = left and left > 0 and decision.was_paid and not decision.reductions and not line.not_covered
    if share.fields or not left or not is_rest:
        return share
    return CostShare(amount=left, fields=("patient_responsibility",), read_from=decision.at)


def share_on_claim(ruling: Ruling) -> CostShare:
    """Return the share that the plan applied to a whole claim, on none of its lines."""
    return _of_codes([r for r in ruling.on_claim if _is_share(r) and r.code.group == "PR"], ruling.paper)


def _is_share(reduction: Reduction) -> bool:
    return reduction.code.role == "cost_share" and reduction.amount > 0


def _of_codes(coded: Iterable[Reduction], read_from: LineAt | Paper) -> CostShare:
    coded = tuple(coded)
    return CostShare(
        amount=total(r.amount for r in coded),
        deductible=total(r.amount for r in coded if r.code.reason == _DEDUCTIBLE),
        parts=tuple(sorted({_NAMES.get(r.code.reason, "cost share") for r in coded})),
        fields=tuple(name for r in coded for name in r.fields),
        read_from=read_from,
    )
