"""Which amounts of a paper add up: within a line, among its totals, and from the charges to the balance."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from plainbill.reading.rows.found import Found
from plainbill.reading.sources import amount_at

# (what is to come out, what is added up); `off` is what was taken off the charge, `all` every adjustment.
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("charge", ("off", "allowed")),
    ("charge", ("off", "not_covered", "allowed")),
    ("charge", ("not_covered", "allowed")),
    ("charge", ("off", "plan_paid", "patient_responsibility")),
    ("charge", ("all", "plan_paid")),
    ("allowed", ("plan_paid", "patient_responsibility")),
    ("allowed", ("plan_paid", "deductible", "copay", "coinsurance")),
    ("patient_responsibility", ("deductible", "copay", "coinsurance")),
    ("patient_responsibility", ("deductible", "copay", "coinsurance", "not_covered")),
)
_REDUCTIONS = {
    "totals.adjustments": ("contractual_adjustment", "discount"),
    "totals.insurance_paid": ("insurance_payment",),
    "totals.patient_paid": ("patient_payment",),
}


def closing_parts(found: Mapping[str, Found], start: str) -> Iterator[tuple[str, ...]]:
    """Return the paths of each equation that holds among the amounts at `start`: "lines[0]." or "totals."."""
    charge = "charges" if start == "totals." else "charge"
    adjusted = [p for p in found if p.startswith(f"{start}adjustments") and isinstance(found[p].value, Decimal)]
    names = {
        "off": [path for path in adjusted if not _is_the_patients(found, path)],
        "all": adjusted,
        "charge": [start + charge],
    }
    for whole, parts in _PARTS:
        total = names.get(whole, [start + whole])[0]
        if total not in found:
            continue
        present = [
            path for part in parts for path in names.get(part, [start + part]) if amount_at(found, path) is not None
        ]
        amounts = [amount_at(found, path) or Decimal(0) for path in present]
        if len(present) < 2 or sum(amounts, Decimal(0)) != amount_at(found, total):
            continue
        filled = [path for path, amount in zip(present, amounts, strict=True) if amount]
        if len(filled) > 1:
            yield (total, *present)
        elif filled and whole != "charge":
            # Nothing is added up: two columns print the same amount, and a zero beside them tells nothing.
            yield (total, *filled)


def _is_the_patients(found: Mapping[str, Found], path: str) -> bool:
    group = found.get(path.replace(".amount", ".group"))
    return group is not None and group.value == "PR"


def closing_balance(found: Mapping[str, Found], payments: int) -> tuple[str, ...]:
    """Return the paths of all amounts that lead from the charges to the balance, none where they do not.

    A kind of payment without a total of its own counts by its entries.
    """
    due, charges = amount_at(found, "totals.balance_due"), amount_at(found, "totals.charges")
    if due is None or charges is None:
        return ()
    return _balancing(found, due, charges, {}) or _balancing(
        found, due, charges, {f"payments[{i}].amount": _kind(found, i) for i in range(payments)}
    )


def _balancing(found: Mapping[str, Found], due: Decimal, charges: Decimal, kinds: Mapping[str, str]) -> tuple[str, ...]:
    less = [path for total, kind in _REDUCTIONS.items() for path in _taken_off(found, total, kind, kinds)]
    less += [path for path, kind in kinds.items() if kind == "other"]
    refunds = [path for path, kind in kinds.items() if kind == "refund"]
    rest = charges - _summed(found, less) + _summed(found, refunds)
    more = [path for path in ("previous_balance", "fees") if amount_at(found, path)]
    for chosen in product((False, True), repeat=len(more)):
        added = [path for path, taken in zip(more, chosen, strict=True) if taken]
        if due == rest + _summed(found, added) and (less or refunds or added):
            return ("totals.balance_due", "totals.charges", *less, *refunds, *added)
    return ()


def _kind(found: Mapping[str, Found], payment: int) -> str:
    kind = found.get(f"payments[{payment}].kind")
    return str(kind.value) if kind is not None else "other"


def _taken_off(found: Mapping[str, Found], total: str, of: Sequence[str], kinds: Mapping[str, str]) -> list[str]:
    if total in found:
        return [total]
    return [path for path, kind in kinds.items() if kind in of]


def _summed(found: Mapping[str, Found], paths: Sequence[str]) -> Decimal:
    return sum((amount_at(found, path) or Decimal(0) for path in paths), Decimal(0))
