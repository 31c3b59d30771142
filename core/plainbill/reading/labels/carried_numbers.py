"""Numbers that break over two rows: what follows their hyphen stands below the beginning of their cell."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found

_REST = re.compile(r"^(?=.*\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")


def carried_on(value: Found, cells: Sequence[Sequence[Cell]], row: int) -> Found:
    """Return the number with its rest, where it ends with a hyphen and goes on below the beginning of its cell."""
    last = value.tokens[-1]
    start = next((cell for cell in cells[row] if last in cell.tokens), None)
    if start is None or not last.text.endswith("-") or start.tokens[-1] is not last or row + 1 >= len(cells):
        return value
    for cell in cells[row + 1]:
        near = cell.y - start.y < BELOW * start.height and abs(cell.x0 - start.x0) < start.height
        if near and len(cell.atoms) == 1 and _REST.match(cell.text):
            return Found(value=f"{last.text.lstrip('#')}{cell.text}", tokens=(*value.tokens, *cell.tokens))
    return value
