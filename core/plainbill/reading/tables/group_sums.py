"""Rows that sum up each group of services by whatever words, as for each office of an estimate."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.row_roles import is_named
from plainbill.reading.terms.vocabulary import plain_key

# One row that adds up what stands above it may be a service by chance.
_FEWEST_SUMS, _FEWEST_ADDED = 2, 2
_FEWEST_COLUMNS = 2
_ENDS = frozenset({"total", "subtotal"})


def with_group_sums(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, those that hold words and the sum of the services right above told as subtotals.

    Every row that holds words and a charge alone has to be such a sum, or all stay services. One that adds up
    several columns is a sum by itself, below a single service only where one with its words sums up others too.
    """
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    sums: dict[int, int] = {}
    wide: set[int] = set()
    group: list[TableRow] = []
    ended = 0
    for i, row in enumerate(rows if charge is not None else ()):
        if row.role in _ENDS:
            ended += bool(group)
            group = []
        elif row.role == "service" and charge is not None:
            across = _adds_up_columns(columns, row, group)
            if not across and not _is_bare(columns, row):
                group.append(row)
                continue
            if not across and (not group or _summed(group, charge) != _amount(row.cells[charge])):
                return tuple(rows)
            sums[i] = len(group)
            wide |= {i} if across else set()
            group = []
    told = _told_by_charge(rows, sums.keys() - wide, sums) | _told_by_columns(rows, wide, sums, ended)
    return tuple(replace(row, role="subtotal") if i in told else row for i, row in enumerate(rows))


def _told_by_charge(rows: Sequence[TableRow], sums: Set[int], sizes: Mapping[int, int]) -> Set[int]:
    """The sums of charges alone, none where there are too few of them to be no chance."""
    added = [sizes[i] for i in sums]
    alike = len({plain_key(_words(rows[i])) for i in sums}) == 1
    enough = len(sums) >= _FEWEST_SUMS and (min(added) >= _FEWEST_ADDED or alike and max(added) >= _FEWEST_ADDED)
    return sums if enough else frozenset()


def _told_by_columns(rows: Sequence[TableRow], sums: Set[int], sizes: Mapping[int, int], ended: int) -> Set[int]:
    """The sums over several columns; the only one of a table may sum up the whole paper."""
    several = {plain_key(_words(rows[i])) for i in sums if sizes[i] >= _FEWEST_ADDED}
    told = {i for i in sums if plain_key(_words(rows[i])) in several}
    return told if len(told) + ended >= _FEWEST_SUMS else frozenset()


def _adds_up_columns(columns: Sequence[Column], row: TableRow, group: Sequence[TableRow]) -> bool:
    """True where a row without day and code holds two amounts or more, each the sum of those of the group above."""
    if not group or is_named(columns, row) or plain_key(_words(row)) in {plain_key(_words(each)) for each in group}:
        return False
    held = [i for i, cell in enumerate(row.cells) if any(atom.money is not None for atom in cell)]
    sums = [(_amount(row.cells[i]), _summed(group, i)) for i in held if columns[i].field != "unit_price"]
    return sum(bool(own) for own, _ in sums) >= _FEWEST_COLUMNS and all(own == added for own, added in sums)


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
    alone = len(filled) == len({"charge"} | filled & {"description", "date", "code"})
    return alone and "charge" in filled and not is_named(columns, row)


def _words(row: TableRow) -> str:
    return " ".join(atom.text for atom in row.atoms if atom.kind == "text")


def _summed(rows: Sequence[TableRow], column: int) -> Decimal:
    return sum((_amount(row.cells[column]) for row in rows), Decimal(0))


def _amount(cell: Sequence[Atom]) -> Decimal:
    return next((atom.money for atom in cell if atom.money is not None), Decimal(0))
