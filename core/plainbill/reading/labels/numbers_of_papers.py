"""The number of a paper right behind what it calls itself: "Estimate EST-20417", or behind no more than "No."."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.sentences import Said
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.rows.tokens import Token

# Statements are numbered for the office alone.
_PAPER = re.compile(
    r"^(?:(?:(?:your|our|this) )?"
    r"(?:(?:good faith|price|cost|treatment|visit|patient|hospital|clinic|lab|dental|medical) )?"
    r"(?:estimate|quote|bill|superbill)|(?:our |your )?(?:customer|order)|no\.?|nr\.?|#)$",
    re.IGNORECASE,
)
_MOST_WORDS, _WORD_AND_NUMBER = 4, 2
# Letters and digits; digits alone may be a box of a form, a year or a street.
_NUMBER = re.compile(r"^(?=(?:.*\d){4})[A-Z]{1,5}-?\d[\dA-Z-]*$")
_FORM = re.compile(r"^(?:CMS|HCFA|UB|OMB)-?\d", re.IGNORECASE)


def numbers_of_papers(rows: Sequence[Sequence[Cell]], taken: frozenset[Token]) -> Iterator[Said]:
    """Return such numbers, each in a cell of its own above the first amount of a page; none where several differ."""
    found: list[Said] = []
    days: list[Said] = []
    for cell in _above_amounts(rows):
        # A day may stand behind the number.
        dated = len(cell.atoms) > _WORD_AND_NUMBER and cell.atoms[-1].kind == "date"
        *words, number = cell.atoms[:-1] if dated else cell.atoms
        text = number.text.lstrip("#")
        named = 0 < len(words) <= _MOST_WORDS and _PAPER.match(" ".join(atom.text for atom in words)) is not None
        if named and _NUMBER.match(text) and not _FORM.match(text) and not taken & set(number.tokens):
            label = tuple(token for atom in words for token in atom.tokens)
            found.append(Said(field="invoice", label=label, value=from_atoms(text, [number])))
            if dated and not taken & set(cell.atoms[-1].tokens):
                days.append(
                    Said(field="document_date", label=label, value=from_atoms(cell.atoms[-1].date, cell.atoms[-1:]))
                )
    if len({each.value.value for each in found}) == 1:
        yield from (*found, *days)


def _above_amounts(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    for row in rows:
        if any(atom.kind == "money" for cell in row for atom in cell.atoms):
            return
        yield from row
