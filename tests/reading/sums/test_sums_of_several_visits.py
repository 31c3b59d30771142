"""Sums that stand below each visit and below all of them, and what closing sums call taken off."""

import pytest

from tests.reading.papers import read_text

OFFICE = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999
Patient: Ada Lombard          Account: QC-10447
Statement date: 05/01/2025

"""
VISITS = """
Office visit    April 2, 2025
Office visit, brief                       $80.00
99212 Qty 1
Strep test                                $20.00
87880 Qty 1
You paid                                 -$30.00
You owe for this visit                    $70.00
Lab visit    April 9, 2025
Blood count                               $30.00
85025 Qty 1
Blood draw                                $10.00
36415 Qty 1
You paid                                  -$0.00
You owe for this visit                    $40.00
All visits
Total charges                            $140.00
You paid                                 {all}
You owe                                  $110.00
"""


@pytest.mark.parametrize(("whole", "paid"), [("-$30.00", "30.00"), ("-$20.00", "None")])
def test_a_sum_of_several_of_which_one_is_nothing_is_that_of_the_paper(whole: str, paid: str) -> None:
    totals = read_text(OFFICE + VISITS.replace("{all}", whole)).totals
    assert totals is not None
    assert str(totals.patient_paid) == paid


def test_what_is_lowered_is_not_what_is_owed() -> None:
    totals = read_text(
        OFFICE
        + """
Date          Code     Service            Charge
04/02/2025    99213    Office visit      $100.00
We billed in all                         $100.00
Your plan's price lowered it by          -$45.00
You owe                                   $55.00
"""
    ).totals
    assert totals is not None
    assert (str(totals.adjustments), str(totals.balance_due)) == ("45.00", "55.00")
