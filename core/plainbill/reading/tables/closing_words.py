"""Words of sums right below the last service, whose amounts a photo shows beyond the table."""

from collections.abc import Sequence

from plainbill.reading.columns.table import TableRow
from plainbill.reading.terms.wording import is_total, summary_field

_FEWEST_SUMS = 2


def closing_words(rows: Sequence[TableRow]) -> int:
    """Return from where on rows of words name sums below the last service, whose amounts stand beyond the table.

    One such row may be the rest of what was done.
    """
    last = max((i for i, row in enumerate(rows) if row.role == "service"), default=len(rows))
    named = [i for i in range(last + 1, len(rows)) if rows[i].role == "words" and _names_a_sum(rows[i].text)]
    return named[0] if len(named) >= _FEWEST_SUMS and named[0] == last + 1 else len(rows)


def _names_a_sum(text: str) -> bool:
    return is_total(text) or summary_field(text) is not None
