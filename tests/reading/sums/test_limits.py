"""What was met of a deductible, and what is left of it, beside the sums of a plan's notice."""

import pytest

from tests.reading.papers import SERVICES, read_text

HEAD = """
    Lakeland Health Plan
    Explanation of benefits                This is not a bill
    Member: Ada Lombard    Member ID: LH 5521
    Claim number: 88201    Provider: Elm Heart Clinic
"""


@pytest.mark.parametrize(
    "limits",
    [
        "Deductible        Met so far     Left to pay\n    1500.00           300.00         1200.00",
        "Your plan         Limit      Met so far     Remaining\n"
        "    Deductible        1500.00    300.00         1200.00\n"
        "    Out of pocket     5000.00    300.00         4700.00",
        "2026 accumulators   Used      Limit\n    Deductible          300.00    1500.00",
    ],
)
def test_a_deductible_of_the_year_is_none_of_the_paper(limits: str) -> None:
    totals = read_text(f"{HEAD}{SERVICES}\n    {limits}\n").totals
    assert totals is not None
    assert [totals.deductible, totals.charges, totals.patient_responsibility] == [None, 180, 20]


def test_what_is_left_of_a_bill_is_no_limit() -> None:
    totals = read_text(
        """
    Elm Heart Clinic
    100 Main St
    Reno, NV 89501

    Patient: Ada Lombard    Account 12345

    Total charges     Paid        Remaining balance
    180.00            130.00      50.00
"""
    ).totals
    assert totals is not None
    assert [totals.charges, totals.balance_due] == [180, 50]


@pytest.mark.parametrize(
    "left",
    [
        "Deductible met: 300.00\n    Left to pay: 1200.00",
        "Deductible left to pay   1200.00",
        "2026 deductible\n    Met 300.00\n    Left to pay 1200.00",
        "Payment plan\n    Paid so far 300.00\n    Left to pay 1200.00",
    ],
)
def test_what_is_left_to_pay_of_a_deductible_or_a_payment_plan_is_none_of_the_paper(left: str) -> None:
    totals = read_text(f"{HEAD}{SERVICES}\n    {left}\n").totals
    assert totals is not None
    assert [totals.charges, totals.patient_responsibility] == [180, 20]


def test_what_is_left_to_pay_of_the_services_is_due() -> None:
    totals = read_text(
        """
    Elm Heart Clinic
    100 Main St
    Reno, NV 89501

    Patient: Ada Lombard    Account 12345

    Total charges                     180.00
    Your plan paid                   -110.00
    Your deductible                    20.00
    Left to pay                        70.00
"""
    ).totals
    assert totals is not None and totals.balance_due == 70
