"""What a bill asks for the care it lists, and which reductions and payments it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case.paper import PaymentKind
from plainbill.checking.evidence import Fact, on_paper
from plainbill.checking.money import ZERO, same, total
from plainbill.checking.papers import Paper

_REDUCTIONS: tuple[PaymentKind, ...] = ("contractual_adjustment", "discount")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """Parts of a bill's sum in dollars as its totals, payments or lines show them; None where it shows none."""

    charges: Decimal | None
    adjustments: Decimal | None
    insurance_paid: Decimal | None
    patient_paid: Decimal | None
    refunds: Decimal | None
    unnamed: Decimal | None
    previous_balance: Decimal | None
    fees: Decimal | None
    balance: Decimal | None

    @property
    def expected(self) -> Decimal | None:
        """The balance that the parts add up to; absent parts count as nothing."""
        if self.charges is None:
            return None
        added = total([self.charges, self.previous_balance, self.fees, self.refunds])
        return added - total([self.adjustments, self.insurance_paid, self.patient_paid])

    @property
    def for_this_care(self) -> Decimal | None:
        """What the patient is held to owe for the care on the bill, paid or not, without earlier balances and fees.

        Where the bill's own sum does not hold, never more than its balance: a payment may have settled something else.
        """
        if self.balance is None:
            return None
        earlier = total([self.previous_balance, self.fees, self.refunds])
        held = self.balance + (self.patient_paid or ZERO) - earlier
        sure = self.expected is not None and same(self.expected, self.balance, lines=4)
        return held if sure else min(held, self.balance)


def shown_on(paper: Paper) -> Shown:
    """Return the parts of the sum that a bill shows."""
    document = paper.document
    totals = document.totals
    lines = [at.line for at in paper.lines]
    rows = rows_by_kind(paper)
    # What a plan calls the patient's share is not taken off.
    taken_off = [[a.amount for a in line.adjustments if a.group != "PR"] for line in lines]
    on_lines = [total(amounts) for amounts in taken_off if amounts]
    return Shown(
        charges=_first(totals.charges if totals else None, _sum(at.charge for at in paper.lines)),
        adjustments=_first(
            totals.adjustments if totals else None, _sum(rows.get(k) for k in _REDUCTIONS), _sum(on_lines)
        ),
        insurance_paid=_first(
            totals.insurance_paid if totals else None,
            rows.get("insurance_payment"),
            _sum(line.plan_paid for line in lines),
        ),
        patient_paid=_first(totals.patient_paid if totals else None, rows.get("patient_payment")),
        refunds=rows.get("refund"),
        unnamed=_sum([rows.get("other"), rows.get(None)]),
        previous_balance=document.previous_balance,
        fees=document.fees,
        balance=totals.balance_due if totals else None,
    )


def rows_by_kind(paper: Paper) -> Mapping[PaymentKind | None, Decimal]:
    """Return the sum of the payment rows of each kind, of those rows whose amount was read."""
    sums: dict[PaymentKind | None, Decimal] = {}
    for payment in paper.document.payments:
        if payment.amount is not None:
            sums[payment.kind] = sums.get(payment.kind, ZERO) + payment.amount
    return sums


def _first(*choices: Decimal | None) -> Decimal | None:
    return next((choice for choice in choices if choice is not None), None)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return total(known) if known else None


def facts_of_balance(paper: Paper) -> tuple[Fact, ...]:
    """Return what a bill's balance is made of, as evidence."""
    rows = [f"payments[{i}].{name}" for i, _ in enumerate(paper.document.payments) for name in ("kind", "amount")]
    names = ("charges", "adjustments", "insurance_paid", "patient_paid", "balance_due")
    return on_paper(paper, "previous_balance", "fees", *(f"totals.{name}" for name in names), *rows)
