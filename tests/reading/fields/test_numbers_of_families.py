"""The number of one of a family behind their name, and what stands there and is none."""

import pytest

from tests.reading.papers import read_text

NOTICE = """
Blue Oak Health Plan
Explanation of Benefits
Member ID: W88123411
Patient: Ben Lombard ({})
Claim number: 88123-01   Processed: 04/03/2026
Date          Service       Billed    Allowed   Plan paid    You owe
03/02/2026    Office visit  140.00    120.00    100.00       20.00
Total                       140.00    120.00    100.00       20.00
"""


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("W88123411-02", "W88123411-02"),
        ("W8812341102", "W8812341102"),
        ("W88123411: dependent", "W88123411"),
        ("W881234111961", "W88123411"),
    ],
)
def test_only_digits_for_one_of_a_family_make_a_number_longer(printed: str, number: str) -> None:
    coverage = read_text(NOTICE.format(printed)).coverage
    assert coverage is not None and coverage.member_id == number
