"""The sums of an EOB: charge, adjustments and payment on each line, and the lines against the totals."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plainbill.checking.drafts import Draft, Phrase
from plainbill.checking.evidence import Fact, on_line, on_paper, worked_out
from plainbill.checking.matching.decisions import COST_SHARES, Reduction, reductions_of
from plainbill.checking.money import ZERO, above, same, total, total_if_whole
from plainbill.checking.papers import LineAt, Paper

# A column of what another plan paid has no field of its own on a line.
_PAID_BY_ANOTHER = re.compile(
    r"\b(medicare|primary(?:\s(?:plan|payer|insurer|insurance|carrier))?"
    r"|other\s(?:plan|payer|insurer|insurance|carrier|coverage))(?:['’]?s)?\s(?:paid|payments?)\b",
    re.IGNORECASE,
)
_PERCENTS = (5, 10, 15, 20, 25, 30, 35, 40, 50)


def eob_mismatches(eob: Paper) -> Iterator[Draft]:
    """Yield what does not add up on an EOB; only the plan can put it right."""
    for at in eob.lines:
        yield from _line(at)
    if len({at.claim for at in eob.lines}) < 2:  # totals of one claim among several cannot be told from totals of all
        for name in ("charges", "plan_paid", "patient_responsibility", *COST_SHARES):
            yield from _total(eob, name)


def _line(at: LineAt) -> Iterator[Draft]:
    line = at.line
    reductions = reductions_of(line.adjustments)
    reduced = total_if_whole([reduction.adjustment.amount for reduction in reductions])
    is_plain = line.charge is not None and line.charge >= 0 and all(r.code.group != "CR" for r in reductions)
    if not reductions or reduced is None or line.charge is None or not is_plain:
        return
    tolerated = len(reductions) + 1
    if line.plan_paid is not None:
        left = line.charge - reduced - line.plan_paid
        shares = (ZERO, *_shares_beside_codes(at, reductions))
        closes = any(same(left, share, lines=tolerated) for share in shares)
        if not (closes or _may_be_a_share(at, reductions, left) or _may_be_paid_by_another(at, reductions, left)):
            yield _on_line(at, "eob_line_paid", line.plan_paid, line.charge - reduced, _facts(at, "plan_paid"))
    printed = line.patient_responsibility
    by_codes = [reduction for reduction in reductions if reduction.code.group == "PR"]
    if printed is None or not by_codes or not all(reduction.code.group for reduction in reductions):
        return
    legal = [*_pr_sums(by_codes), *_column_sums(at)]
    if not any(same(printed, share, lines=tolerated) for share in legal):
        yield _on_line(at, "eob_line_share", printed, legal[0], _facts(at, "patient_responsibility"))


def _may_be_a_share(at: LineAt, reductions: tuple[Reduction, ...], left: Decimal) -> bool:
    """Whether what the plan left unpaid is an even percentage that no column prints: a "Paid at 80%" leaves 20 %."""
    line = at.line
    coded = any(reduction.code.group for reduction in reductions)
    if coded or line.patient_responsibility is not None or line.coinsurance is not None or line.plan_paid is None:
        return False
    printed = total((line.deductible, line.copay, line.not_covered))
    shared = left + line.plan_paid - printed
    return any(same(shared * percent / 100, left - printed) for percent in _PERCENTS if left > printed)


def _may_be_paid_by_another(at: LineAt, reductions: tuple[Reduction, ...], left: Decimal) -> bool:
    """Whether another plan may have paid what is left: it paid first, and no code says how much."""
    coverage = at.document.coverage
    second = coverage is not None and coverage.rank in {"secondary", "tertiary"}
    if left <= 0 or any(reduction.code.group == "OA" for reduction in reductions):
        return False
    own = at.document.payer.name if at.document.payer is not None else None
    named = (found[1].lower() for found in _PAID_BY_ANOTHER.finditer(at.document.text or ""))
    return second or any(name not in (own or "").lower() for name in named)


def _shares_beside_codes(at: LineAt, reductions: tuple[Reduction, ...]) -> Iterator[Decimal]:
    """Where no PR code is printed, the patient's share stands in columns of its own and is no adjustment."""
    if any(reduction.code.group == "PR" for reduction in reductions):
        return
    if at.line.patient_responsibility is not None:
        yield at.line.patient_responsibility
        yield total([at.line.patient_responsibility, at.line.not_covered])
    if at.line.not_covered is not None:
        yield at.line.not_covered
    yield from _column_sums(at)


