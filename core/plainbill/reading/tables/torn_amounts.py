"""Amounts of which a reader lost the point, in columns where every other one has it: "7,999 10" among "7,369.10"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.cents import as_one_amount

_DOLLARS, _CENTS = re.compile(r"^\$?\d{1,3}(?:[,.]\d{3})*$"), re.compile(r"^\d{2}$")
_WHOLE = re.compile(r"\.\d{2}\b")
# No wider than a point, in heights of print; a blank between two values is.
_A_POINT = 0.4
_FEWEST = 3


def with_torn_amounts(columns: Sequence[Column], rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """The rows, dollars and cents that alone stand in a column of amounts read as the one amount they are."""
    found = [*rows]
    for column in columns:
        if column.field not in AMOUNT_FIELDS:
            continue
        cells = [tuple(atom for atom in own if column.left <= atom.middle < column.right) for own in found]
        whole = sum(len(cell) == 1 and cell[0].money is not None and _has_point(cell[0]) for cell in cells)
        torn = [i for i, cell in enumerate(cells) if _is_torn(cell)]
        if whole < max(_FEWEST, len(torn)):
            continue
        for i in torn:
            dollars, cents = cells[i]
            amount = replace(
                as_one_amount(replace(dollars, text=dollars.text.replace(".", "")), cents),
                text=f"{dollars.text} {cents.text}",
            )
            found[i] = tuple(amount if atom is dollars else atom for atom in found[i] if atom is not cents)
    return found


def _has_point(atom: Atom) -> bool:
    return _WHOLE.search(atom.text) is not None


def _is_torn(cell: Sequence[Atom]) -> bool:
    if len(cell) != 2 or not _DOLLARS.match(cell[0].text) or not _CENTS.match(cell[1].text):
        return False
    return cell[1].x0 - cell[0].x1 < _A_POINT * cell[0].tokens[-1].box.height
