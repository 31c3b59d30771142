"""Services over two rows, each under a head of its own."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
EXPLANATION OF BENEFITS
Member Ida Quill               Member ID  KQ5501882
Provider Alder Bay Clinic      Date processed 11/20/2025

Service date    Procedure    Charge        Discount      Allowed
Description                  Deductible    Coinsurance   Plan paid    You owe
11/03/2025      99204        360.00        146.00        214.00
NEW PATIENT VISIT            0.00          42.80         171.20       42.80
11/03/2025      73564        190.00        128.00        62.00
KNEE X-RAY                   0.00          12.40         49.60        12.40
TOTAL THIS CLAIM             550.00        274.00        276.00
                             0.00          55.20         220.80       55.20
"""


def test_the_amounts_of_both_rows_are_of_one_service() -> None:
    document = read_text(NOTICE)
    first, second = document.lines
    assert (first.code, first.description, str(first.service_date)) == ("99204", "NEW PATIENT VISIT", "2025-11-03")
    assert (first.charge, first.allowed, first.coinsurance) == (Decimal("360.00"), Decimal("214.00"), Decimal("42.80"))
    assert (second.plan_paid, second.patient_responsibility) == (Decimal("49.60"), Decimal("12.40"))
    assert [adjustment.amount for adjustment in second.adjustments] == [Decimal("128.00")]


def test_both_rows_of_the_sums_are_read() -> None:
    totals = read_text(NOTICE).totals
    assert totals is not None
    assert (totals.charges, totals.allowed, totals.coinsurance) == (
        Decimal("550.00"),
        Decimal("276.00"),
        Decimal("55.20"),
    )


def test_rows_that_do_not_take_turns_are_services_of_one_row_each() -> None:
    single = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description             Charge
04/02/2025  99213   Office visit            100.00
04/02/2025  36415   Blood draw               24.00
"""
    assert [line.charge for line in read_text(single).lines] == [Decimal("100.00"), Decimal("24.00")]


def test_a_service_whose_second_row_was_not_read_is_kept() -> None:
    more = "".join(
        f"11/0{day}/2025      99213        100.00        20.00         80.00\n"
        "OFFICE VISIT                 0.00          10.00         70.00        10.00\n"
        for day in (4, 5)
    )
    cut = "11/06/2025      85025        30.00         10.00         20.00\n"
    at = NOTICE.index("TOTAL THIS CLAIM")
    for text in (NOTICE[:at] + more + cut + NOTICE[at:], NOTICE[:at] + more + cut):
        lines = read_text(text).lines
        assert [line.code for line in lines] == ["99204", "73564", "99213", "99213", "85025"]
        assert (lines[-1].charge, lines[-1].plan_paid) == (Decimal("30.00"), None)
