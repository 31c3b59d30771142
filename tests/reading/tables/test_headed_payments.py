"""Payments below a heading, one of which names nothing but the plan."""

import pytest

from tests.reading.papers import read_text

BILL = """
Alder Fork Therapy Center                                  Bill date: 03/30/2026
Client: Ada Lombard          Account: AF-20881

DOS      CPT/mod      Treatment                  Units       Amount
3/02     97140 GP     Manual therapy             2          $126.00
3/09     97140 GP     Manual therapy             2          $126.00
Payments received
3/02                  Copay, card                           ($40.00)
3/28     Blue Fjord Guild                                   {amount}
Charges                                                     $252.00
You owe us                                                   $49.50
"""


def test_a_plan_that_takes_off_below_a_heading_of_payments_is_a_payment() -> None:
    document = read_text(BILL.format(amount="($162.50)"))
    assert [str(line.charge) for line in document.lines] == ["126.00", "126.00"]
    assert [str(payment.amount) for payment in document.payments] == ["40.00", "162.50"]
    assert document.payments[1].description == "Blue Fjord Guild"


def test_what_takes_nothing_off_there_is_no_payment() -> None:
    assert [str(payment.amount) for payment in read_text(BILL.format(amount=" $162.50")).payments] == ["40.00"]


PARTS = """
Foxglove Birth Center                                      Statement date: 06/30/2026
Patient: Ada Lombard          Account: FB-77120

A. Care given
Date         Service                          Code         Fee
02/03/2026   Ultrasound                       76801    $380.00
03/17/2026   Non-stress test                  59025    $140.00
{heading}
02/10/2026   Share 1, debit                            $100.00
04/02/2026   Alder Fork Employees                      $260.00
C. Still open
To pay                                                 $160.00
"""


@pytest.mark.parametrize("heading", ["B. Money received", "Part 2. Payments received", "Amounts we have received"])
def test_entries_below_a_numbered_heading_of_what_came_in_are_payments(heading: str) -> None:
    document = read_text(PARTS.format(heading=heading))
    assert [line.code for line in document.lines] == ["76801", "59025"]
    assert [str(payment.amount) for payment in document.payments] == ["100.00", "260.00"]
