"""Rows below the services of a claim form: the boxes of its foot, whose digits are neither codes nor charges."""

import re
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow

# "25. FEDERAL TAX I.D.   26. PATIENT'S ACCOUNT NO.   27. ACCEPT ASSIGNMENT?   28. TOTAL CHARGE   29. AMOUNT PAID".
_NUMBER = re.compile(r"^(2[5-9])(?P<point>\.)?(?(point)|$)")
_FEWEST, _FEWEST_POINTED = 3, 2


def without_boxes_below(table: Table) -> Table:
    """Return the table without services on and below a row that prints the numbers of a form's last boxes."""
    first = next((i for i, row in enumerate(table.rows) if _is_of_boxes(row)), len(table.rows))
    below = (replace(row, role="words") if row.role == "service" else row for row in table.rows[first:])
    return replace(table, rows=(*table.rows[:first], *below)) if first < len(table.rows) else table


def _is_of_boxes(row: TableRow) -> bool:
    numbers = {match[1]: match["point"] for atom in row.atoms if (match := _NUMBER.match(atom.text)) is not None}
    return len(numbers) >= _FEWEST and sum(point is not None for point in numbers.values()) >= _FEWEST_POINTED
