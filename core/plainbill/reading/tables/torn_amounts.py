"""Amounts that a reader tore: "7,999 10", "7,369.1 0" and "21 4.00" in a column of whole ones."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.reasons import is_reason_row
from plainbill.reading.tables.cents import as_one_amount

_DOLLARS, _CENTS = re.compile(r"^\$?\d{1,3}(?:[,.]\d{3})*$"), re.compile(r"^\d{2}$")
_ONE_CENT, _LAST_CENT = re.compile(r"^\$?\d{1,3}(?:,\d{3})*\.\d$"), re.compile(r"^\d$")
# What stands left of the blank is no count of what stands right of it where three digits at most make one amount.
_FIRST_DIGITS, _LAST_DIGITS = re.compile(r"^\$?[1-9]\d?$"), re.compile(r"^\d{1,2}\.\d{2}$")
_MOST_DIGITS = 3
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
        cells = [*map(column.cell, found)]
        whole = sum(len(cell) == 1 and cell[0].money is not None and _has_point(cell[0]) for cell in cells)
        # In "PR 2 5.94" the first number is the reason.
        torn = [i for i, cell in enumerate(cells) if _is_torn(cell) and not is_reason_row(found[i])]
        if whole < max(_FEWEST, len(torn)):
            continue
        for i in torn:
            first, last = cells[i]
            amount = _as_one(first, last)
            found[i] = tuple(amount if atom is first else atom for atom in found[i] if atom is not last)
    return found


def _has_point(atom: Atom) -> bool:
    return _WHOLE.search(atom.text) is not None


def _as_one(first: Atom, last: Atom) -> Atom:
    if _LAST_DIGITS.match(last.text):
        more, _, cents = last.text.partition(".")
        bare = replace(first, text=first.text + more)
        return replace(as_one_amount(bare, replace(last, text=cents)), text=f"{first.text} {last.text}")
    dollars, _, cent = first.text.partition(".") if _ONE_CENT.match(first.text) else (first.text, "", "")
    bare = replace(first, text=dollars.replace(".", ""))
    return replace(as_one_amount(bare, replace(last, text=cent + last.text)), text=f"{first.text} {last.text}")


def _is_torn(cell: Sequence[Atom]) -> bool:
    if len(cell) != 2 or cell[1].x0 - cell[0].x1 >= _A_POINT * cell[0].tokens[-1].box.height:
        return False
    if _FIRST_DIGITS.match(cell[0].text) and _LAST_DIGITS.match(cell[1].text):
        return len(cell[0].text.lstrip("$") + cell[1].text.partition(".")[0]) <= _MOST_DIGITS
    ways = ((_DOLLARS, _CENTS), (_ONE_CENT, _LAST_CENT))
    return any(one.match(cell[0].text) and other.match(cell[1].text) for one, other in ways)
