"""Sums whose row prints a caption before each amount: "BILLED 633.00  ALLOWED 304.10", wherever these stand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.labeled_amounts import amount_of_one

# One known caption among others may be of anything.
_FEWEST_KNOWN = 2
_LONGEST_CAPTION = 4
_SUMS, _FEWEST_SUMMED = frozenset({"total", "subtotal", "summary"}), 2


def with_captioned_sums(table: Table) -> Table:
    """Return the table, amounts of such rows in the columns that their captions name and in no other ones."""
    rows = tuple(_row(table, row) if row.role in {"total", "subtotal"} else row for row in table.rows)
    rows = tuple(_without_caption_amid(table, row) if row.role in _SUMS else row for row in rows)
    return replace(table, rows=rows) if rows != table.rows else table


def _row(table: Table, row: TableRow) -> TableRow:
    captions = _captions(row)
    names = [name for _, name in captions if name is not None]
    if len(names) < _FEWEST_KNOWN or len(set(names)) < len(names):
        return row
    named: Mapping[str, Atom] = {name: amount for amount, name in captions if name is not None}
    words = [tuple(atom for atom in cell if atom.money is None) for cell in row.cells]
    cells = tuple(
        (*own, named[column.field]) if column.field in named else own
        for column, own in zip(table.columns, words, strict=True)
    )
    return replace(row, cells=cells)


def _without_caption_amid(table: Table, row: TableRow) -> TableRow:
    """The row as a sum where its columns add up all services but one amount, which words right before it name.

    "CLAIM  1,418.00  429.60  PT RESP 50.62  378.98": what the patient owes stands where reasons and their amounts do.
    """
    services = [each for each in table.rows if each.role == "service"]
    filled = [i for i, cell in enumerate(row.cells) if any(atom.money is not None for atom in cell)]
    summed = [
        i for i in filled if (whole := _amount(row.cells[i])) and whole == sum(_amount(s.cells[i]) for s in services)
    ]
    others = [i for i in filled if i not in summed]
    if len(summed) < _FEWEST_SUMMED or len(others) != 1 or others[0] < summed[0] or len(services) < _FEWEST_SUMMED:
        return row
    atoms = list(row.atoms)
    end = next(i for i, atom in enumerate(atoms) if atom in row.cells[others[0]] and atom.money is not None)
    start = end
    while start and atoms[start - 1].money is None:
        start -= 1
    if start == end or not start:
        return row
    dropped = set(atoms[start : end + 1])
    cells = tuple(tuple(atom for atom in cell if atom not in dropped) for cell in row.cells)
    return replace(row, role="total" if row.role == "summary" else row.role, cells=cells)


def _amount(cell: Sequence[Atom]) -> Decimal:
    return next((atom.money for atom in cell if atom.money is not None), Decimal(0))


def _captions(row: TableRow) -> list[tuple[Atom, str | None]]:
    """Each amount of a row with what the words before it say that it is; nothing where one has no words before it."""
    found: list[tuple[Atom, str | None]] = []
    label: list[Atom] = []
    for atom in sorted(row.atoms, key=lambda atom: atom.x0):
        if atom.money is None:
            label += [atom] if any(map(str.isalpha, atom.text)) else []
        elif label:
            # What is summed up, and how many, stands before the first caption: "Totals: 2 claims  Billed".
            found.append((atom, amount_of_one(label) if found else _last_caption(label)))
            label = []
        else:
            return []
    return found


def _last_caption(label: Sequence[Atom]) -> str | None:
    runs = (label[-size:] for size in range(min(_LONGEST_CAPTION, len(label)), 0, -1))
    return next((name for run in runs if (name := amount_of_one(run)) is not None), None)
