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


def test_the_sum_of_the_only_claim_is_told_by_its_amounts_where_its_words_stand_beside_the_table() -> None:
    text = """
    Sunflower Health Trust                         Your Explanation of Benefits
    Member: Imogen Ellsworth                       Claim: 887867336352

                        Charged     Allowed    Coinsurance    Plan paid    You owe    Code     Service
                         255.50      158.41          26.68       131.73      26.68    96374    IV PUSH
                       2,391.62    1,674.13         330.83     1,343.30     330.83    70450    CT HEAD
    Subtotal for claim 2,647.12    1,832.54         {}       1,475.03     357.51
"""
    totals = read_text(text.format("357.51")).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.coinsurance), str(totals.plan_paid)) == ("2647.12", "357.51", "1475.03")
