"""The words of a head that was copied with one blank between all of them, as columns: by what they say alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of

_LONGEST = 5
# Of the ways to part the words from one of them on so many are kept, the surest.
_MOST_WAYS = 8
_KIND_OF_FIELD = {
    "date": "date", "date_to": "date", "revenue_code": "revenue", "code": "code", "modifiers": "modifiers",
    "description": "words", "item": "words", "units": "count", "remark": "remark",
    **dict.fromkeys(AMOUNT_FIELDS, "money"),
}  # fmt: skip
# Several columns may hold these: discounts of two kinds, what two others paid.
_MANIFOLD = frozenset({"adjustment", "other_paid", "payment"})
_WORDS_AND_CODES, _BOTH = frozenset({"description", "code"}), 1.0
_SHARES = ("deductible", "copay", "coinsurance", "cost_share")


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column: behind which word its head ends, what its cells are, and the field that they go into."""

    end: int
    kind: str
    field: str


Columns = tuple[HeadedColumn, ...]


def partings(words: tuple[str, ...], amounts: int) -> list[Columns]:
    """Return the ways to part the words into columns of known fields, so many of them of amounts; the surest first."""

    @cache
    def ways(start: int, left: int, taken: frozenset[str]) -> tuple[tuple[float, Columns], ...]:
        if start == len(words):
            return () if left else ((0.0, ()),)
        found: list[tuple[float, Columns]] = []
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            column, worth = _column(words[start:end], end)
            if column is None or column.field in taken or column.kind == "money" and not left:
                continue
            used = taken if column.field in _MANIFOLD else taken | {column.field}
            for rest, columns in ways(end, left - (column.kind == "money"), used):
                found.append((worth + rest, (column, *columns)))
        return tuple(sorted(found, key=lambda way: -way[0])[:_MOST_WAYS])

    return [columns for _, columns in ways(0, amounts, frozenset())]


def _column(words: tuple[str, ...], end: int) -> tuple[HeadedColumn | None, float]:
    """The column under the words and how sure that is; none where nobody knows them."""
    meaning = meaning_of(words)
    kind = _KIND_OF_FIELD.get(meaning.fields[0]) if meaning is not None and meaning.exact else None
    if meaning is None or kind is None:
        return None, 0.0
    # One long phrase that is listed tells more than two short ones; words and codes of one row fill columns of theirs.
    both = _BOTH if set(meaning.fields) >= _WORDS_AND_CODES else 0.0
    return HeadedColumn(end, kind, meaning.fields[0]), (1.0 if meaning.listed else 0.5) * len(words) - 0.4 - both


def adds_up(rows: Sequence[Mapping[str, Decimal]]) -> float:
    """Return how many of the sums hold that amounts of these fields make in each row, from 0 to 1; 1 without any."""
    sums = [holds for row in rows for holds in _sums(row)]
    return sum(sums) / len(sums) if sums else 1.0


def _sums(row: Mapping[str, Decimal]) -> list[bool]:
    nothing = Decimal(0)
    held: list[bool] = []
    shares = sum((row[share] for share in _SHARES if share in row), nothing)
    refused = row.get("not_covered", nothing)
    if (charge := row.get("charge")) is not None:
        held.append(all(abs(amount) <= abs(charge) for amount in row.values()))
        if {"adjustment", "allowed"} <= row.keys():
            left = charge - abs(row["adjustment"])
            held.append(row["allowed"] in {left, left - refused})
    if "patient_responsibility" in row and any(share in row for share in _SHARES):
        held.append(row["patient_responsibility"] in {shares, shares + refused})
    if {"allowed", "plan_paid"} <= row.keys() and any(share in row for share in _SHARES):
        left = row["allowed"] - shares
        held.append(row["plan_paid"] in {left, left - refused})
    return held
