"""Rows that begin as the services around them do and print no amount: glare or a cut took what they cost."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from plainbill.reading.columns.table import Table
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.tokens import Token

# Beside its number or code such a row says at least one more thing.
_FEWEST_CELLS, _FEWEST_SERVICES = 2, 3
# Where rows begin in line, in heights of print; how far below the last service the next one may stand, in their steps.
_ALIGNED, _NEXT = 1.0, 1.4
_LEADS = ("item", "code", "revenue_code")
_FIGURE = re.compile(r"\d")


def has_rows_without_amounts(layouts: Sequence[PageLayout], taken: Collection[Token]) -> bool:
    """Return whether among or right below the services of a table such a row stands, of which nothing was `taken`."""
    return any(
        _lacks_its_amount(row, table, taken) for layout in layouts for table in layout.tables for row in layout.cells
    )


def _lacks_its_amount(row: Sequence[Cell], table: Table, taken: Collection[Token]) -> bool:
    services = [each for each in table.rows if each.role == "service" and each.atoms]
    if len(services) < _FEWEST_SERVICES or len(row) < _FEWEST_CELLS:
        return False
    atoms = [atom for cell in row for atom in cell.atoms]
    tokens = [token for atom in atoms for token in atom.tokens]
    # Of what a file itself says nothing is lost to glare.
    if any(atom.money is not None for atom in atoms) or any(token in taken or token.from_text for token in tokens):
        return False
    last = services[-1]
    step = max(other.y - one.y for one, other in pairwise(services))
    led = _leading(table)
    if led is None or not services[0].y < atoms[0].y < last.y + _NEXT * step:
        return False
    near = min(led, key=lambda own: abs(own.y - atoms[0].y))
    in_line = abs(atoms[0].x0 - near.x0) < _ALIGNED * last.height
    return in_line and all(_shape(atoms[0]) == _shape(own) for own in led)


def _leading(table: Table) -> list[Atom] | None:
    """What every service of the table begins with, None where any lacks it or it holds no figure."""
    column = min((c for c in table.columns if c.right > c.left), key=lambda column: column.left, default=None)
    if column is None or column.field not in _LEADS:
        return None
    cells = [column.cell(row.atoms) for row in table.rows if row.role == "service"]
    led = [cell[0] for cell in cells if cell and _FIGURE.search(cell[0].text)]
    return led if len(led) == len(cells) else None


def _shape(atom: Atom) -> str:
    return _FIGURE.sub("0", atom.text)
