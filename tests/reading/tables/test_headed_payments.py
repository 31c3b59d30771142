"""Payments below a heading, one of which names nothing but the plan."""

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
