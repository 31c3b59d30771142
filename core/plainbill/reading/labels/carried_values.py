"""Values that break over two rows of a narrow box: the rest of a number or of a person's name stands below its cell."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found

_REST = re.compile(r"^(?=.*\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")
_NAME = re.compile(r"^[A-Z][a-z'\u2019-]+(?:\s(?:[A-Z][a-z'\u2019-]+|[JS]r\.?))?$")
# A value stands in the row of its label or in one of so many below.
_ROWS = 3


def carried_on(value: Found, kind: str, cells: Sequence[Sequence[Cell]], row: int) -> Found:
    """Return the value with its rest below its cell: a number that ends with a hyphen, or a person's first name."""
    last = value.tokens[-1]
    rows = cells[row : row + _ROWS]
    at = next((i for i, own in enumerate(rows) if any(last in cell.tokens for cell in own)), None)
    if at is None or row + at + 1 >= len(cells):
        return value
    start = next(cell for cell in rows[at] if last in cell.tokens)
    for cell in cells[row + at + 1]:
        if start.tokens[-1] is not last or not _is_right_below(cell, start):
            continue
        if kind == "number" and last.text.endswith("-") and len(cell.atoms) == 1 and _REST.match(cell.text):
            return Found(value=f"{str(value.value).lstrip('#')}{cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "person" and len(value.tokens) == 1 and _NAME.match(last.text) and _NAME.match(cell.text):
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
    return value


def _is_right_below(cell: Cell, start: Cell) -> bool:
    """True for a cell of the next row that begins where the other does, or has its middle there."""
    aside = min(abs(cell.x0 - start.x0), abs(cell.middle - start.middle))
    return cell.y - start.y < BELOW * start.height and aside < start.height
