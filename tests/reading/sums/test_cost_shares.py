"""Shares of the costs beside what is owed in all."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
        TRICARE EXPLANATION OF BENEFITS
        THIS IS NOT A BILL
        Patient Name: LOMBARD, ADA
        Claim Number: 258718904-00-00
        Date of Services    Provided              Amount Billed    TRICARE Allowed    Non-Covered
        04-20-2026          CLINIC VISIT          $258.00          $102.05            $0.00
        04-20-2026          WOUND REPAIR          $618.00          $221.05            $0.00
        Totals:                                   $876.00          $323.10            $0.00
        Claim Summary
        Amount Applied to Deductible    $150.00
        Your Cost-Share                  $34.24
        Paid by TRICARE                 $138.86
        Patient Responsibility          {}
"""


def test_a_cost_share_beside_a_deductible_is_coinsurance_where_both_make_what_is_owed() -> None:
    totals = read_text(NOTICE.format("$184.24")).totals

    assert totals is not None
    assert (totals.deductible, totals.coinsurance) == (Decimal("150.00"), Decimal("34.24"))
    assert totals.patient_responsibility == Decimal("184.24")


def test_a_cost_share_that_adds_up_to_nothing_stays_what_it_was() -> None:
    totals = read_text(NOTICE.format("$190.00")).totals

    assert totals is not None
    assert totals.coinsurance is None
