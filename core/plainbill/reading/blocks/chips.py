"""Codes right behind the words of each service, as chips: they stand in no column of their own."""

from collections.abc import Sequence

from plainbill.reading.blocks.item_rows import ItemRow

# In heights of print: how near a chip stands to the words before it, and how far apart chips begin.
_NEAR, _RAGGED = 2.5, 3.0
_FEWEST = 3


def are_chips(rows: Sequence[ItemRow]) -> bool:
    """Return whether most services print their codes as chips, which begin wherever the words before them end."""
    coded = [row for row in rows if row.words and row.told.get("code") and not row.told["code"][0].text.startswith("(")]
    near = [row for row in coded if row.told["code"][0].x0 - row.words[-1].x1 < _NEAR * row.height]
    if len(near) < _FEWEST or 2 * len(near) <= len(rows):
        return False
    starts = [row.told["code"][0].x0 for row in near]
    return max(starts) - min(starts) > _RAGGED * near[0].height
