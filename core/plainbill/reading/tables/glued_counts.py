"""Counts that a reader put before the amount beside them: "179.00" over the columns of "1" and "79.00"."""

import re
import statistics
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.cut_tokens import cut_token
from plainbill.reading.terms.money import parse_money

_COUNT, _DOLLARS = re.compile(r"^\d{1,3}$"), re.compile(r"^\d{2,6}\.\d{2}$")
_FEWEST = 2
# A letter whose middle stands so much of its width behind the column of counts is one of the amount.
_BEHIND = 0.3
# Letters with the room of a blank among them are wider than others by this factor.
_ROOM = 1.06


def with_counts_apart(table: Table) -> Table:
    """The table with counts parted from amounts whose print begins in the column of counts, where the row has no other.

    The places of the other rows decide, and never what the amounts come to.
    """
    at = next((i for i, column in enumerate(table.columns[:-1]) if column.field == "units"), None)
    if at is None or table.columns[at + 1].field not in AMOUNT_FIELDS:
        return table
    services = [row for row in table.rows if row.role == "service"]
    counts = [row.cells[at][0] for row in services if len(row.cells[at]) == 1 and _COUNT.match(row.cells[at][0].text)]
    amounts = [row.cells[at + 1][0] for row in services if row.cells[at] and row.cells[at + 1]]
    if len(counts) < _FEWEST or not amounts:
        return table
    edge = max(count.x1 for count in counts)
    if min(amount.x0 for amount in amounts) <= edge:
        return table
    letter = statistics.median((amount.x1 - amount.x0) / len(amount.text) for amount in amounts)
    return replace(table, rows=tuple(_parted(row, at, edge, letter) for row in table.rows))


def _parted(row: TableRow, at: int, edge: float, letter: float) -> TableRow:
    """The row with its count apart; `letter` is how wide those of the column's other amounts are."""
    cell = row.cells[at + 1]
    if row.role != "service" or row.cells[at] or len(cell) != 1 or len(cell[0].tokens) != 1:
        return row
    token = cell[0].tokens[0]
    if not _DOLLARS.match(token.text):
        return row
    width = token.box.width / len(token.text)
    if width < _ROOM * letter:
        # No blank hides in it: a longer amount may reach as far.
        return row
    size = sum(cell[0].x0 + (i + 0.5) * width < edge + _BEHIND * width for i in range(len(token.text)))
    money = parse_money(token.text[size:]) if size else None
    if money is None or (token.text[size] == "0" and token.text[size + 1] != "."):
        return row
    count, amount = cut_token(token, size)
    counted = replace(cell[0], kind="text", tokens=(count,), text=count.text, money=None)
    left = replace(cell[0], tokens=(amount,), text=amount.text, money=money)
    cells: tuple[tuple[Atom, ...], ...] = (*row.cells[:at], (counted,), (left,), *row.cells[at + 2 :])
    return replace(row, cells=cells)
