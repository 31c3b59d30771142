"""A plan's limits of the year in a box left of the sums of a bill."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.limits_beside import without_limits_beside
from tests.reading.papers import page_of


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("Deductible met to date   $186.42   Plan adjustment   $82.00-", "Plan adjustment $82.00-"),
        ("Out-of-pocket maximum   $6,500.00   Payments received   -$33.55", "Payments received -$33.55"),
        # Without a sum beside it, and where the plan says what it applied, it may be one of the table.
        ("Deductible remaining   $1,313.58", "Deductible remaining $1,313.58"),
        ("Deductible   $50.00   $20.00", "Deductible $50.00 $20.00"),
        ("Plan adjustment   $82.00   Amount you owe   $40.00", "Plan adjustment $82.00 Amount you owe $40.00"),
    ],
)
def test_what_was_met_of_a_limit_stands_beside_the_sums_and_is_none(printed: str, left: str) -> None:
    (row,) = rows_of(page_of(printed))

    assert " ".join(atom.text for atom in without_limits_beside(atoms_of(row))) == left
