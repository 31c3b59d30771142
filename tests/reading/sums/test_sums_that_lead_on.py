"""Sums whose words leave open what they are, and the sums that they lead to."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic
Patient: Ada Lombard      Claim: LM-448810

Code         Date          Billed    Plan rate   Not covered   Patient portion
99213        04/02/2025    100.00      80.00        0.00         20.00

Contractual savings                     $20.00
Allowed amount                          $80.00
Amount paid                             {paid}
Your responsibility                     $20.00
"""
BILL = """
Kettle Creek Clinic
210 Granary St, Kettle Creek, MO 64999
Patient: Ada Lombard          Account: K-551          Statement date: 05/02/2026

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
04/02/2026    87880    Rapid test         40.00

Carried forward         {carried}
Total charges            160.00
Financial assistance     -50.00
Your payments            -30.00
Total due                116.00
"""


@pytest.mark.parametrize(("paid", "plan"), [("$60.00", Decimal("60.00")), ("$20.00", None)])
def test_what_was_paid_of_the_allowed_amount_less_the_patients_share_was_paid_by_the_plan(
    paid: str, plan: Decimal | None
) -> None:
    totals = read_text(NOTICE.format(paid=paid)).totals
    assert totals is not None
    assert totals.plan_paid == plan


@pytest.mark.parametrize(("carried", "before"), [("36.00", Decimal("36.00")), ("160.00", None)])
def test_what_is_carried_forward_is_an_earlier_balance_where_it_leads_to_what_is_due(
    carried: str, before: Decimal | None
) -> None:
    assert read_text(BILL.format(carried=carried)).previous_balance == before
