"""Rows below the sum of a table that are no services."""

from tests.reading.papers import read_text

BILL = """
Quarrytown Hospital                                Patient bill
Patient   Ada Lombard     Account  77-3081

Category                     Gross charges
Anesthesia                    $181.21
Emergency Room              $1,813.25
Radiology                   $7,921.11
Charges on this page         $9,915.57

Least you may pay now:       $50.00
"""


def test_words_with_a_colon_below_the_sum_are_no_service() -> None:
    assert [line.description for line in read_text(BILL).lines] == ["Anesthesia", "Emergency Room", "Radiology"]


def test_services_with_colons_below_the_sum_of_a_group_stay_services() -> None:
    document = read_text("""
Quarrytown Hospital                                Patient bill
Patient   Ada Lombard     Account  77-3081

Description                         Amount
Room and board                    1,200.00
Pharmacy                            300.00
Subtotal                          1,500.00
Laboratory:                         220.00
Total charges                     1,720.00
""")
    assert [line.charge for line in document.lines] == [1200, 300, 220]


def test_services_with_colons_below_a_sum_that_has_none_above_it_stay_services() -> None:
    document = read_text("""
Quarrytown Hospital                                Patient bill
Patient   Ada Lombard     Account  77-3081

Description                         Amount
Total charges                     1,500.00
Room and board:                   1,500.00
""")
    assert [line.charge for line in document.lines] == [1500]


def test_services_with_colons_below_the_last_sum_stay_services() -> None:
    document = read_text("""
Quarrytown Hospital                                Patient bill
Patient   Ada Lombard     Account  77-3081

Description                         Amount
Office visit                        140.00
Total of the doctor                 140.00
Facility fee:                        60.00
Supplies:                            20.00
""")
    assert [line.charge for line in document.lines] == [140, 60, 20]


def test_a_service_below_the_sum_is_no_amount_to_pay() -> None:
    below = BILL.replace("Least you may pay now:       $50.00", "Ambulance ride:             $500.00")
    assert [line.charge for line in read_text(below).lines][-1] == 500


def test_what_a_plan_is_expected_to_pay_below_the_sum_is_not_paid() -> None:
    below = BILL.replace("Least you may pay now:       $50.00", "Expected Medicare payment:  $900.00")
    document = read_text(below)
    assert (len(document.lines), document.payments) == (3, ())
    assert document.totals is None or document.totals.insurance_paid is None
