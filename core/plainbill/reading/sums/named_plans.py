"""What a plan paid and took off where the closing sums of a bill name the plan: "Meridian Choice payments"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.vocabulary import plain_key

_PAID = re.compile(r"^(?P<name>(?:[A-Z][\w&'.-]*\s){1,4})(?:payments?|paid):?$")
_TAKEN_OFF = re.compile(
    r"^(?P<name>(?:[A-Z][\w&'.-]*\s){1,4})(?:contractual\s)?(?:adjustments?|discounts?|savings|write-?offs?):?$"
)
# Words before "payments" and "adjustments" that say which ones, and name no plan: "Account", "Self-Pay", "Office".
_NO_PLAN = re.compile(
    r"^(?:accounts?|all|any|balance|bill|card|cash|clinic|courtesy|credits?|current|deposits?|earlier|facility|family|guarantor"
    r"|hardship|hospital|invoice|less|minus|misc\w*|net|new|office|online|other|patients?|plus|posted|previous|prior|professional"
    r"|prompt|provider|physicians?|recent|self|statement|sub-?totals?|this|today's|total|visit|your)\b",
    re.IGNORECASE,
)
# Sums that close a bill, and what each of them takes from the charges.
_CHARGED, _LEFT = "totals.charges", "totals.balance_due"
_OFF = ("totals.adjustments", "totals.patient_paid")


def paid_by_named_plan(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Found | None:
    """Return what somebody paid who also took something off, where it is just what the other sums leave open.

    A patient takes nothing off: of whoever is named before both the paper says that it is a plan.
    """
    charged, left = fields.get(_CHARGED), fields.get(_LEFT)
    if charged is None or left is None or "totals.insurance_paid" in fields:
        return None
    off = sum((abs(_amount(fields[name])) for name in _OFF if name in fields), Decimal(0))
    missing = _amount(charged) - _amount(left) - off
    plans = {name for name, _ in _named(layouts, _TAKEN_OFF)}
    paid = [found for name, found in _named(layouts, _PAID) if name in plans and abs(_amount(found)) == missing]
    return paid[0] if len(paid) == 1 else None


def taken_off_by_named_plan(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Found | None:
    """Return what a plan took off that also paid, where it is just what the other sums leave open."""
    charged, left, paid = fields.get(_CHARGED), fields.get(_LEFT), fields.get("totals.insurance_paid")
    if charged is None or left is None or paid is None or "totals.adjustments" in fields:
        return None
    own = abs(_amount(fields["totals.patient_paid"])) if "totals.patient_paid" in fields else Decimal(0)
    before = _amount(fields["previous_balance"]) if "previous_balance" in fields else Decimal(0)
    missing = _amount(charged) + before - _amount(left) - own - abs(_amount(paid))
    payers = {name for name, found in _named(layouts, _PAID) if _amount(found) == abs(_amount(paid))}
    off = [found for name, found in _named(layouts, _TAKEN_OFF) if name in payers and _amount(found) == missing]
    return off[0] if len(off) == 1 else None


def _amount(found: Found) -> Decimal:
    return found.value if isinstance(found.value, Decimal) else Decimal(0)


def _named(layouts: Sequence[PageLayout], words: re.Pattern[str]) -> Iterator[tuple[str, Found]]:
    """Every name before the words in a row of words and one amount, with the amount below no sign."""
    for row in (row for layout in layouts for row in layout.cells):
        # "< 1,200.00 >" is what is taken off.
        atoms = [atom for cell in row for atom in cell.atoms if atom.text not in {"<", ">"}]
        if len(atoms) < 2 or atoms[-1].money is None or any(atom.money is not None for atom in atoms[:-1]):
            continue
        match = words.match(" ".join(atom.text for atom in atoms[:-1]))
        if match is not None and not _NO_PLAN.match(match["name"]):
            yield plain_key(match["name"]), from_atoms(abs(atoms[-1].money), atoms[-1:])
