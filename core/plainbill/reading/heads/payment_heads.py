"""Heads of lists of payments: a day, words that may be those of payments, and "Payments" over the amounts."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.heads.values_below import Values, column_under, is_day
from plainbill.reading.rows.atoms import Atom


def with_payments_named(columns: list[HeadColumn], below: Sequence[Values]) -> list[HeadColumn]:
    """Return the columns, those of amounts named where days, words and amounts stand below "Date ... Payments"."""
    under = [column_under(column.x0, column.x1, below) for column in columns]
    kinds = [None if i is None else below[i].kind for i in under]
    if kinds != ["date", "text", "money"] or "date" not in columns[0].fields or "payment" not in columns[-1].fields:
        return columns
    if AMOUNT_FIELDS & {column.fields[0] for column in columns if column.fields}:
        return columns
    return [*columns[:-1], replace(columns[-1], fields=("payment",))]


def payments_listed(head: Head, body: Sequence[Sequence[Atom]]) -> int:
    """Return how many rows below a head so named are its own: from an amount without a day on, none is.

    Below any other head all rows may be.
    """
    last = head.columns[-1]
    meaning = meaning_of(tuple(token.text for token in last.tokens))
    if last.fields != ("payment",) or meaning is None or meaning.fields[0] in AMOUNT_FIELDS:
        return len(body)
    astray = (any(atom.kind == "money" for atom in own) and not any(map(is_day, own)) for own in body)
    return next((i for i, stray in enumerate(astray) if stray), len(body))
