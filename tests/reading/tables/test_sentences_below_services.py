"""Sentences with an amount below the services of a table."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.row_roles import is_sentence
from tests.reading.papers import page_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Payment plans with no interest are open for sums over $250.00 .", True),
        ("Payment plans with no interest are open for sums over $250.00.", True),
        ("Payment received from your plan by check on file      $250.00", False),
        ("Payment received. Thank you.     $250.00", False),
    ],
)
def test_running_text_up_to_a_full_stop_behind_an_amount_is_a_sentence(text: str, told: bool) -> None:
    (row,) = rows_of(page_of(text))
    assert is_sentence(atoms_of(row)) is told
