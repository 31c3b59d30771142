"""Amounts below one another that add up from what was charged to what a bill asks for."""

from tests.reading.papers import read_text

RENTALS = """
Elmgrove Home Equipment
4 Rose Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: EH-10447
Invoice date: 05/01/2025

From / to         Item                          Qty      Total
04/02/2025        Walker                          1      98.00
                  E0143 NU
04/09/2025        Cushion                         1      60.00
                  E2601 NU

"""
WITHIN = """
                  Goods on this sheet                  $158.00
                  Open since 03/02/2025                 {before}
                  Added for postage                      $6.00
                  Please pay                           $205.00
"""
BESIDE = """
How old is it?                                      Goods on this sheet               $158.00
Current    30 days    60 days                       Open since 03/02/2025              {before}
158.00       47.00       0.00                       Added for postage                   $6.00
                                                    Please pay                        $205.00
"""


def charges_of(closing: str, before: str) -> tuple[int, str]:
    """How many lines the bill has, and its total of charges."""
    document = read_text(RENTALS + closing.format(before=before))
    assert document.totals is not None and str(document.totals.balance_due) == "205.00"
    return len(document.lines), str(document.totals.charges)


def test_steps_below_the_services_that_come_to_what_is_asked_are_no_services() -> None:
    assert charges_of(WITHIN, "$41.00") == (2, "158.00")


def test_what_all_services_cost_is_the_total_where_the_steps_beside_the_list_come_to_what_is_asked() -> None:
    assert charges_of(BESIDE, "$41.00") == (2, "158.00")


def test_steps_that_do_not_come_to_what_is_asked_tell_no_total() -> None:
    assert charges_of(BESIDE, "$35.00") == (2, "None")


def test_payments_among_the_steps_stay_payments() -> None:
    closing = """
                  Goods on this sheet                  $158.00
03/02/2025        Your online payment                  -$41.00
03/09/2025        Harbor Fund grant                    -$20.00
                  Balance due                           $97.00
"""
    document = read_text(RENTALS + closing)
    assert [str(payment.amount) for payment in document.payments] == ["41.00", "20.00"]
