"""Departments as tiles: names side by side, each with its sum right below, as a summary of a hospital stay prints."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom, Cell, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.gutters import gutters_of
from plainbill.reading.terms.wording import is_department, is_total

_FEWEST_TILES, _FEWEST_BESIDE = 4, 2
_MOSTLY = 0.5
_ALIGNED, _NEXT_ROW = 1.0, 2.5
# Tiles of one row are told apart by where they stand, from left to right.
_STEP = 0.001


def department_tiles(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the tiles as services, None where few name departments or no amount of the page is their sum."""
    cells = [cells_of(own, gutter) for own, gutter in zip(atoms, gutters_of(rows), strict=True)]
    tiles = [tile for i, (above, below) in enumerate(pairwise(cells)) for tile in _tiles(rows[i], above, below)]
    named = sum(is_department(name.text) for _, name, _ in tiles)
    if len(tiles) < _FEWEST_TILES or named < _MOSTLY * len(tiles):
        return None
    total = sum((amount.money or Decimal(0) for _, _, amount in tiles), Decimal(0))
    if not any(atom.money == total for own in atoms for atom in own):
        return None
    columns = (placeless("description"), placeless("charge"))
    listed = tuple(
        TableRow(role="service", y=row.y + _STEP * i, height=row.height, cells=(tuple(name.atoms), (amount,)))
        for i, (row, name, amount) in enumerate(tiles)
    )
    return Table(columns=columns, rows=listed, head=())


def _tiles(row: Row, above: Sequence[Cell], below: Sequence[Cell]) -> Iterator[tuple[Row, Cell, Atom]]:
    """The names of a row with the amounts that stand right below them; nothing where one has none or is a sum's."""
    amounts = [cell.atoms[0] for cell in below if len(cell.atoms) == 1 and cell.atoms[0].money is not None]
    if len(above) < _FEWEST_BESIDE or not len(above) == len(below) == len(amounts):
        return
    near = amounts[0].tokens[0].y - row.y < _NEXT_ROW * row.height
    for name, amount in zip(above, amounts, strict=True):
        words = all(atom.kind == "text" for atom in name.atoms) and not is_total(name.text)
        if not near or not words or abs(name.x0 - amount.x0) > _ALIGNED * row.height:
            return
    for name, amount in zip(above, amounts, strict=True):
        yield row, name, amount
