"""Where a sum does not close and exactly one small misreading would close it: what the reader may have misread.

A proposal is shown beside what was read and changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case.reading import Confirmation
from plainbill.reading.rows.found import Found
from plainbill.reading.sources import amount_at

# A sum, and the field of the lines or the amounts of the paper that lead to it.
_COLUMNS = {
    "totals.charges": "charge", "totals.allowed": "allowed", "totals.plan_paid": "plan_paid",
    "totals.not_covered": "not_covered", "totals.deductible": "deductible", "totals.copay": "copay",
    "totals.coinsurance": "coinsurance", "totals.patient_responsibility": "patient_responsibility",
}  # fmt: skip
_BALANCE = (
    ("totals.charges", 1), ("previous_balance", 1), ("fees", 1), ("totals.adjustments", -1),
    ("totals.insurance_paid", -1), ("totals.patient_paid", -1),
)  # fmt: skip
_FEWEST_PARTS = 2
_CENTS = 100
_LIKE_A_DOLLAR = frozenset("35689")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Equation:
    total: str
    parts: tuple[tuple[str, int], ...]


def proposals(found: Mapping[str, Found], lines: int, confirmed: Mapping[str, Sequence[object]]) -> Mapping[str, str]:
    """Return by path the print that would close a sum, for amounts that nothing confirms.

    Or that a second reader alone does, where no other would close it: what two see alike may be wrong.
    """
    proposed: dict[str, set[Decimal]] = {}
    for equation in _equations(found, lines):
        slips = [
            (path, needed)
            for path, needed in _closing(equation, found)
            if _is_only_seen(confirmed.get(path, ()))
            and is_small_misreading(amount_at(found, path) or Decimal(0), needed)
        ]
        fitting = [slip for slip in slips if not confirmed.get(slip[0])] or slips
        if len(fitting) == 1:
            proposed.setdefault(fitting[0][0], set()).add(fitting[0][1])
    return {path: _printed(found[path], amounts.pop()) for path, amounts in proposed.items() if len(amounts) == 1}


def without_seen_alike(
    confirmed: Mapping[str, Sequence[Confirmation]], proposed: Mapping[str, str]
) -> Mapping[str, Sequence[Confirmation]]:
    """Return what confirms the values, nothing for those with a proposal, which a second reader alone confirmed."""
    return {path: by for path, by in confirmed.items() if path not in proposed}


def _is_only_seen(by: Sequence[object]) -> bool:
    """True where nothing but the eyes of a second reader speaks for a value."""
    return all(each == "second_reader" for each in by)


def _equations(found: Mapping[str, Found], lines: int) -> Iterator[_Equation]:
    for total, field in _COLUMNS.items():
        paths = [path for i in range(lines) if (path := f"lines[{i}].{field}") in found]
        if total in found and len(paths) >= _FEWEST_PARTS and (field != "charge" or len(paths) == lines):
            yield _Equation(total=total, parts=tuple((path, 1) for path in paths))
    parts = tuple((path, sign) for path, sign in _BALANCE if path in found)
    if "totals.balance_due" in found and "totals.charges" in found and len(parts) >= _FEWEST_PARTS:
        yield _Equation(total="totals.balance_due", parts=parts)


def _closing(equation: _Equation, found: Mapping[str, Found]) -> Iterator[tuple[str, Decimal]]:
    """Each amount of a sum that does not close with what it would have to be; nothing where it closes."""
    total = amount_at(found, equation.total)
    amounts = {path: amount_at(found, path) for path, _ in equation.parts}
    if total is None or any(amount is None for amount in amounts.values()):
        return
    summed = sum(((amounts[path] or Decimal(0)) * sign for path, sign in equation.parts), Decimal(0))
    if summed == total:
        return
    yield equation.total, summed
    for path, sign in equation.parts:
        yield path, (amounts[path] or Decimal(0)) + (total - summed) * sign


def is_small_misreading(read: Decimal, needed: Decimal) -> bool:
    """True where one digit changed, dropped or doubled, or a point or sign lost, makes `needed` what was read.

    Or where the dollar sign was read as the first digit: "549.21" for "$49.21".
    """
    if read == needed or not read or not needed:
        return False
    if read == -needed:
        return True
    if (read < 0) != (needed < 0):
        return False
    if read == needed * _CENTS:
        return True
    seen, printed = (str(int(abs(amount) * _CENTS)) for amount in (read, needed))
    if len(seen) == len(printed):
        return sum(a != b for a, b in zip(seen, printed, strict=True)) == 1
    if len(seen) + 1 == len(printed):
        return any(printed[:i] + printed[i + 1 :] == seen for i in range(len(printed)))
    if seen[1:] == printed and seen[0] in _LIKE_A_DOLLAR:
        return True
    doubled = (i for i in range(1, len(seen)) if seen[i] == seen[i - 1])
    return len(seen) == len(printed) + 1 and any(seen[:i] + seen[i + 1 :] == printed for i in doubled)


def _printed(found: Found, amount: Decimal) -> str:
    """The amount in the manner of the print that was read."""
    seen = " ".join(token.text for token in found.tokens)
    size = f"{abs(amount):,.2f}" if "," in seen else f"{abs(amount):.2f}"
    return f"{'-' if amount < 0 else ''}{'$' if '$' in seen else ''}{size}"
