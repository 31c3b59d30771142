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
