"""Rows below heads that say how much of a limit was met and how much is left: none of it is a sum of the paper."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token

_LIMIT = re.compile(r"\b(?:deductible|out[- ]of[- ]pocket|moop|benefit maximum|annual maximum)\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:met|used|so far|satisfied|spent|paid|applied)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|remain(?:s|ing)?|to go)\b", re.IGNORECASE)
# What heads of services and of their sums say.
_OF_SERVICES = re.compile(
    r"\b(?:billed|charges?|charged|amount|allowed|discount|insurance|plan paid|balance|service|code|date|due)\b",
    re.IGNORECASE,
)
_FEWEST_CELLS, _FEWEST_AMOUNTS = 2, 2


def amounts_to_limits(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """Return the print of such rows: "Deductible   1,500.00   300.00   1,200.00" below "Limit   Met   Left"."""
    return frozenset(
        token for layout in layouts for row in _rows(layout.cells) for cell in row for token in cell.tokens
    )


def _rows(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    head = ""
    for row in rows:
        text = " ".join(cell.text for cell in row)
        amounts = sum(atom.money is not None for cell in row for atom in cell.atoms)
        if not amounts:
            head = text if len(row) >= _FEWEST_CELLS and _heads_limits(text) else ""
        elif head and amounts >= _FEWEST_AMOUNTS and _LIMIT.search(f"{head} {text}"):
            yield row
        else:
            head = ""


def _heads_limits(text: str) -> bool:
    said = _MET.search(text) is not None and _LEFT.search(text) is not None
    return said and _OF_SERVICES.search(text) is None
