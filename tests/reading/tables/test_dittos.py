"""Marks under a day that repeat it."""

import pytest

from tests.reading.papers import read_text

BILL = """
Larkspur Heart Clinic, LLC           Statement Date: 05/20/2026
Patient: Ada Lombard                 Account: LH-10447

Date           CPT       Description                 Charge
04/06/2026     99215     Office visit                298.00
    {mark}         93306     Echo                        412.00
    {mark}         93000     ECG with report              74.00
04/13/2026     93015     Stress test                 486.00
    {mark}         J2785     Regadenoson                 310.00
"""


@pytest.mark.parametrize("mark", ['" ', "''", "11", "\u201d "])
def test_a_mark_repeats_the_day_above_it(mark: str) -> None:
    days = [str(line.service_date) for line in read_text(BILL.format(mark=mark)).lines]
    assert days == ["2026-04-06"] * 3 + ["2026-04-13"] * 2
