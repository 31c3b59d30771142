"""What a row is by its words."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.row_roles import is_late_fee
from tests.reading.papers import page_of


@pytest.mark.parametrize(
    ("words", "late"),
    [
        ("Late charge on unpaid March balance", True),
        ("Finance charge for your overdue account", True),
        ("Late charge", True),
        ("Late charge on room and board", False),
    ],
)
def test_a_fee_for_what_is_unpaid_is_one_for_paying_late(words: str, late: bool) -> None:
    (row,) = rows_of(page_of(words))
    assert is_late_fee(atoms_of(row)) is late
