"""Labels beside amounts that are none of their values: what a plan allows at most, the end of a sentence."""

import pytest

from tests.reading.papers import read_text

NOTICE = """
Larchmont Vision Plan                      Explanation of Benefits
Patient: Nadine Overholt       Claim number: 88120045512
Processed: 05/09/2025

Date of service   Description          Billed    Allowed   Plan paid   You owe
04/02/2025        Frame                240.00     180.00      150.00     30.00
04/02/2025        Lenses                90.00      60.00       60.00      0.00
TOTALS                                 330.00     240.00      210.00     30.00

{below}
"""


@pytest.mark.parametrize("below", ["Frame allowance: $150.00 retail", "Contact lens allowance: $130.00"])
def test_what_a_plan_allows_for_a_thing_at_most_takes_nothing_off(below: str) -> None:
    totals = read_text(NOTICE.format(below=below)).totals
    assert totals is not None
    assert totals.adjustments is None


def test_the_end_of_a_sentence_beside_another_is_no_label() -> None:
    below = """
Your plan has no          You reach the next stage once your costs come to
deductible                $2,000.00 . As of today you have $298.00 . of the year
"""
    totals = read_text(NOTICE.format(below=below)).totals
    assert totals is not None
    assert totals.deductible is None


def test_a_labeled_deductible_is_read() -> None:
    totals = read_text(NOTICE.format(below="Deductible: $25.00 has been applied to this claim.")).totals
    assert totals is not None
    assert str(totals.deductible) == "25.00"
