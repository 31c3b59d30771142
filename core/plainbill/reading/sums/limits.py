"""Rows that say how much of a limit or of a payment plan is left to pay: none of it is a sum of the paper."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.tokens import Token

_LIMIT = re.compile(r"\b(?:deductible|out[- ]of[- ]pocket|moop|benefit maximum|annual maximum)\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:met|used|so far|satisfied|spent|paid|applied)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|remain(?:s|ing)?|to go)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:limits?|max(?:imums?)?|accumulat(?:ors?|ions?|ed))\b", re.IGNORECASE)
# What heads of services and of their sums say.
_OF_SERVICES = re.compile(
    r"\b(?:billed|charges?|charged|amount|allowed|discount|insurance|plan paid|balance|service|code|date|due)\b",
    re.IGNORECASE,
)
# "Deductible met", "2026 deductible", and what is paid off month by month.
_OF_A_YEAR = re.compile(r"\b(?:met|used|so far|satisfied|spent|limit|year|(?:19|20)\d\d)\b", re.IGNORECASE)
_IN_PARTS = re.compile(r"\bpayment plan\b|\binstall?ments?\b", re.IGNORECASE)
_LEFT_TO_PAY = re.compile(r"\bleft to (?:pay|meet|go)\b", re.IGNORECASE)
_FEWEST_CELLS, _FEWEST_AMOUNTS, _NEAR_ABOVE = 2, 2, 3


def amounts_to_limits(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """Return the print of such rows: "Deductible   1,500.00   300.00   1,200.00" below "Limit   Met   Left"."""
    rows = (row for layout in layouts for row in (*_rows(layout.cells), *_left(layout.cells)))
    return frozenset(token for row in rows for cell in row for token in cell.tokens)


def _left(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """Rows that say what is left to pay of what they or the rows right above name."""
    texts = [" ".join(cell.text for cell in row) for row in rows]
    for i, text in enumerate(texts):
        if _LEFT_TO_PAY.search(text) is None:
            continue
        above = texts[max(0, i - _NEAR_ABOVE) : i]
        limited = any(_LIMIT.search(each) and _OF_A_YEAR.search(each) for each in above)
        if limited or _LIMIT.search(text) or any(map(_IN_PARTS.search, (text, *above))):
            yield rows[i]


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
    said = sum(each.search(text) is not None for each in (_MET, _LEFT, _MOST))
    return said >= _FEWEST_CELLS and _OF_SERVICES.search(text) is None
