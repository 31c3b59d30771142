"""How many of what, behind the words of a service: "x2", "(3 units)"."""

import pytest

from tests.reading.papers import read_text

RECEIPT = """
Blue Heron Eye Care
Patient: Gretchen Oyelaran     Receipt 0058213

Svc      Item                          Retail     Plan paid    You owe
V2784    {words}     90.00        50.00      40.00
V2020    Frame Halden 4410            215.00       150.00      65.00
         Total retail                 305.00
         Total tendered                                       105.00
         BALANCE DUE                                            0.00
"""


@pytest.mark.parametrize(
    ("words", "description", "units"),
    [
        ("Polycarb, any index x2   ", "Polycarb, any index", 2),
        ("Polycarb lens (2 units)  ", "Polycarb lens", 2),
        ("Polycarb, index 2        ", "Polycarb, index 2", None),
        ("Polycarb (2 views)       ", "Polycarb (2 views)", None),
    ],
)
def test_what_counts_behind_the_words_is_how_many(words: str, description: str, units: int | None) -> None:
    line = read_text(RECEIPT.format(words=words)).lines[0]
    assert (line.description, line.units) == (description, units)


def test_what_was_tendered_is_what_the_patient_paid() -> None:
    totals = read_text(RECEIPT.format(words="Polycarb lens            ")).totals
    assert totals is not None and str(totals.patient_paid) == "105.00"
