"""Letters of a hospital that takes part of what is owed off, and asks for the rest."""

from plainbill.case import Document
from tests.reading.papers import read_text

LETTER = """
St. Ardith                                                    Financial Services
Community Hospital                                            500 Lakeshore Drive, Lexmoor, KY 40999
                                                              555-0160

May 12, 2026

Ada Lombard
12 Pier Road
Lexmoor, KY 40999

Re: Your request for help with your bill - account 88-1402-7

Dear Ms. Lombard:

You qualify for help with the medically necessary care listed here.

Service              Date of service    Original charge    Assistance    You still owe
Office visit         May 2, 2026        $200.00            ($150.00)     $50.00
Chest x-ray          May 3, 2026        $100.00            ($75.00)      $25.00
All listed                              $300.00            ($225.00)     $75.00

{request}
If you disagree you may appeal in writing.

Sincerely,
"""


def letter(request: str) -> Document:
    return read_text(LETTER.format(request=request))


def test_what_a_hospital_takes_off_is_an_adjustment() -> None:
    lines = letter("Please pay the remaining $75.00 by June 4, 2026.").lines
    assert [[str(each.amount) for each in line.adjustments] for line in lines] == [["150.00"], ["75.00"]]


def test_what_a_letter_asks_for_is_due() -> None:
    totals = letter("Please pay the remaining $75.00 by June 4, 2026.").totals
    assert totals is not None
    assert (str(totals.balance_due), totals.patient_responsibility) == ("75.00", None)
    assert str(totals.adjustments) == "225.00"


def test_what_a_letter_does_not_ask_for_is_a_share() -> None:
    totals = letter("Thank you for your patience.").totals
    assert totals is not None
    assert (totals.balance_due, str(totals.patient_responsibility)) == (None, "75.00")


def test_what_a_letter_says_to_pay_to_somebody_else_is_a_share() -> None:
    totals = letter("When it sends its bill, please pay Harbor Clinic $75.00 yourself.").totals
    assert totals is not None
    assert (totals.balance_due, str(totals.patient_responsibility)) == (None, "75.00")


def test_a_hospital_that_hears_appeals_is_no_plan() -> None:
    document = letter("Please pay the remaining $75.00 by June 4, 2026.")
    assert document.payer is None
    assert document.provider is not None
    assert document.provider.address == "500 Lakeshore Drive, Lexmoor, KY 40999"


def test_an_account_behind_a_dash_is_the_one_to_quote() -> None:
    patient = letter("Thank you for your patience.").patient
    assert patient is not None
    assert patient.account_number == "88-1402-7"
