"""The number of a paper right behind what it calls itself: "Estimate EST-20417", or behind no more than "No."."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.sentences import Said
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.rows.tokens import Token

# Statements are numbered for the office alone.
_PAPER = re.compile(r"^(?:estimate|quote|bill|superbill|no\.?|nr\.?|#)$", re.IGNORECASE)
# Letters and digits; digits alone may be a box of a form, a year or a street.
_NUMBER = re.compile(r"^(?=(?:.*\d){4})[A-Z]{1,5}-?\d[\dA-Z-]*$")
_FORM = re.compile(r"^(?:CMS|HCFA|UB|OMB)-?\d", re.IGNORECASE)


def numbers_of_papers(rows: Sequence[Sequence[Cell]], taken: frozenset[Token]) -> Iterator[Said]:
    """Return such numbers, each in a cell of its own above the first amount of a page; none where several differ."""
    found: list[Said] = []
    for cell in _above_amounts(rows):
        if len(cell.atoms) != 2:
            continue
        word, number = cell.atoms
        named = _PAPER.match(word.text) is not None and _FORM.match(number.text) is None
        if named and _NUMBER.match(number.text) and not taken & set(number.tokens):
            found.append(Said(field="invoice", label=word.tokens, value=from_atoms(number.text, [number])))
    if len({each.value.value for each in found}) == 1:
        yield from found


def _above_amounts(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    for row in rows:
        if any(atom.kind == "money" for cell in row for atom in cell.atoms):
            return
        yield from row
