"""Rows that sum up each group of services by whatever words, as for each office of an estimate."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.atoms import Atom
from plainbill.reading.column import Column
from plainbill.reading.row_roles import is_coded
from plainbill.reading.table import TableRow
from plainbill.reading.vocabulary import plain_key

# One row that adds up what stands above it may be a service by chance.
_FEWEST_SUMS, _FEWEST_ADDED = 2, 2
# The words of a sum may run on into the columns beside theirs.
_OF_A_SUM = frozenset({"charge", "description", "date", "code"})
_ENDS = frozenset({"total", "subtotal"})


def with_group_sums(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, those that hold words and the sum of the services right above told as subtotals.

    Every row that holds words and a charge alone has to be such a sum, or all stay services.
    """
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    sums: list[int] = []
    sizes: list[int] = []
    group: list[Decimal] = []
    for i, row in enumerate(rows if charge is not None else ()):
        if row.role in _ENDS:
            group = []
        elif row.role == "service" and charge is not None:
            own = _amount(row.cells[charge])
            if not _is_bare(columns, row):
                group.append(own)
                continue
            if not group or sum(group) != own:
                return tuple(rows)
            sums.append(i)
            sizes.append(len(group))
            group = []
    alike = len({plain_key(_words(rows[i])) for i in sums}) == 1
    enough = len(sums) >= _FEWEST_SUMS and (min(sizes) >= _FEWEST_ADDED or alike and max(sizes) >= _FEWEST_ADDED)
    return tuple(replace(row, role="subtotal") if enough and i in sums else row for i, row in enumerate(rows))


def _is_bare(columns: Sequence[Column], row: TableRow) -> bool:
    """True for words and a charge alone, with neither a day nor a code."""
    filled = {column.field for column, cell in zip(columns, row.cells, strict=True) if cell}
    named = is_coded(columns, row.cells) or any(atom.date is not None for atom in row.atoms)
    return (
        len(filled) == len({"charge"} | filled & {"description", "date", "code"}) and "charge" in filled and not named
    )


def _words(row: TableRow) -> str:
    return " ".join(atom.text for atom in row.atoms if atom.kind == "text")


def _amount(cell: Sequence[Atom]) -> Decimal:
    return next((atom.money for atom in cell if atom.money is not None), Decimal(0))
