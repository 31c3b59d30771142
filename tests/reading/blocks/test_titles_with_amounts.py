"""Blocks whose title prints the charge, above captioned amounts of what became of it."""

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
Sandhill Laboratory                         PO Box 4410, Sandhill, NM 87999

Patient                 Account number      Bill date
Ansel Pruitt            4410-0028           05/28/2026

Your tests

Iron level   83540                                                {first}
Plan discount $30.00     Plan paid $22.50     You owe $11.50

Ferritin   82728                                                  $58.00
Plan discount $28.00     Plan paid $20.00     You owe $10.00

Blood draw   36415                                                $25.00
Plan discount $15.00     Plan paid $5.00      You owe {last}
"""


def read(first: str = "$64.00", last: str = "$5.00") -> Document:
    return read_text(BILL.format(first=first, last=last))


def test_the_amount_of_a_title_is_the_charge_where_the_others_make_it_up() -> None:
    lines = read().lines
    assert [(line.description, line.code, str(line.charge)) for line in lines] == [
        ("Iron level", "83540", "64.00"),
        ("Ferritin", "82728", "58.00"),
        ("Blood draw", "36415", "25.00"),
    ]
    assert [lines[1].plan_paid, lines[1].patient_responsibility] == [20, 10]


def test_one_misread_amount_among_others_that_add_up_is_taken_as_printed() -> None:
    assert [str(line.charge) for line in read(last="$6.00").lines] == ["64.00", "58.00", "25.00"]


def test_amounts_of_titles_that_nothing_makes_up_are_no_charges_beside_the_others() -> None:
    lines = read(first="$94.00", last="$6.00").lines
    assert not any(line.charge is not None and line.plan_paid is not None for line in lines)
