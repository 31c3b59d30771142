"""What the insurer paid, by a label of the closing sums that is the insurer's name and the word for it."""

from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.sums.column_totals import label_and_amount
from plainbill.reading.terms.vocabulary import plain_key

_PAID = ("payment", "payments", "paid", "has paid", "pays", "payment received")
_PAID_BY = ("payment from", "payments from", "payment by", "payments by", "paid by", "received from")
_LESS = ("", "less ", "minus ")


def paid_by_name(layouts: Sequence[PageLayout], payer: Found | None) -> Iterator[Found]:
    """Return the amounts beside "Garden Shield payment" or "Less: paid by Garden Shield" where that is the insurer."""
    if payer is None:
        return
    said = (*(f"{payer.value} {word}" for word in _PAID), *(f"{word} {payer.value}" for word in _PAID_BY))
    keys = {plain_key(less + each) for less in _LESS for each in said}
    for layout in layouts:
        for row in layout.free:
            label, amount = label_and_amount(row)
            if amount is not None and plain_key(label) in keys:
                yield amount
