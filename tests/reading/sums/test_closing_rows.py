"""Rows called totals: the one that adds up every service, among others of limits and boxes."""

from decimal import Decimal

import pytest

from plainbill.case import Totals
from tests.reading.papers import read_text

PAPER = """
    Corvid Dental                                     Dental Explanation of Benefits
    Patient: Odile Fenwick                            Claim number: 771220441
    Processed: 03/20/2026

    Date        Service            Charges     Allowed    Not covered   Coinsurance   Paid by plan
    03/02/26    Bitewings           100.00       80.00           0.00          8.00          72.00
    03/02/26    Limited exam        110.00       40.00          60.00          4.00          36.00
    Total                          {charges}      120.00          60.00         12.00         108.00
    2026 accumulators                  Used      Limit
    Annual maximum                  $508.00   $3,000.00
"""


def totals(charges: str) -> Totals:
    found = read_text(PAPER.format(charges=charges)).totals
    return found if found is not None else Totals()


def test_limits_of_the_year_below_the_sums_leave_these_as_they_are() -> None:
    found = totals("210.00")
    assert (found.charges, found.allowed, found.not_covered) == (Decimal("210.00"), Decimal("120.00"), Decimal("60.00"))
    assert (found.coinsurance, found.plan_paid) == (Decimal("12.00"), Decimal("108.00"))


def test_of_several_totals_none_counts_where_none_adds_up_the_services() -> None:
    assert totals("215.00").allowed is None


BILL = """
Quarrytown Laboratory
Patient: Ada Lombard          Account: QC-10447          Bill date: 05/01/2025

Date          Code     Test            Billed    Plan paid    Plan discount    Your balance
04/02/2025    80061    Lipids          100.00        30.00            40.00           30.00
04/02/2025    85025    Blood count      60.00        20.00            10.00           30.00
Total charges                          160.00        50.00            50.00           60.00

Date          Activity                 Amount
04/02/2025    PATIENT PAYMENT           25.00

Total adjustments                       50.00
You owe                                 {asked}
"""


@pytest.mark.parametrize(("asked", "due"), [("35.00", "35.00"), ("47.00", "60.00")])
def test_what_labels_ask_for_goes_before_a_column_where_listed_payments_lead_to_it(asked: str, due: str) -> None:
    totals = read_text(BILL.format(asked=asked)).totals
    assert totals is not None
    assert str(totals.balance_due) == due
