"""Places of service in figures, beside columns of other things."""

import pytest

from plainbill.reading.lines.cell_values import Draft, _place
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of


@pytest.mark.parametrize(
    ("printed", "place"),
    [("11", "11"), ("11 un", "11"), ("S 21", "21"), ("11 - Office", "11 - Office"), ("Office", "Office")],
)
def test_units_and_initials_beside_a_place_in_figures_are_no_part_of_it(printed: str, place: str) -> None:
    (row,) = rows_of(page_of(printed))
    draft: Draft = {}
    _place(draft, atoms_of(row))
    assert draft["place_of_service"].value == place
