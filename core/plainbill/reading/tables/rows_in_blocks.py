"""Services that each take as many rows: one of amounts, and below it as many of words, though none heads the words."""

from collections import Counter
from collections.abc import Sequence

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.terms.wording import is_detail

_FEWEST_SERVICES, _FEWEST_BELOW = 2, 2
_MOSTLY = 0.8


def rows_below_services(table: Table, rows: Sequence[TableRow]) -> dict[int, int]:
    """The service that each row of words below one belongs to, nothing where services do not take as many rows each."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    if table.fields & {"description", "item"} or len(services) < _FEWEST_SERVICES:
        return {}
    if services[0] and rows[services[0] - 1].role == "words":
        return {}
    if any(is_detail(row.text) for i in services for row in rows[i + 1 : i + 2]):
        # "CAS CO 45 142.40" right below each says what it is by itself, and so do the codes below it.
        return {}
    counts = [_words_below(rows, i) for i in services]
    # Below the last one the notes of the paper may begin.
    usual, often = Counter(counts[:-1]).most_common(1)[0]
    if usual < _FEWEST_BELOW or often < _MOSTLY * len(counts[:-1]) or counts[-1] < usual:
        return {}
    return {j: i for i, count in zip(services, counts, strict=True) for j in range(i + 1, i + 1 + min(count, usual))}


def _words_below(rows: Sequence[TableRow], service: int) -> int:
    count = 0
    while service + 1 + count < len(rows) and rows[service + 1 + count].role == "words":
        count += 1
    return count
