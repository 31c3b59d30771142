"""Charges that a hospital booked after its bill was made: "late charges" that are no fees."""

from tests.reading.papers import read_text

NOTICE = """
SABLE POINT HOSPITAL
7 Harbor Ter, Astoria OR 97103

LATE CHARGE NOTICE      DATE 04/02/26
PATIENT   ADA LOMBARD
ACCOUNT   26-074-1193

SVC DATE     CODE     ITEM                     QTY      AMOUNT
03/14/26     P9016    RED CELLS                  2      900.00
03/15/26     36430    TRANSFUSION                1      642.00
                      LATE CHARGES THIS NOTICE        {}
                      BALANCE FROM EARLIER BILL         60.00
                      NEW ACCOUNT BALANCE             {}
"""


def test_late_charges_that_sum_up_all_services_are_no_fees() -> None:
    document = read_text(NOTICE.format("1,542.00", "1,602.00"))
    assert document.totals is not None
    assert (str(document.totals.charges), document.fees) == ("1542.00", None)


def test_late_charges_of_another_amount_are_fees() -> None:
    document = read_text(NOTICE.format("   25.00", "1,627.00"))
    assert str(document.fees) == "25.00"
