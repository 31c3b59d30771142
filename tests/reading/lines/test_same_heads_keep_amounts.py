"""The same head on two pages, cut wrongly on one: amounts below a head of their own stay amounts."""

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.lines.same_heads import _loses_amounts
from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of


def _cell(text: str) -> tuple[Atom, ...]:
    (row,) = rows_of(page_of(text))
    return atoms_of(row)


TABLE = Table(
    columns=(placeless("charge"), placeless("description")),
    rows=(TableRow(role="service", cells=(_cell("48.47"), _cell("Sed rate")), y=0.0, height=10.0),),
    head=(),
)


def test_a_column_of_words_takes_in_no_amounts() -> None:
    assert _loses_amounts(TABLE, [0, 1], placeless("description"))
    assert not _loses_amounts(TABLE, [1], placeless("description"))
    assert not _loses_amounts(TABLE, [0, 1], placeless("charge"))
