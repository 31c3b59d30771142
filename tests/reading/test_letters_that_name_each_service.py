from datetime import date
from decimal import Decimal

import pytest

from tests.reading.papers import read_text

LETTER = """
Sandhill Memorial Hospital
12 Quarry Ave, Elmgrove, NM 87999
505-555-0186

May 11, 2026

Ada Lombard
8 Slate Street
Elmgrove, NM 87999

Re: your account QM 4471-0092, outpatient surgery on April 2, 2026

You asked us to name each service. Here is what our records show:

1. Operating room, first hour (revenue code 0360, procedure 47562)        $4,000.00
2. Recovery room (revenue code 0710)                                      $900.00
3. Tissue exam (revenue code 0312, procedure 88304)                       $200.00

The total of the charges is $5,100.00. Orchard State Health Plan has paid $3,000.00, and under our
contract we have taken off $1,500.00. The balance that you owe is $600.00; please let us have it by
June 30, 2026, or call the number above.
"""


def test_sentences_below_the_services_tell_the_sums() -> None:
    totals = read_text(LETTER).totals
    assert totals is not None
    assert [totals.charges, totals.insurance_paid] == [Decimal("5100.00"), Decimal("3000.00")]
    assert [totals.adjustments, totals.balance_due] == [Decimal("1500.00"), Decimal("600.00")]


def test_the_sentence_that_says_who_paid_names_the_payer() -> None:
    payer = read_text(LETTER).payer
    assert payer is not None
    assert payer.name == "Orchard State Health Plan"


def test_the_subject_tells_account_and_day_of_care() -> None:
    letter = read_text(LETTER)
    assert letter.patient is not None
    assert letter.patient.account_number == "QM 4471-0092"
    assert letter.service_from == date(2026, 4, 2)
    assert letter.due_date == date(2026, 6, 30)


def test_numbers_that_count_the_services_are_none_of_their_words() -> None:
    assert [line.description for line in read_text(LETTER).lines] == [
        "Operating room, first hour",
        "Recovery room",
        "Tissue exam",
    ]


def test_a_letter_with_subject_greeting_and_close_is_a_letter_though_it_lists_charges() -> None:
    text = LETTER.replace("You asked us", "Dear Ms. Lombard,\n\nYou asked us") + "\nSincerely,\nOttilie Crane\n"
    assert read_text(text).kind == "letter"
    assert read_text(text).service_from == date(2026, 4, 2)


@pytest.mark.parametrize(
    "said",
    [
        "You asked about your care, sent on March 3, 2026",
        "your appointment for surgery on May 7, 2026",
        "your complaint about the care on April 2, 2026",
    ],
)
def test_subjects_about_letters_and_what_is_to_come_tell_no_day_of_care(said: str) -> None:
    letter = read_text(LETTER.replace("your account QM 4471-0092, outpatient surgery on April 2, 2026", said))
    assert letter.service_from is None


@pytest.mark.parametrize(
    "said",
    [
        "On your last visit we have taken off $35.00 for you.",
        "For families below the limit we have taken off $50.00.",
        "For your visit in January, our plan has paid $88.00.",
        "Until your plan has paid $2,000.00, you owe a part of each bill.",
    ],
)
def test_sums_of_another_time_are_not_those_of_the_care(said: str) -> None:
    paper = LETTER.replace("Orchard State Health Plan has paid $3,000.00, and under our", said)
    totals = read_text(paper.replace("contract we have taken off $1,500.00. ", "")).totals
    assert totals is not None
    assert [totals.insurance_paid, totals.adjustments] == [None, None]


def test_of_two_plans_that_paid_neither_tells_the_sum() -> None:
    paper = LETTER.replace("and under our", "and")
    totals = read_text(paper.replace("contract we have", "Larch Select Plan has paid $200.00. We have")).totals
    assert totals is not None
    assert [totals.insurance_paid, totals.adjustments] == [None, Decimal("1500.00")]
