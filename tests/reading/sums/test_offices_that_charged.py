"""Sums of what an office charged, by its name."""

import pytest

from tests.reading.papers import read_text

NOTICE = """
Larkspur Health Plan
Explanation of benefits        Member: Ada Lombard

Claim 22334455      {first} charged     140.00
Plan paid            80.00
You owe              60.00
"""
SECOND = """
Claim 22334456      Larkspur Clinic charged       40.00
Plan paid            30.00
You owe              10.00
"""


@pytest.mark.parametrize(("more", "charges"), [("", 140), (SECOND, None)])
def test_one_office_charged_the_sum_of_the_paper_and_several_did_not(more: str, charges: int | None) -> None:
    document = read_text(NOTICE.format(first="Fernhill Hospital") + more)
    assert (document.totals.charges if document.totals is not None else None) == charges
