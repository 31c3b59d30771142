"""Tables whose head says that they hold sums alone: "TOTALS:  BILLED AMT  ALLOWED AMT ..." over one row of amounts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.atoms import Atom
from plainbill.reading.placing import assign
from plainbill.reading.table import Table, TableRow

# "Total" over "Charges" heads a column of charges.
_TOTALS, _FEWEST_HEADED = re.compile(r"^totals:?$", re.IGNORECASE), 4


def with_sums(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """Return the table, its rows of amounts as sums where its head begins with that word; `atoms` are of each row."""
    headed = [own for own in atoms if own and _TOTALS.match(own[0].text)]
    if not any(sum(token in table.head for atom in own for token in atom.tokens) >= _FEWEST_HEADED for own in headed):
        return table
    rows = tuple(replace(row, role="total") if row.role in {"service", "amounts"} else row for row in table.rows)
    return replace(table, rows=rows or tuple(_amounts_below(table, atoms)))


def _amounts_below(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Iterator[TableRow]:
    """The row right below the head as sums, where it holds nothing but amounts, one in each column."""
    last = max(token.y for token in table.head)
    own = next((row for row in atoms if row and row[0].y > last + row[0].tokens[0].box.height / 2), ())
    if len(own) < _FEWEST_HEADED or any(atom.kind not in {"money", "dash"} for atom in own):
        return
    cells = tuple(tuple(cell) for cell in assign(table.columns, own))
    if all(len(cell) <= 1 for cell in cells):
        yield TableRow(role="total", cells=cells, y=own[0].y, height=own[0].tokens[0].box.height)
