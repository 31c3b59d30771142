"""Tables whose head says that they hold sums alone: "TOTALS:  BILLED AMT  ALLOWED AMT ..." over one row of amounts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.wording import is_total

# A title stands at most so many heights above its head.
_NEAR = 3.2
# "Total" over "Charges" heads a column of charges.
_TOTALS, _FEWEST_HEADED = re.compile(r"^totals:?$", re.IGNORECASE), 4


def with_sums(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table:
    """Return the table, its rows of amounts as sums where its head begins with that word; `atoms` are of each row."""
    if (closed := _below_a_title(table, atoms)) is not None:
        return closed
    headed = [own for own in atoms if own and _TOTALS.match(own[0].text)]
    if not any(sum(token in table.head for atom in own for token in atom.tokens) >= _FEWEST_HEADED for own in headed):
        return table
    rows = tuple(replace(row, role="total") if row.role in {"service", "amounts"} else row for row in table.rows)
    return replace(table, rows=rows or tuple(_amounts_below(table, atoms)))


def has_a_title(table: Table) -> bool:
    """True for a table of sums below a title, whose words stand behind its columns of amounts."""
    last = table.columns[-1]
    return bool(table.head) and len(table.rows) == 1 and last.field == "description" and not last.head.tokens


def _below_a_title(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """The table with the row below its head as its sum, where the row above the head says so: "Grand total".

    Nothing but heads of amounts stand over it, and the row has an amount below each.
    """
    named = {column.field for column in table.columns}
    if table.rows or not table.head or len(table.columns) < _FEWEST_HEADED or not named <= AMOUNT_FIELDS:
        return None
    title = _title(table, atoms)
    own = _row_below(table, atoms)
    sums = tuple(atom for atom in own if atom.kind in {"money", "dash"})
    words = tuple(atom for atom in own if atom not in sums)
    if not title or any(atom.kind != "text" for atom in words):
        return None
    cells = assign(table.columns, sums)
    if not all(len(cell) == 1 for cell in cells) or len(sums) != len(cells):
        return None
    row = TableRow(
        role="total", cells=(*map(tuple, cells), (*title, *words)), y=own[0].y, height=own[0].tokens[0].box.height
    )
    return replace(table, columns=(*table.columns, placeless("description")), rows=(row,))


def _title(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> tuple[Atom, ...]:
    """The row right above the head, or the first of its own, where it says in words alone that sums follow."""
    height = table.head[0].box.height
    top, bottom = min(token.y for token in table.head), max(token.y for token in table.head)
    above = next((own for own in reversed(atoms) if own and max(atom.y for atom in own) < top - height / 2), ())
    first = next((own for own in atoms if own and own[0].tokens[0] in table.head), ())
    for own, near in (
        (above, bool(above) and top - above[-1].y < _NEAR * height),
        (first, bool(first) and bottom - first[0].y > height / 2),
    ):
        if near and all(atom.kind == "text" for atom in own) and is_total(" ".join(atom.text for atom in own)):
            return own
    return ()


def _row_below(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> tuple[Atom, ...]:
    last = max(token.y for token in table.head)
    return next((row for row in atoms if row and row[0].y > last + row[0].tokens[0].box.height / 2), ())


def _amounts_below(table: Table, atoms: Sequence[tuple[Atom, ...]]) -> Iterator[TableRow]:
    """The row right below the head as sums, where it holds nothing but amounts, one in each column."""
    own = _row_below(table, atoms)
    if len(own) < _FEWEST_HEADED or any(atom.kind not in {"money", "dash"} for atom in own):
        return
    cells = tuple(tuple(cell) for cell in assign(table.columns, own))
    if all(len(cell) <= 1 for cell in cells):
        yield TableRow(role="total", cells=cells, y=own[0].y, height=own[0].tokens[0].box.height)
