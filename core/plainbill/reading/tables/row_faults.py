"""What in a row cannot be of the column that it stands in."""

import re
from collections.abc import Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom, stands_for_nothing
from plainbill.reading.tables.dittos import is_ditto
from plainbill.reading.terms.codes import parse_revenue_code
from plainbill.reading.terms.dates import days_in

# Print of so few letters in the place of an amount may be dirt.
_SPECK = 2
_GIVEN_BY = re.compile(r"\b(?:by|provider|facility)\b", re.IGNORECASE)
# A day that was misread in one place.
_DAYLIKE = re.compile(r"^\w{1,4}\s?[/.-]\s?\w{1,3}(?:\s?[/.-]\s?\w{2,4})?$")
_NUMBER = re.compile(r"^[-(]?\d[\d,]*(?:\.\d+)?\)?-?$")


def faults_of(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> int:
    """How many columns hold what their kind of value cannot be."""
    return sum(_is_faulty(column, cell) for column, cell in zip(columns, cells, strict=True))


def _is_faulty(column: Column, cell: Sequence[Atom]) -> bool:
    kinds = {atom.kind for atom in cell}
    if not cell or kinds == {"dash"}:
        return False
    if column.field in {"date", "date_to"}:
        text = " ".join(atom.text for atom in cell)
        readable = _NUMBER.match(cell[0].text) or _DAYLIKE.match(text) or days_in(text)
        # "Services provided by" over "Date of services": each has a row of its own.
        shared = _GIVEN_BY.search(" ".join(token.text for token in column.head.tokens))
        named = shared is not None and not any(map(str.isdigit, text))
        return "date" not in kinds and not readable and not named and not is_ditto(cell)
    if column.field == "unknown_amount":
        # Where nobody can name the amounts of a column, running words below it are none either.
        return "money" not in kinds and all(len(atom.text) > _SPECK and atom.text.isalpha() for atom in cell)
    if column.field in AMOUNT_FIELDS:
        if all(stands_for_nothing(atom) for atom in cell):
            return False
        if "money" not in kinds and all(len(atom.text) <= _SPECK and not atom.text.isdigit() for atom in cell):
            # A speck that was read as letters.
            return False
        return (
            "money" not in kinds
            or "text" in kinds
            and any(any(map(str.isalpha, a.text)) and len(a.text) > 3 for a in cell if a.kind == "text")
        )
    if column.field == "code":
        return len(cell) > 4 or all(len(atom.text) > 12 for atom in cell)
    if column.field == "units":
        return not any(any(map(str.isdigit, atom.text)) for atom in cell)
    if column.field == "revenue_code":
        return parse_revenue_code(cell[0].text) is None
    return False
