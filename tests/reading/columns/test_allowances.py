"""Bills of laboratories that print what a plan takes off each test and what is left of it."""

from decimal import Decimal

from tests.reading.papers import read_text

INVOICE = """
    Brookline Diagnostic Laboratory
    Invoice 4410-77                                  Invoice date: 05/09/2026
    Patient: Ida Lombard                             Collected: 04/21/2026

    Code     Test                      Price      Plan allowance         You owe
    80053    Metabolic panel           48.00      31.10                  16.90
    85025    Blood count               36.50      22.25                  14.25
    84443    Thyroid test              91.00      60.40                  30.60
    Total                              175.50     113.75                 61.75
"""


def test_an_allowance_that_leaves_what_the_patient_owes_is_taken_off() -> None:
    lines = read_text(INVOICE).lines
    assert [line.allowed for line in lines] == [None] * 3
    assert [line.adjustments[0].amount for line in lines] == [Decimal("31.10"), Decimal("22.25"), Decimal("60.40")]


def test_an_allowance_of_which_the_patient_owes_a_part_is_what_the_plan_allows() -> None:
    paid = INVOICE.replace("16.90", " 6.20").replace("14.25", " 4.45").replace("30.60", "12.08")
    lines = read_text(paid).lines
    assert [line.allowed for line in lines] == [Decimal("31.10"), Decimal("22.25"), Decimal("60.40")]
