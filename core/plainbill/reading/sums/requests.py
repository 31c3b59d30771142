"""What a bill asks for, by its labels: before payments that stand below, and what these leave."""

import re
from collections.abc import Sequence
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

PAID = frozenset(
    {"total_patient_paid", "total_insurance_paid", "total_payments", "total_adjustments", "total_paid_adjustments"}
)
_BIDS = re.compile(r"\bpay\b|\bremit\b|total\s*(?:amount\s*|balance\s*)?due|amount\s*(?:now\s*)?due", re.IGNORECASE)
# "Your balance" holds late fees too; "your share" may not.
_REMAINS = re.compile(r"\bbalance\b", re.IGNORECASE)


def worded(label: Labeled) -> str:
    """The words of the label as printed."""
    return " ".join(token.text for token in label.label)


def request_of(labels: Sequence[Labeled], payments: Sequence[Found]) -> Found | None:
    """Return what a bill asks for by a label, before the sum of a column of shares: the label's holds what else is due.

    Where such labels differ ("new balance", "pay this amount"), the one that bids to pay counts. `payments` are the
    amounts of those that are listed.
    """
    amounts = [label for label in labels if isinstance(label.value.value, Decimal)]
    due = [label for label in amounts if label.field == "balance_due"]
    bidding = [label for label in due if _BIDS.search(worded(label))]
    owed = [label for label in amounts if label.field == "total_owed" and _REMAINS.search(worded(label))]
    # The total of an invoice is what is due of it where nothing else is.
    left = [label for label in due if "generic_total" not in label.fields]
    chosen = next(iter(bidding or left or due or owed), None)
    return _what_remains(chosen, labels, payments).value if chosen is not None else None


def asked_in_a_letter(labels: Sequence[Labeled]) -> Found | None:
    """Return what is due below what was unpaid and what a letter that collects it adds or takes off, None without."""
    unpaid = next((lb for lb in labels if lb.field == "balance_due" and isinstance(lb.value.value, Decimal)), None)
    asked = _what_remains(unpaid, labels, ()) if unpaid is not None else None
    return asked.value if asked is not None and asked is not unpaid else None


def _what_remains(asked: Labeled, labels: Sequence[Labeled], payments: Sequence[Found]) -> Labeled:
    """The balance below what was asked before payments or fees, where these and nothing else stand between the two."""
    before, paid, added = asked.value.value, Decimal(0), Decimal(0)
    for label in labels[labels.index(asked) + 1 :]:
        amount = label.value.value
        if not isinstance(before, Decimal) or not isinstance(amount, Decimal):
            break
        listed = _listed_between(asked.value, label.value, payments)
        changed = paid + listed or added
        if label.field in {"balance_due", "total_owed"} and changed and amount == before - paid - listed + added:
            return label
        if label.field not in {*PAID, "fees"}:
            break
        if label.field == "fees":
            added += abs(amount)
        else:
            paid += abs(amount)
    return asked


def _listed_between(asked: Found, below: Found, payments: Sequence[Found]) -> Decimal:
    """What listed payments that stand below the one and above the other come to."""
    between = (p for p in payments if p.page == asked.page == below.page and asked.y < p.y < below.y)
    return sum((abs(p.value) for p in between if isinstance(p.value, Decimal)), Decimal(0))


def is_share_before_payment(share: Labeled, labels: Sequence[Labeled]) -> bool:
    """True for "Your share" above what the patient paid of it: it is not what is left."""
    if share.field != "total_owed" or _REMAINS.search(worded(share)):
        return False
    below = labels[labels.index(share) + 1 :]
    return any(label.field == "total_patient_paid" and label.value.value for label in below)


# Whoever asks for it says nothing else than what it is: a plan may ask to pay the clinic.
_PLEASE_PAY = re.compile(
    r"\bplease\s(?:pay|remit|send)(?:\s(?:us|the|your|this|full|total|whole|remaining|balance|amount|share|sum|rest|of|due|now|only))*:?$",
    re.IGNORECASE,
)


def asked_in_a_sentence(sum_of: Found | None, layouts: Sequence[PageLayout]) -> Found | None:
    """Return the amount of a sum where a sentence asks for it too: "Please pay the remaining $120.00 by June 4"."""
    for row in (row for layout in layouts for row in layout.cells):
        atoms = [atom for cell in row for atom in cell.atoms]
        for i, atom in enumerate(atoms):
            due = sum_of is not None and atom.money is not None and atom.money == sum_of.value
            if due and _PLEASE_PAY.search(" ".join(each.text for each in atoms[:i])):
                return from_atoms(atom.money, [atom])
    return None
