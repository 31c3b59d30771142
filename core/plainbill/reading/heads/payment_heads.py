"""Heads of lists of payments: a day, words that may be those of payments, and "Payments" over the amounts."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.heads.values_below import Values, column_under, is_day
from plainbill.reading.rows.atoms import Atom


def with_payments_named(columns: list[HeadColumn], below: Sequence[Values]) -> list[HeadColumn]:
    """Return the columns, words and amounts told apart where days, words and amounts stand below the heads."""
    under = [column_under(column.x0, column.x1, below) for column in columns]
    kinds = [None if i is None else below[i].kind for i in under]
    if kinds != ["date", "text", "money"] or "date" not in columns[0].fields or "payment" not in columns[2].fields:
        return columns
    day, words, amounts = columns
    if not {"description", "payment"} & set(words.fields) or set(amounts.fields) & {"charge", "balance"}:
        return columns
    return [day, replace(words, fields=("description",)), replace(amounts, fields=("payment",))]


def payments_listed(head: Head, body: Sequence[Sequence[Atom]]) -> int:
    """Return how many rows below a head so told are its own: from an amount without a day on, none is.

    Below any other head all rows may be.
    """
    told = [column.fields for column in head.columns[1:]] == [("description",), ("payment",)]
    if not told or all(_means(column) == column.fields for column in head.columns[1:]):
        return len(body)
    astray = (any(atom.kind == "money" for atom in own) and not any(map(is_day, own)) for own in body)
    return next((i for i, stray in enumerate(astray) if stray), len(body))


def _means(column: HeadColumn) -> tuple[str, ...]:
    """What the words of a head stand for by themselves."""
    meaning = meaning_of(tuple(token.text for token in column.tokens))
    return meaning.fields if meaning is not None else ()
