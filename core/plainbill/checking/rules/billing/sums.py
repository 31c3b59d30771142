"""arithmetic-error: lines, reductions and payments that do not add up to what the paper prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from plainbill.checking.balances.asking import Shown, facts_of_balance, rows_by_kind, shown_on
from plainbill.checking.balances.mentions import asks_only_a_part, names_amount
from plainbill.checking.drafts import Draft, Missing, Outcome
from plainbill.checking.evidence import Fact, on_line, on_paper, worked_out
from plainbill.checking.money import ZERO, above, same, total, total_if_whole
from plainbill.checking.papers import Paper
from plainbill.checking.rules.billing.eob_sums import eob_mismatches
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "arithmetic-error"
# One cent for each part of the balance: seven parts at most.
_PARTS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mismatch:
    text: str
    printed: Decimal
    computed: Decimal
    facts: tuple[Fact, ...]


def _judge(situation: Situation) -> Iterator[Outcome]:
    for bill in situation.papers.of_kind("bill"):
        if bill.has_holes:
            yield Missing(kinds=(_KIND,), needs="itemized_bill", text="page_not_read", document=bill.id)
            continue
        yield from _drafts(bill)
        if bill.lines and bill.document.totals is None:
            yield Missing(kinds=(_KIND,), needs="itemized_bill", text="no_totals", document=bill.id, field="totals")
    for eob in situation.papers.of_kind("eob"):
        if not eob.has_holes:
            yield from eob_mismatches(eob)


def _drafts(bill: Paper) -> Iterator[Draft]:
    found = [mismatch for mismatch in (_charges(bill), _balance(bill), *_payments(bill)) if mismatch is not None]
    for place, mismatch in enumerate(found):
        difference = abs(mismatch.computed - mismatch.printed)
        told_before = any(abs(other.computed - other.printed) == difference for other in found[:place])
        if told_before or names_amount(bill, difference):
            continue
        yield Draft(
            kind=_KIND,
            text=mismatch.text,
            documents=(bill.id,),
            amount=difference,
            facts=(*mismatch.facts, worked_out(bill.id, mismatch.text.replace("_", " "), mismatch.computed)),
            words={"printed": mismatch.printed, "computed": mismatch.computed},
            confidence="certain",
        )


def _charges(bill: Paper) -> _Mismatch | None:
    """The charges of all lines against the printed total of charges."""
    charges = [at.charge for at in bill.lines]
    computed = total_if_whole(charges)
    printed = bill.document.totals.charges if bill.document.totals else None
    if not charges or computed is None or printed is None:
        return None
    # Credits that stand among the lines are sometimes left out of the total; so are fees, or they are in it.
    without_credits = total(charge for charge in charges if charge and charge > 0)
    extras = _some_of([bill.document.previous_balance, bill.document.fees])
    allowed = [sum_ + sign * extra for sum_ in (computed, without_credits) for extra in extras for sign in (1, -1)]
    if any(same(printed, sum_, lines=len(charges)) for sum_ in allowed):
        return None
    facts = (*on_paper(bill, "totals.charges"), *(fact for at in bill.lines for fact in on_line(at, "charge")))
    return _Mismatch(text="sum_of_charges", printed=printed, computed=computed, facts=facts)


def _some_of(amounts: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    known = [amount for amount in amounts if amount]
    return tuple(total(chosen) for size in range(len(known) + 1) for chosen in combinations(known, size))


def _balance(bill: Paper) -> _Mismatch | None:
    """Charges, earlier balance, fees, reductions and payments against the amount asked."""
    shown = shown_on(bill)
    expected = shown.expected
    if expected is None or shown.balance is None or _is_accounted_for(bill, shown, shown.balance):
        return None
    if not above(shown.balance, expected, lines=_PARTS) and (not _shows_all(shown) or _may_be_a_part(bill)):
        return None
    return _Mismatch(
        text="sum_of_balance",
        printed=shown.balance,
        computed=expected,
        facts=(*facts_of_balance(bill), *_charged(bill)),
    )


def _is_accounted_for(bill: Paper, shown: Shown, balance: Decimal) -> bool:
    """Try each legal way to read the parts: with lines or total, refunds in or out, earlier balance in or out."""
    on_lines = total_if_whole([at.charge for at in bill.lines]) if bill.lines else None
    owed_by_line = total_if_whole([at.line.patient_responsibility for at in bill.lines]) if bill.lines else None
    reduced = total([shown.adjustments, shown.insurance_paid, shown.patient_paid])
    starts = [start - reduced for start in (shown.charges, on_lines) if start is not None]
    if owed_by_line is not None and not _shows_all(shown):
        starts += [owed_by_line, owed_by_line - (shown.patient_paid or ZERO)]
    added = _some_of([shown.previous_balance, shown.fees, shown.refunds, shown.unnamed])
    unnamed = [ZERO, -(shown.unnamed or ZERO)]
    return any(
        same(balance, start + extra + other, lines=_PARTS) for start in starts for extra in added for other in unnamed
    )


def _shows_all(shown: Shown) -> bool:
    return None not in (shown.adjustments, shown.insurance_paid, shown.patient_paid)


def _may_be_a_part(bill: Paper) -> bool:
    """A bill that asks less than its sum is no harm where insurance is still to pay or an installment is asked."""
    return bill.document.insurance_pending is True or asks_only_a_part(bill)


def _charged(bill: Paper) -> tuple[Fact, ...]:
    printed = bill.document.totals is not None and bill.document.totals.charges is not None
    return () if printed else tuple(fact for at in bill.lines for fact in on_line(at, "charge"))


def _payments(bill: Paper) -> Iterator[_Mismatch]:
    """Listed payments against their printed total: a payment that the total leaves out."""
    totals = bill.document.totals
    if totals is None or any(payment.amount is None for payment in bill.document.payments):
        return
    rows = rows_by_kind(bill)
    listed = {
        "insurance_paid": rows.get("insurance_payment"),
        "patient_paid": rows.get("patient_payment"),
        "adjustments": total([rows.get("contractual_adjustment"), rows.get("discount")]) or None,
    }
    count = len(bill.document.payments)
    for name, amount in listed.items():
        printed = getattr(totals, name)
        if printed is None or amount is None or not above(amount, printed, lines=count):
            continue
        if not same(amount - (rows.get("refund") or ZERO), printed, lines=count):
            yield _Mismatch(text=f"sum_of_{name}", printed=printed, computed=amount, facts=facts_of_balance(bill))


RULE = Rule(name="sums", version=1, kinds=(_KIND,), tables=("sum_words",), judge=_judge)
