"""Cells set apart by tabs or upright strokes, one below the other again."""

from collections.abc import Sequence
from itertools import groupby

# Blanks between the widest cell of a column and the next column: wider than any gap between words.
GAP = 3
# One stroke may part two labels of a row.
_FEWEST_STROKES = 2


def align_cells(rows: Sequence[str]) -> list[str]:
    """The rows without tabs: neighboring rows that have tabs get their cells in columns as wide as the widest cell.

    A table copied from a web page has one tab between cells, so fixed stops would put cells of one column at
    different places.
    """
    aligned: list[str] = []
    for tabbed, group in groupby(map(_tabbed, rows), key=lambda row: "\t" in row):
        block = list(group)
        aligned += _in_columns(block) if tabbed else block
    return aligned


def _tabbed(row: str) -> str:
    """The row with a tab for each upright stroke, where several set its cells apart: "| 99213 | 125.00 | 80.00 |"."""
    if "\t" in row or row.count("|") < _FEWEST_STROKES:
        return row
    return row.strip().strip("|").replace("|", "\t")


def _in_columns(rows: Sequence[str]) -> list[str]:
    cells = [[cell.strip() for cell in row.split("\t")] for row in rows]
    count = max(len(row) for row in cells)
    # The last cell of a row may run on: it pushes no column.
    widths = [max((len(row[place]) for row in cells if place < len(row) - 1), default=0) for place in range(count)]
    return ["".join(cell.ljust(widths[place] + GAP) for place, cell in enumerate(row)).rstrip() for row in cells]
