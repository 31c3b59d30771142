"""Rows that sum up each group of services by whatever words, as for each office of an estimate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.row_roles import is_coded
from plainbill.reading.terms.vocabulary import plain_key

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


def with_sums_of_each_table(tables: Sequence[Table]) -> list[Table]:
    """The tables, a row told as the sum of its own where rows with its words sum up others too.

    Below a single service such a row may be taken for a second one that costs the same.
    """
    sums = [[*_sums_in(table)] for table in tables]
    sizes: dict[str, list[int]] = {}
    for own in sums:
        for words, _, size in own:
            sizes.setdefault(words, []).append(size)
    told = {words for words, added in sizes.items() if len(added) >= _FEWEST_SUMS and max(added) >= _FEWEST_ADDED}
    return [
        replace(
            table,
            rows=tuple(
                replace(row, role="subtotal") if row.role == "service" and i in {at for _, at, _ in own} else row
                for i, row in enumerate(table.rows)
            ),
        )
        if (own := [entry for entry in found if entry[0] in told])
        else table
        for table, found in zip(tables, sums, strict=True)
    ]


def _sums_in(table: Table) -> Iterator[tuple[str, int, int]]:
    """The words of each row that holds the sum of all services above it, its place, and how many these are."""
    charge = next((i for i, column in enumerate(table.columns) if column.field == "charge"), None)
    above: list[Decimal] = []
    for i, row in enumerate(table.rows if charge is not None else ()):
        own = _amount(row.cells[charge]) if charge is not None else Decimal(0)
        bare = row.role in _ENDS or row.role == "service" and _is_bare(table.columns, row)
        if bare and above and own == sum(above) and (words := plain_key(_words(row))):
            yield words, i, len(above)
        elif row.role == "service":
            above.append(own)


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
