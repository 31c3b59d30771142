"""What was given at the desk: rows between what was asked and what is left, each a means of payment and its amount."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.terms.wording import payment_kind

_MEANS = re.compile(
    r"^(?:(?:hsa|fsa|hra|deposit|(?:deposit )?paid (?:by|with|in)|personal|your|gift|credit|debit)\s)*"
    r"(?:visa|master\s?card|amex|american express|discover|(?:hsa|fsa|hra|credit|debit|gift)(?:\scard)?|card|cash"
    r"|(?:e-?)?checks?|money order|apple pay|google pay|zelle|venmo|paypal)\b(?!.*\b(?:accept|payable|to:))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m?)?$|^[ap]\.?m\.?$", re.IGNORECASE)
_CREDITED = re.compile(r"^(?:your )?credit (?:for|from|of|balance|applied)\b", re.IGNORECASE)
# One row by itself sums up what was paid; from so many on they are a list.
_FEWEST = 2


def tendered(layouts: Sequence[PageLayout]) -> Iterator[Draft]:
    """Return the payments of a receipt: two rows or more that lead from what was asked to what is left of it."""
    for layout in layouts:
        due = [label for label in layout.labels if label.field == "balance_due"]
        rows = [[atom for cell in row for atom in cell.atoms] for row in layout.cells]
        for asked, left in zip(due, due[1:], strict=False):
            given = [row for row in rows if _stands_between(row, asked, left)]
            if len(given) < _FEWEST or not all(_is_tender(row) for row in given):
                continue
            if _amount(asked) - sum((abs(row[-1].money or Decimal(0)) for row in given), Decimal(0)) == _amount(left):
                yield from (_payment(row) for row in given)
        yield from (_payment(row) for row in (*_given_in_full(due, rows), *_given_in_part(rows)))


def _given_in_part(rows: Sequence[Sequence[Atom]]) -> Iterator[Sequence[Atom]]:
    """Rows of a means and its day that lead from the last amount above to the only one below: "Deposit VISA 03/09"."""
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        if not (row and above and below and above[-1].money and below[-1].money is not None and _is_tender(row)):
            continue
        dated = sum(atom.date is not None for atom in row) == 1
        left = above[-1].money - abs(row[-1].money or Decimal(0))
        if dated and left == below[-1].money and 0 <= left < above[-1].money and _is_only_amount(below):
            yield row


def _is_only_amount(row: Sequence[Atom]) -> bool:
    return sum(atom.money is not None for atom in row) == 1


def _given_in_full(due: Sequence[Labeled], rows: Sequence[Sequence[Atom]]) -> Iterator[Sequence[Atom]]:
    """Rows right below what was asked that give all of it by one means on their own day: "VISA *4418  03/09/26"."""
    for label in due:
        below = next((row for row in rows if row and row[0].y > label.value.y + row[0].tokens[0].box.height / 2), None)
        if below is None or not _is_tender(below) or _amount(label) != abs(below[-1].money or Decimal(0)):
            continue
        if sum(atom.date is not None for atom in below) == 1:
            yield below


def _stands_between(row: Sequence[Atom], asked: Labeled, left: Labeled) -> bool:
    return bool(row) and asked.value.y < row[-1].y < left.value.y and not _is_part(row, asked, left)


def _is_part(row: Sequence[Atom], *labels: Labeled) -> bool:
    own = {token for atom in row for token in atom.tokens}
    return any(own & {*label.label, *label.value.tokens} for label in labels)


def _is_tender(row: Sequence[Atom]) -> bool:
    """True for a means of payment and the one amount that ends the row."""
    amounts = [atom for atom in row if atom.money is not None]
    return len(amounts) == 1 and row[-1] is amounts[0] and _MEANS.match(_words(row)) is not None


def _words(row: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in row[:-1])


def _amount(label: Labeled) -> Decimal:
    return label.value.value if isinstance(label.value.value, Decimal) else Decimal(0)


def _kind(text: str) -> str:
    """A plan may have sent the check: "Check from Meridia Health Plan". A credit from before nobody gave now."""
    if _CREDITED.match(text):
        return "other"
    return "insurance_payment" if payment_kind(text) == "insurance_payment" else "patient_payment"


def _payment(row: Sequence[Atom]) -> Draft:
    days = [atom for atom in row if atom.date is not None]
    words = [atom for atom in row[:-1] if atom.date is None and not _CLOCK.match(atom.text)]
    draft = {
        "amount": from_atoms(abs(row[-1].money or Decimal(0)), row[-1:]),
        "description": from_atoms(" ".join(atom.text for atom in words), words),
        "kind": from_atoms(_kind(_words(row)), row[:-1]),
    }
    return {**draft, "date": from_atoms(days[0].date, days)} if len(days) == 1 else draft
