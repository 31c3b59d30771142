"""The row of a bill that says how long parts of its balance have been owed: 0-30, 31-60, over 90 days."""

import re
from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.tokens import Token

_AGE = re.compile(r"^(?:over )?\d{1,3}(?: ?- ?\d{1,3})?\+?(?: days?)?$", re.IGNORECASE)
_FEWEST_AGES, _MONTH = 2, 30


def sums_of_ages(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """Return the print below or beside the "Total" of such a row: no total of the paper."""
    labels = [label for layout in layouts for label in layout.labels if label.field == "generic_total"]
    rows = (row for layout in layouts for row in layout.cells)
    ages = [row for row in rows if sum(_is_age(cell.text) for cell in row) >= _FEWEST_AGES]
    heads = {token for row in ages for cell in row for token in cell.tokens}
    return frozenset(token for label in labels if label.label[0] in heads for token in label.value.tokens)


def _is_age(text: str) -> bool:
    """True for "31-60", "Over 90 days", "120"; other bare numbers count pages or items."""
    months = not text.isdigit() or int(text) >= _MONTH and int(text) % _MONTH <= 1
    return months and _AGE.match(text) is not None
