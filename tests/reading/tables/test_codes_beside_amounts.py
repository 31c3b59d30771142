"""Codes and amounts that a photo shows as one column."""

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.codes_beside_amounts import with_codes_beside_amounts
from tests.reading.papers import page_of


def table(*cells: str) -> Table:
    """A table with words and what is due for each service."""
    rows = tuple(
        TableRow(role="service", cells=(_atoms("Office visit"), _atoms(cell)), y=20.0 * i, height=10.0)
        for i, cell in enumerate(cells)
    )
    return Table(columns=(placeless("description"), placeless("patient_responsibility")), rows=rows, head=())


def _atoms(text: str) -> tuple[Atom, ...]:
    (row,) = rows_of(page_of(text))
    return atoms_of(row)


def columns(*cells: str) -> list[list[str]]:
    """What the columns of the first services hold behind their words."""
    parted = with_codes_beside_amounts(table(*cells))
    return [[" ".join(atom.text for atom in cell) for cell in row.cells[1:]] for row in parted.rows]


def test_the_codes_of_most_services_have_a_column_of_their_own() -> None:
    assert columns("$81.56 99213 25", "$14.10 G0439", "99204 $157.62") == [
        ["$81.56", "99213 25"],
        ["$14.10", "G0439"],
        ["$157.62", "99204"],
    ]


def test_one_of_several_amounts_beside_a_number_is_no_code() -> None:
    cells = ["$81.56 99213", "$14.10", "$157.62"]
    assert columns(*cells) == [[cell] for cell in cells]


def test_numbers_that_no_code_has_are_none() -> None:
    cells = ["$81.56 10998", "$14.10 10999"]
    assert columns(*cells) == [[cell] for cell in cells]
