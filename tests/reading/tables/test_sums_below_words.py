"""Closing sums below their words."""

from tests.reading.papers import read_text

ESTIMATE = """
Fenland Clinic                                   COST ESTIMATE
FOR SERVICES TO  Ada Lombard                     PREPARED  05/12/2026

HCPCS CODE     ACTIVITY                                            ESTIMATE
83036-QW       Sugar level of three months                           $62.00
87880-QW       Throat swab                                           $53.00
                     TOTAL OF EXPECTED CHARGES
                             $115.00
This is not a bill.
"""


def test_an_amount_below_the_words_of_a_sum_is_the_sum_and_they_are_of_no_service() -> None:
    document = read_text(ESTIMATE)
    assert [line.description for line in document.lines] == ["Sugar level of three months", "Throat swab"]
    assert document.totals is not None
    assert str(document.totals.estimate) == "115.00"
