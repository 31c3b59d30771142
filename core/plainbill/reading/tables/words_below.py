"""Rows of words below every service of a table, and how many of them are its own."""

from collections.abc import Sequence
from itertools import takewhile

from plainbill.reading.columns.table import TableRow
from plainbill.reading.terms.codes import is_remark_code


def fewest_below(rows: Sequence[TableRow]) -> int:
    """Return how many rows of words stand below every service, those behind the first up to the code of a remark."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    return 1 + min(sum(1 for _ in takewhile(_says_no_remark, rows[i + 2 :])) for i in services)


def _says_no_remark(row: TableRow) -> bool:
    return row.role == "words" and not any(is_remark_code(atom.text) for atom in row.atoms)


def service_above(rows: Sequence[TableRow], i: int, reach: int) -> int | None:
    """Return the service so many rows above at most with only words between; None for a row of anything else."""
    above = [j for j in range(i - 1, max(-1, i - 1 - reach), -1) if rows[j].role != "words"]
    return above[0] if rows[i].role == "words" and above and rows[above[0]].role == "service" else None
