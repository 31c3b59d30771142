"""Numbers of a charge list in the column of codes, where a service has no code: "6727993" is no 67279-93."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_CODE, _BESIDE = "code", ("item", "description")
_FEWEST, _SHORTEST = 2, 6


def with_item_numbers_apart(table: Table) -> Table:
    """Return the table, such numbers beside the codes: they are as long as those that stand there on other rows.

    Where their head was not read they stand before the words.
    """
    fields = [column.field for column in table.columns]
    places = [fields.index(name) for name in _BESIDE if fields.count(name) == 1]
    if fields.count(_CODE) != 1 or not places:
        return table
    code, beside = fields.index(_CODE), places[0]
    services = [row for row in table.rows if row.role == "service"]
    lengths = Counter(len(number) for row in services if (number := _number(row.cells[beside])) is not None)
    usual, often = lengths.most_common(1)[0] if lengths else (0, 0)
    if often < _FEWEST or usual < _SHORTEST:
        return table
    rows = tuple(_moved(row, code, beside, usual) if row.role == "service" else row for row in table.rows)
    return replace(table, rows=rows) if rows != table.rows else table


def _moved(row: TableRow, code: int, beside: int, length: int) -> TableRow:
    """The row, a number of that length in the place of its code before what stands beside, which has none."""
    own = row.cells[code]
    number = _number(own)
    if len(own) != 1 or number is None or len(number) != length or _number(row.cells[beside]) is not None:
        return row
    cells = list(row.cells)
    cells[code], cells[beside] = (), (*own, *row.cells[beside])
    return replace(row, cells=tuple(cells))


def _number(cell: Sequence[Atom]) -> str | None:
    """The number that begins a cell."""
    return cell[0].text if cell and cell[0].text.isdigit() else None
