"""What a plan is expected to pay: "Expected Medicare payment: 900.00"; nobody paid it yet."""

import re
from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.tokens import Token

_EXPECTED = re.compile(
    r"^(?:estimated|expected|anticipated|pending) (?:insurance|plan|payer|medicare|medicaid)\b", re.IGNORECASE
)


def expected_of_plans(layouts: Sequence[PageLayout]) -> frozenset[Token]:
    """Return the print of cells that say so, and of the amounts behind them."""
    rows = (row for layout in layouts for row in layout.cells)
    cells = (cell for row in rows for i, first in enumerate(row) if _EXPECTED.match(first.text) for cell in row[i:])
    return frozenset(token for cell in cells for token in cell.tokens)
