"""Rows that a list of charges numbers, and heads that print the modifiers they stand over."""

from tests.reading.papers import read_text

NUMBERED = """
    LAKEWOOD EMERGENCY PHYSICIANS
    PO Box 14408, Port Sable, WI 53082
    Patient: Delphine Okonjo    Account: 5520-193847

    #  PROCEDURE  EXPLANATION                 DIAGNOSIS  FEE
    1  99285      Emergency department visit  R07.9      $1,218.00
    2  93010      Electrocardiogram           R07.9      $74.00
    3  12002-51   Simple repair of wound      S01.01XA   $412.00
"""

RENTED = """
    HEARTWOOD HOME MEDICAL EQUIPMENT
    4402 Elevator Road, Salt Fork, KS 67401
    Patient: Florence Odegaard    Invoice date: 11/12/25

    Item                          Rental period / date   Qty  RR/NU  Billed   Allowed  Ins. paid  You owe
    E1390 OXYGEN CONCENTRATOR     10/05/25 - 11/04/25    1    RR     210.00   127.14   101.71     25.43
    A7030 FULL FACE MASK          10/20/25               2    NU     224.00   140.50   112.40     28.10
"""


def test_three_rows_numbered_in_the_first_column_have_no_count_of_units() -> None:
    lines = read_text(NUMBERED).lines

    assert [(line.code, line.units) for line in lines] == [("99285", None), ("93010", None), ("12002", None)]


def test_rented_and_new_head_a_column_of_modifiers() -> None:
    lines = read_text(RENTED).lines

    assert [(line.modifiers, line.units) for line in lines] == [(("RR",), 1), (("NU",), 2)]
