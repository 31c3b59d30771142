"""What the insurer paid, by a label of the closing sums that is the insurer's name and the word for it."""

from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.sums.column_totals import label_and_amount
from plainbill.reading.terms.vocabulary import plain_key

_PAID = ("payment", "payments", "paid", "has paid", "pays", "payment received")


def paid_by_name(layouts: Sequence[PageLayout], payer: Found | None) -> Iterator[Found]:
    """Return the amounts beside "Garden Shield payment" where that is the name of the insurer."""
    if payer is None:
        return
    keys = {plain_key(f"{payer.value} {word}") for word in _PAID}
    for layout in layouts:
        for row in layout.free:
            label, amount = label_and_amount(row)
            if amount is not None and plain_key(label) in keys:
                yield amount
