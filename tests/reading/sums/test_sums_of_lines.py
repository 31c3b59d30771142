from plainbill.case import Totals
from tests.reading.papers import read_text

NOTICE = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic   Claim number: 25-118840

How it came to what is left

{chart}

Clinic        plan         Tamarack     the rest
asked         took off     sent         is yours

Service            Date          Code     Billed     Plan discount   Plan paid    You owe
Hearing test       05/20/2025    92557    120.00     30.00           44.00        46.00
Ear wax removal    05/20/2025    69210     85.00     10.00            5.00        70.00
"""
STEPS = "$205.00       -$40.00\n                           -$49.00\n                                        $116.00"


def totals_beside(chart: str) -> Totals:
    return read_text(NOTICE.replace("{chart}", chart)).totals or Totals()


def test_amounts_over_the_bars_of_a_chart_are_the_sums_of_the_columns_they_add_up() -> None:
    totals = totals_beside(STEPS)
    assert [totals.charges, totals.adjustments, totals.plan_paid, totals.patient_responsibility] == [205, 40, 49, 116]


def test_a_chart_with_another_amount_tells_nothing() -> None:
    totals = totals_beside(STEPS.replace("$116.00", "$119.00"))
    assert [totals.charges, totals.adjustments, totals.plan_paid] == [None, None, None]


def test_what_two_columns_come_to_alike_is_that_of_neither() -> None:
    notice = NOTICE.replace(" 5.00        70.00", "75.00         0.00").replace(
        "44.00        46.00", "44.00       119.00"
    )
    notice = notice.replace("{chart}", "$205.00       -$40.00      $119.00")
    totals = read_text(notice).totals or Totals()
    assert [totals.plan_paid, totals.patient_responsibility] == [None, None]


BILL = """
Sandhill Clinic
Statement date: 06/11/2025
Patient: Ansel Pruitt       Account: 40-1182

Service            Date          Code     Charge
Hearing test       05/20/2025    92557    $120.00
Ear wax removal    05/20/2025    69210     $85.00

Your plan has paid its part.

{words:27}                          {charged}
Balance                                              {due}
"""


def sums_of_bill(words: str, charged: str, due: str) -> Totals:
    return read_text(BILL.format(words=words, charged=charged, due=due)).totals or Totals()


def test_what_is_charged_in_all_is_told_by_the_charges_it_comes_to() -> None:
    totals = sums_of_bill("Charged in all", "$205.00", "$101.00")
    assert [totals.charges, totals.balance_due] == [205, 101]


def test_what_comes_to_less_than_all_charges_is_no_sum_of_them() -> None:
    assert sums_of_bill("Charged in all", "$195.00", "$101.00").charges is None


def test_words_that_say_nothing_of_charges_leave_an_amount_alone() -> None:
    assert sums_of_bill("Until further notice", "$205.00", "$101.00").charges is None


def test_the_charges_of_a_page_are_no_total() -> None:
    assert sums_of_bill("Charges on this page", "$205.00", "$101.00").charges is None
