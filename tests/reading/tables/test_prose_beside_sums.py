"""Sentences left of the closing sums below a table."""

from decimal import Decimal

from tests.reading.papers import read_text


def test_a_sentence_left_of_a_sum_makes_no_payment_of_it() -> None:
    document = read_text("""
Larkspur Home Equipment
Patient: Ada Lombard          Inv LH-558210 dated 10/05/2026

HCPCS    Item                           From          Qty    Billed amount
E0601    CPAP machine                   09/03/2026      1           118.00
E0562    Humidifier                     09/03/2026      1           246.00

Rent goes on each month until it is paid     Total of invoice       364.00
for a year. Then it is yours to keep.        High Plains Advantage paid   -231.00
                                             Plan reduction         -120.00
                                             Amount you owe by 11/04/2026    13.00
""")
    assert document.totals is not None
    assert (document.payments, document.totals.charges) == ((), Decimal("364.00"))
    assert document.patient is not None and document.patient.account_number == "LH-558210"
    assert str(document.due_date) == "2026-11-04"
    assert document.payer is not None and document.payer.name == "High Plains Advantage"


def test_long_words_behind_a_day_are_of_a_service_whatever_stands_behind_them() -> None:
    document = read_text("""
Larkspur Orthopedics
Patient: Ada Lombard          Account: LO-558210

Date        Description                                              Amount
10/05/2026  injection of contrast for the joint                      140.00
10/05/2026  cast for the lower leg with walking heel    total care    90.00
Total                                                                230.00
""")
    assert [line.charge for line in document.lines] == [140, 90]
