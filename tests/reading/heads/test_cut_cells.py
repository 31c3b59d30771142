"""Heads over three rows that begin where their columns begin, so close that two stand beside each other as a phrase."""

from decimal import Decimal

from plainbill.case import Line
from plainbill.testing.doubles import make_page, make_word
from tests.reading.papers import read_pages

TOP = """
Medicare Summary Notice                    THIS IS NOT A BILL
Your Claims for Part B (Medical Insurance)
March 9, 2026
Elm Skin Clinic, 4 Elm St, Elmgrove, OH 43999
Claim number 02-26081-311-204
"""
# Where each column begins and ends, its head from the top, and what the services print in it.
COLUMNS = (
    (157, 590, ("", "Service Provided & Billing", "Code"), ("Office visit (99213)", "Skin biopsy (11102)")),
    (615, 740, ("", "Service", "Approved?"), ("Yes", "Yes")),
    (797, 1015, ("", "Amount Provider", "Charged"), ("$140.00", "$210.00")),
    (1000, 1180, ("Medicare-", "Approved", "Amount"), ("$90.00", "$130.00")),
    (1228, 1430, ("", "Amount", "Medicare Paid"), ("$72.00", "$104.00")),
    (1419, 1655, ("", "Maximum You", "May Be Billed"), ("$18.00", "$26.00")),
)
WIDE, BLANK, TALL, HEAD, STEP, FIRST = 13.0, 6.0, 26.0, 140.0, 28.0, 230.0


def lines() -> tuple[Line, ...]:
    """The services of the notice."""
    words = list(make_page(TOP).words)
    for left, right, head, values in COLUMNS:
        for row, text in enumerate(head):
            at = float(left)
            for word in text.split():
                words.append(make_word(word, at, HEAD + STEP * row, at + WIDE * len(word), HEAD + STEP * row + TALL))
                at += WIDE * len(word) + BLANK
        for row, text in enumerate(values):
            # Amounts end where their column ends.
            at = right - WIDE * len(text) if text.startswith("$") else float(left)
            y = FIRST + 60.0 * row
            for word in text.split():
                words.append(make_word(word, at, y, at + WIDE * len(word), y + TALL))
                at += WIDE * len(word) + BLANK
    page = make_page("")
    whole = page.__class__(index=0, file="p", number=1, width=1700, height=1700, words=tuple(words))
    (parsed,) = read_pages(whole)
    return parsed.document.lines


def test_words_that_begin_where_two_other_rows_do_are_of_another_column() -> None:
    assert [(line.charge, line.allowed, line.plan_paid, line.patient_responsibility) for line in lines()] == [
        (Decimal("140.00"), Decimal("90.00"), Decimal("72.00"), Decimal("18.00")),
        (Decimal("210.00"), Decimal("130.00"), Decimal("104.00"), Decimal("26.00")),
    ]
