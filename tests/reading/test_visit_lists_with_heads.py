"""Services of a visit summary below a heading and a row of heads, each with its day or without."""

import pytest

from tests.reading.papers import read_text

NOTE = """
LARKSPUR DERMATOLOGY
ENCOUNTER NOTE
Patient: Ada Lombard                 DOB: 06/06/1982
MRN: LD-11843                        Visit: 12/04/2025

REASON FOR VISIT
New growth on left forearm for two months.

SERVICES PERFORMED
{heads}
{day}   99213       Office visit, established patient
{day}   17110       Destruction of warts
{day}   11102       Tangential biopsy of skin

FOLLOW UP
Results in 7 to 10 days. Keep the site clean and covered.
"""


@pytest.mark.parametrize(
    ("heads", "day"),
    [("Date         Code        Service", "12/04/2025"), ("             Code        Service", " " * 10)],
)
def test_the_row_of_heads_is_no_service_and_the_rows_below_are(heads: str, day: str) -> None:
    lines = read_text(NOTE.format(heads=heads, day=day)).lines
    assert [line.code for line in lines] == ["99213", "17110", "11102"]
    assert lines[1].description == "Destruction of warts"
