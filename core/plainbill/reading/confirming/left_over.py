"""Amounts and codes of a paper that nothing was read from, where they may be what its sums or charges lack.

Two readers may agree on every figure while a charge was lost with the layout: then a sum that does not close, or a bill
that seems to have no charges, says nothing against the paper.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from plainbill.case import DocumentKind
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.sources import amount_at
from plainbill.reading.sums.equations import closing_balance
from plainbill.reading.terms.codes import known_codes, parse_code, parse_ndc

_WITH_CHARGES = frozenset({"bill", "eob", "estimate"})
# A paper without charges that prints so many amounts, or codes, of which none was read has more than its sums.
_MANY_AMOUNTS, _MANY_CODES = 3, 2
_ROUNDING = Decimal("0.01")
_SAME = ("service_date", "code", "description")
_SUM_OF_CHARGES = {"bill": "totals.charges", "eob": "totals.charges", "estimate": "totals.estimate"}
_SUMS = (*_SUM_OF_CHARGES.values(), "totals.balance_due", "totals.patient_responsibility")
_FEWEST_CHARGES = 2
_SUMS_OF_A_TABLE = frozenset({"total", "subtotal", "summary"})


def lacks_what_is_left(
    found: Mapping[str, Found], lines: int, payments: int, layouts: Sequence[PageLayout], kind: DocumentKind
) -> bool:
    """True where print that nothing was read from may be a charge, a payment or a sum that the reading lacks."""
    if kind not in _WITH_CHARGES:
        return False
    left = [row for layout in layouts for row in _left(found, layout, labels=True)]
    amounts = _amounts(left)
    coded = sum(any(map(_is_code, row)) for row in left)
    if not lines:
        return coded >= _MANY_CODES or coded > 0 and bool(amounts) or len(amounts) >= _MANY_AMOUNTS
    if coded and not any(f"lines[{i}].{name}" in found for i in range(lines) for name in ("code", "ndc")):
        return True
    charges = [charge for i in range(lines) if (charge := amount_at(found, f"lines[{i}].charge")) is not None]
    summed = sum(charges, Decimal(0))
    printed = amount_at(found, _SUM_OF_CHARGES[kind])
    if charges and printed is not None and abs(summed - printed) > _ROUNDING:
        others = [row for layout in layouts for row in _left(found, layout, labels=False)]
        return summed in _amounts(others) or abs(printed - summed) in _sums_of_few(amounts)
    return _may_close_the_balance(found, payments, summed if printed is None else printed, amounts)


def repeated_beyond_the_sum(found: Mapping[str, Found], lines: int) -> tuple[str, ...]:
    """Paths of the charges that stand twice with the same day and code where all come to more than their printed sum.

    Then it may be the reading that has them twice.
    """
    seen: dict[tuple[object, ...], list[str]] = {}
    for i in range(lines):
        if (charge := amount_at(found, f"lines[{i}].charge")) is not None:
            named = (found[path].value if (path := f"lines[{i}].{name}") in found else None for name in _SAME)
            seen.setdefault((charge, *named), []).append(f"lines[{i}].charge")
    summed = sum((amount_at(found, path) or Decimal(0) for paths in seen.values() for path in paths), Decimal(0))
    printed = amount_at(found, "totals.charges")
    if printed is None or summed - printed <= _ROUNDING:
        return ()
    return tuple(path for paths in seen.values() if len(paths) > 1 for path in paths)


def are_held_by_nothing(found: Mapping[str, Found], lines: int, layouts: Sequence[PageLayout]) -> bool:
    """True for charges below no head that come to no amount of a paper that prints sums: they may be anything."""
    charges = [charge for i in range(lines) if (charge := amount_at(found, f"lines[{i}].charge")) is not None]
    services = [table for at in layouts for table in at.tables if any(row.role == "service" for row in table.rows)]
    if len(charges) < _FEWEST_CHARGES or any(table.head for table in services) or not any(map(found.get, _SUMS)):
        return False
    printed = Counter(atom.money for at in layouts for row in at.cells for cell in row for atom in cell.atoms)
    return printed[sum(charges, Decimal(0))] <= charges.count(sum(charges, Decimal(0)))


def _left(found: Mapping[str, Found], layout: PageLayout, *, labels: bool) -> Iterator[tuple[Atom, ...]]:
    """What is left of each row: not read, on no row of a service that was read, and with `labels` behind no label."""
    taken = {token for value in found.values() for token in value.tokens}
    known = taken | {token for label in layout.labels for token in label.value.tokens if labels}
    for table in layout.tables:
        for row in table.rows:
            tokens = _tokens(row.atoms)
            if table.is_furniture or row.role not in _SUMS_OF_A_TABLE and tokens & taken:
                known |= tokens
    for cells in layout.cells:
        yield tuple(atom for cell in cells for atom in cell.atoms if not known & set(atom.tokens))


def _amounts(rows: Sequence[Sequence[Atom]]) -> list[Decimal]:
    return [atom.money for row in rows for atom in row if atom.money and "." in atom.text]


def _tokens(atoms: Sequence[Atom]) -> set[Token]:
    return {token for atom in atoms for token in atom.tokens}


def _is_code(atom: Atom) -> bool:
    parsed = parse_code(atom.text)
    known = parsed is not None and (parsed.code in known_codes() or parsed.code[0].isalpha())
    return known or parse_ndc(atom.text) is not None and "-" in atom.text


def _may_close_the_balance(
    found: Mapping[str, Found], payments: int, charges: Decimal, amounts: Sequence[Decimal]
) -> bool:
    """True where charges, payments and reductions do not lead to the balance, and what is left does."""
    due = amount_at(found, "totals.balance_due")
    if due is None or due == charges or closing_balance(found, payments):
        return False
    less = ("totals.adjustments", "totals.insurance_paid", "totals.patient_paid")
    reduced = charges - sum((amount_at(found, path) or Decimal(0) for path in less), Decimal(0))
    more = sum((amount_at(found, path) or Decimal(0) for path in ("previous_balance", "fees")), Decimal(0))
    sums = _sums_of_few(amounts)
    return any(abs(off) in sums for off in (reduced - due, reduced + more - due) if off)


def _sums_of_few(amounts: Sequence[Decimal]) -> frozenset[Decimal]:
    """The amounts by themselves and two of them together."""
    sizes = sorted({abs(amount) for amount in amounts})
    return frozenset(sizes) | {one + other for one, other in combinations(sizes, 2)}
