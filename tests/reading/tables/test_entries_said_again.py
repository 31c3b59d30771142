"""What is taken off right below the total of the services, and said again among closing sums."""

from tests.reading.papers import read_text

HEAD = """
Quarrytown Family Clinic                           Statement
Patient   Ada Lombard     Account  77-3081

Code         Description                            Amount
99213        Office visit, Dr. Falk                 $180.00
87880        Rapid test for strep                    $40.00
Charges this statement                              $220.00"""


def test_what_is_taken_off_before_the_total_is_said_once_more_are_payments() -> None:
    document = read_text(
        HEAD
        + """
Plan discount                                        $60.00CR
Payment - Upland                                    $100.00CR
Copay collected at visit                             $25.00CR
Total billed                                        $220.00
Plan discounts                                       $60.00CR
Paid by insurance                                   $100.00CR
Payments received from you                           $25.00CR
Amount you owe                                       $35.00
"""
    )
    assert [payment.amount for payment in document.payments] == [60, 100, 25]
    assert document.totals is not None
    assert [document.totals.insurance_paid, document.totals.balance_due] == [100, 35]


def test_what_is_taken_off_right_above_what_is_left_is_a_closing_sum() -> None:
    document = read_text(
        HEAD
        + """
Plan discount                                        $60.00CR
Paid by insurance                                   $100.00CR
Amount you owe                                       $60.00
"""
    )
    assert document.payments == ()
    assert document.totals is not None and document.totals.adjustments == 60
