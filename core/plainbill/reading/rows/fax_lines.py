"""The line that a fax machine prints at the edge of a page: when it was sent, from and to whom, and its page."""

import re
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_SENT = re.compile(r"\b(?:from|to|fax|fm|tx|rx)\b", re.IGNORECASE)
_PAGE = re.compile(r"\bp(?:age|g)?[. :]*\d{1,3}\s?(?:/|of)\s?\d{1,3}\b", re.IGNORECASE)
# A machine counts its pages in figures of one length, "P.01/01", and says so without the hour where that was cut off.
_COUNTED = re.compile(r"\bp(?:age|g)?[. :]*0\d{1,2}\s?/\s?\d{2,3}$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|to|fax|fm):", re.IGNORECASE)
_AT_AN_EDGE = 2


def without_fax_lines(rows: Sequence[Sequence[Atom]]) -> list[Sequence[Atom]]:
    """Return the rows, those of fax machines empty: whoever sent the page on is nobody of the paper."""
    last = len(rows) - _AT_AN_EDGE
    return [() if (i < _AT_AN_EDGE or i >= last) and _is_of_a_machine(row) else row for i, row in enumerate(rows)]


def _is_of_a_machine(row: Sequence[Atom]) -> bool:
    text = " ".join(atom.text for atom in row)
    known = (_CLOCK, _SENT, _PAGE), (_FROM, _COUNTED)
    return any(all(sign.search(text) is not None for sign in signs) for signs in known)
