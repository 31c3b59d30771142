"""Sums in large print side by side, each over the words that say what it is: "$806.00" over "all charges"."""

from collections.abc import Iterator, Sequence

from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.tables.grids import GridValue, named

_FEWEST_AMOUNTS = 3
# The words stand this near below the amounts, in heights, and nothing as near above them.
_NEAR = 2.4
_GUTTER = 0.9


def sums_over_words(rows: Sequence[Sequence[Atom]], heights: Sequence[float]) -> Iterator[GridValue]:
    """Return the sums of every row that holds nothing else and has the words for each of them right below."""
    for i, (row, below) in enumerate(zip(rows, rows[1:], strict=False)):
        if len(row) < _FEWEST_AMOUNTS or any(atom.kind != "money" for atom in row):
            continue
        labels = cells_of(below, _GUTTER * heights[i + 1])
        if len(labels) != len(row) or any(atom.kind != "text" for atom in below):
            continue
        step = below[0].y - row[0].y
        above = next((row[0].y - other[0].y for other in reversed(rows[:i]) if other), float("inf"))
        under = all(label.x0 < amount.x1 and amount.x0 < label.x1 for amount, label in zip(row, labels, strict=True))
        if not under or step > _NEAR * heights[i] or above < step:
            continue
        found = [named(amount, label.atoms) for amount, label in zip(row, labels, strict=True)]
        known = [value for value in found if value is not None]
        if len({value.field for value in known}) == len(row):
            yield from known
