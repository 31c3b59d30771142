"""A plan's limits of the year in a box left of the sums of a bill."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.limits_beside import without_limits_beside
from tests.reading.papers import page_of, read_text


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


def test_the_title_over_limits_is_none_of_the_words_of_a_service() -> None:
    document = read_text("""
        Alder Fork Pathology Associates                          Statement
        Patient: Ada Lombard          Account: AF-20881

        Code      Service/Item            Provider          Charges
        83036     Three-month sugar       Goodfellow MD       55.25
                  level
        99000     Specimen handling       Goodfellow MD       14.00
                  Dx: G47.33
        Benefit period summary
                                  Gross Charges         69.25
        Deductible limit      $750.00
                                  Total Amount Due      69.25
        Deductible met to date $88.00
    """)

    assert [line.description for line in document.lines] == ["Three-month sugar level", "Specimen handling"]
