"""Columns that lean on the photo."""

from dataclasses import replace

import pytest

from plainbill.reading.page import Box, PageWords, Word
from tests.reading.papers import page_of, read_pages

ITEMS = [
    (f"{830000000 + 1234567 * i % 99999999:>9}", code, words, units, amount)
    for i, (code, words, units, amount) in enumerate(
        [
            ("80053", "CMP14+EGFR", "1.00", "68.50"),
            ("80061", "LIPID PANEL", "1.00", "61.25"),
            ("82607", "VITAMIN B12", "2.00", "80.00"),
            ("82728", "FERRITIN", "1.00", "93.00"),
            ("83540", "IRON SERUM", "1.00", "49.00"),
            ("82306", "VITAMIN D 25-HYDROXY", "1.00", "167.37"),
            ("84443", "TSH", "1.00", "110.00"),
            ("83036", "HEMOGLOBIN A1C", "1.00", "49.00"),
            ("85652", "SED RATE", "1.00", "17.27"),
            ("85025", "CBC AUTO DIFF", "1.00", "42.00"),
            ("86140", "C-REACTIVE PROTEIN", "1.00", "31.40"),
            ("84550", "URIC ACID", "1.00", "22.10"),
        ]
        * 3
    )
]
HEAD = """
Granite Shoals Reference Lab                  Medical Bill
Patient: Ada Lombard       Account: 4668887467
Service date: 07/25/2025

CDM       Procedure Item Description       Units    Cost
"""
PAPER = HEAD + "\n".join(
    f"{item} {code}     {words:<24} {units:>4} {amount:>8}" for item, code, words, units, amount in ITEMS
)


def leaning(page: PageWords, left: float, right: float) -> PageWords:
    """The page with print that stands aside by so many pixels for each one down, at its left and at its right."""
    wide = max(word.box.x1 for word in page.words)

    def moved(word: Word) -> Word:
        box = word.box
        aside = (left + (right - left) * box.middle[0] / wide) * box.middle[1]
        return replace(word, box=Box(x0=box.x0 + aside, y0=box.y0, x1=box.x1 + aside, y1=box.y1))

    return replace(page, words=tuple(moved(word) for word in page.words))


@pytest.mark.parametrize(("left", "right"), [(0.0, 0.0), (0.08, 0.04), (-0.08, -0.06), (0.06, -0.06)])
def test_columns_that_lean_are_told_apart(left: float, right: float) -> None:
    (parsed,) = read_pages(leaning(page_of(PAPER), left, right))

    read = [(line.code, line.description, f"{line.units:.2f}", str(line.charge)) for line in parsed.document.lines]
    assert read == [(code, words, units, amount) for _, code, words, units, amount in ITEMS]
