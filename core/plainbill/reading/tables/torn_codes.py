"""Codes that a reader tore: "D91 10" in a column of whole ones, where no printed blank is as narrow."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import parse_code

# In heights of print; a blank is wider.
_NO_BLANK = 0.22
_PIECE, _WHOLE = re.compile(r"^(?:[A-V]?\d{1,4}|[A-V])$"), re.compile(r"^(?:\d{5}|[A-V]\d{4})$")
_FEWEST = 3


def with_torn_codes(columns: Sequence[Column], rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The rows, two pieces that alone stand in the column of codes read as the code that they make together."""
    found = [*rows]
    for column in (column for column in columns if column.field == "code"):
        cells = [*map(column.cell, found)]
        if sum(len(cell) == 1 and parse_code(cell[0].text) is not None for cell in cells) < _FEWEST:
            continue
        for i, cell in enumerate(cells):
            if _is_torn(cell):
                first, last = cell
                code = replace(first, kind="text", tokens=(*first.tokens, *last.tokens), text=first.text + last.text)
                found[i] = tuple(code if atom is first else atom for atom in found[i] if atom is not last)
    return found


def _is_torn(cell: Sequence[Atom]) -> bool:
    if len(cell) != 2 or not all(atom.kind == "text" and _PIECE.match(atom.text) for atom in cell):
        return False
    near = cell[1].x0 - cell[0].x1 < _NO_BLANK * cell[0].tokens[-1].box.height
    return near and _WHOLE.match(cell[0].text + cell[1].text) is not None
