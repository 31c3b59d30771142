"""What was done above its amounts, beside which only a number of the office's own stands."""

from decimal import Decimal

from tests.reading.papers import read_text

INVOICE = """
Larkhaven Pathology
Invoice
Patient: Imogen Thackeray

Specimen read (billing code)
Accession            Tests             Charge
Skin biopsy, left arm (88305)
7-2210               1                 140.00
Special stain, group one (88312)
5-2211               2                  96.00
Frozen section, first block (88331)
9-2212               1                 118.50
Total charges                          354.50
"""


def test_words_above_amounts_are_those_of_the_row_below_them() -> None:
    lines = read_text(INVOICE).lines
    assert [(line.description, line.code, line.charge) for line in lines] == [
        ("Skin biopsy, left arm", "88305", Decimal("140.00")),
        ("Special stain, group one", "88312", Decimal("96.00")),
        ("Frozen section, first block", "88331", Decimal("118.50")),
    ]


def test_counts_under_a_head_of_words_are_units() -> None:
    assert [line.units for line in read_text(INVOICE).lines] == [1, 2, 1]
