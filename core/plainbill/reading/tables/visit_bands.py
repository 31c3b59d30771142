"""Rows that open the services of each visit with its day among other words: "MRI  Jan 14, 2026  Provider: Dr. Lee"."""

from collections.abc import Sequence

from plainbill.reading.columns.table import TableRow

_FEWEST_VISITS = 2
_CLOSES = frozenset({"total", "subtotal"})


def visit_bands(rows: Sequence[TableRow]) -> frozenset[float]:
    """Return where such rows stand: every run of services between sums begins right below one, and none is elsewhere.

    Of a single visit, or where words with a day stand among services, nothing says that the day is that of the care.
    """
    opened: list[float] = []
    begun = False
    for row, below in zip(rows, [*rows, None][1:], strict=True):
        if row.role in _CLOSES:
            begun = False
        elif _has_one_day(row):
            if begun or below is None or below.role != "service":
                return frozenset()
            opened.append(row.y)
            begun = True
        elif row.role == "service" and not begun:
            return frozenset()
    closed = sum(row.role in _CLOSES for row in rows)
    return frozenset(opened) if _FEWEST_VISITS <= len(opened) <= closed else frozenset()


def _has_one_day(row: TableRow) -> bool:
    days = [atom for atom in row.atoms if atom.date is not None]
    return row.role == "words" and len(days) == 1 and len(row.atoms) > 1