def _column_sums(at: LineAt) -> Iterator[Decimal]:
    parts = [getattr(at.line, name) for name in COST_SHARES]
    if any(part is not None for part in parts):
        yield total(parts)
        yield total([*parts, at.line.not_covered])


def _pr_sums(by_codes: list[Reduction]) -> Iterator[Decimal]:
    yield total(reduction.amount for reduction in by_codes)
    yield total(reduction.amount for reduction in by_codes if reduction.code.role == "cost_share")


def _facts(at: LineAt, name: str) -> tuple[Fact, ...]:
    codes = [
        f"adjustments[{i}].{part}" for i, _ in enumerate(at.line.adjustments) for part in ("group", "reason", "amount")
    ]
    return on_line(at, "charge", name, *codes)


def _on_line(at: LineAt, text: str, printed: Decimal, computed: Decimal, facts: tuple[Fact, ...]) -> Draft:
    return Draft(
        kind="arithmetic-error",
        text=text,
        lines=(at,),
        documents=(at.document.id,),
        amount=abs(printed - computed),
        facts=(*facts, worked_out(at.document.id, text.replace("_", " "), computed)),
        words={"printed": printed, "computed": computed},
        confidence="certain",
        acts_first="payer",
    )


def _total(eob: Paper, name: str) -> Iterator[Draft]:
    totals = eob.document.totals
    field = "charge" if name == "charges" else name
    printed = getattr(totals, name) if totals else None
    amounts = [getattr(at.line, field) for at in eob.lines]
    known = [amount for amount in amounts if amount is not None]
    if printed is None or not known:
        return
    on_lines = total(known)
    computed = on_lines + _on_claim(eob, name)
    if any(same(printed, sum_, lines=len(known)) for sum_ in (computed, on_lines)):
        return
    # An absent amount may be one that nobody read: then only a total below what was read proves anything.
    if len(known) < len(amounts) and not above(min(computed, on_lines), printed, lines=len(known)):
        return
    yield Draft(
        kind="arithmetic-error",
        text="eob_total",
        documents=(eob.id,),
        amount=abs(printed - computed),
        facts=(
            *on_paper(eob, f"totals.{name}"),
            *(fact for at in eob.lines for fact in on_line(at, field)),
            worked_out(eob.id, f"sum of {field}", computed),
        ),
        words={"printed": printed, "computed": computed, "column": _COLUMNS[name]},
        confidence="certain",
        acts_first="payer",
    )


_COLUMNS = {
    "charges": Phrase("charges"),
    "plan_paid": Phrase("payments of the plan"),
    "patient_responsibility": Phrase("patient shares"),
    "deductible": Phrase("deductibles"),
    "copay": Phrase("copays"),
    "coinsurance": Phrase("coinsurance amounts"),
}


def _on_claim(eob: Paper, name: str) -> Decimal:
    """What reductions on the whole claim add to a total that the lines do not hold."""
    reductions = reductions_of(eob.document.adjustments)
    if name == "plan_paid":
        return -total(reduction.amount for reduction in reductions)
    reasons = {"patient_responsibility": None, "deductible": "1", "coinsurance": "2", "copay": "3"}
    if name not in reasons:
        return ZERO
    wanted = reasons[name]
    return total(r.amount for r in reductions if r.code.group == "PR" and wanted in (None, r.code.reason))
