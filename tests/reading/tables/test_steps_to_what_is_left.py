"""Closing rows of a list of departments that no word calls sums, told by what they come to."""

from plainbill.case import Document
from tests.reading.papers import read_text

SUMMARY = """
LARCH VALLEY HOSPITAL
40 Quay Street, Marsh End, KS 67201

Prepared for the care of
Ada Lombard
12 Mill Row
Marsh End, KS 67201

Area of the hospital                             Amount
Operating Room                                 1,800.00
Laboratory                                       240.50
Pharmacy                                         310.00
Everything we charged                         $2,350.50
Fenland Mutual Choice has paid               -$1,500.00
Reduction agreed with your plan              - ${off}
Left for you to pay                             ${left}
"""


def summary(off: str = "600.50", left: str = "250.00") -> Document:
    return read_text(SUMMARY.format(off=off, left=left))


def test_what_adds_up_all_departments_and_what_it_leaves_are_no_departments() -> None:
    assert [line.description for line in summary().lines] == ["Operating Room", "Laboratory", "Pharmacy"]


def test_between_the_two_stands_what_was_paid_and_taken_off() -> None:
    document = summary()
    totals = document.totals
    assert totals is not None
    assert (str(totals.charges), str(totals.insurance_paid)) == ("2350.50", "1500.00")
    assert (str(totals.adjustments), str(totals.balance_due)) == ("600.50", "250.00")
    assert not document.payments


def test_who_was_cared_for_stands_below_the_words_that_say_so() -> None:
    patient = summary().patient
    assert patient is not None
    assert patient.name == "Ada Lombard"
