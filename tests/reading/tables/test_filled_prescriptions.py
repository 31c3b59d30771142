"""Drugs on the notice of a drug plan: the day, the pharmacy and the count stand below each."""

from decimal import Decimal

import pytest

from plainbill.reading.terms.money import parse_money
from tests.reading.papers import read_text

NOTICE = """
Lantern Rx Choice (PDP)                                            Member ID: LRX 0098 4417
Your Monthly Prescription Drug Summary
For June 2026
This is not a bill.

CHART 1. Your prescriptions for covered        Plan paid      You paid       Other payments
Part D drugs                                                                 (made by programs)
Sertraline tab 50 mg                             $16.12         $3.00           $0.00
06/03/2026, Quince Street Pharmacy                            (copay)
Rx# 4471902, 30 quantity, 30-day supply
Rivaroxaban tab 20 mg                           $412.40        {second:>6}           $0.00
06/09/2026, Quince Street Pharmacy                            ({kind})
Rx# 4471903, 90 quantity, 90-day supply
TOTALS for the month of June                    $428.52        {sum:>6}           $0.00
"""


def test_day_and_count_below_a_drug_are_its_own_and_no_words_of_it() -> None:
    lines = read_text(NOTICE.format(second="$47.00", kind="copay", sum="$50.00")).lines
    assert [(str(line.service_date), line.description, line.units, str(line.plan_paid)) for line in lines] == [
        ("2026-06-03", "Sertraline tab 50 mg", 30, "16.12"),
        ("2026-06-09", "Rivaroxaban tab 20 mg", 90, "412.40"),
    ]


def test_a_share_is_what_the_word_below_it_says_and_so_is_the_sum_where_all_are_one() -> None:
    document = read_text(NOTICE.format(second="$47.00", kind="copay", sum="$50.00"))
    assert [(line.copay, line.patient_responsibility) for line in document.lines] == [
        (Decimal("3.00"), None),
        (Decimal("47.00"), None),
    ]
    assert document.totals is not None
    assert (document.totals.copay, document.totals.patient_responsibility) == (Decimal("50.00"), None)


def test_shares_of_two_kinds_are_told_apart_and_their_sum_is_neither() -> None:
    document = read_text(NOTICE.format(second="$47.00", kind="coinsurance", sum="$50.00"))
    assert [(line.copay, line.coinsurance) for line in document.lines] == [
        (Decimal("3.00"), None),
        (None, Decimal("47.00")),
    ]
    assert document.totals is not None
    assert (document.totals.copay, document.totals.coinsurance) == (None, None)


@pytest.mark.parametrize("text", ["4471902, 30", "880412, 90"])
def test_the_number_of_a_prescription_and_a_count_are_no_amount(text: str) -> None:
    assert parse_money(text) is None
