"""Tables whose head says that they hold sums alone: "TOTALS:  BILLED AMT  ALLOWED AMT ..." over one row of amounts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.atoms import Atom
from plainbill.reading.table import Table

# "Total" over "Charges" heads a column of charges.
_TOTALS, _FEWEST_HEADED = re.compile(r"^totals:?$", re.IGNORECASE), 4


def with_sums(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """Return the table, its rows of amounts as sums where its head begins with that word; `atoms` are of each row."""
    headed = [own for own in atoms if own and _TOTALS.match(own[0].text)]
    if not any(sum(token in table.head for atom in own for token in atom.tokens) >= _FEWEST_HEADED for own in headed):
        return table
    rows = (replace(row, role="total") if row.role in {"service", "amounts"} else row for row in table.rows)
    return replace(table, rows=tuple(rows))
