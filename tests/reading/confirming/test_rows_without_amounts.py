"""Services whose amounts glare took: that the others do not add up to the total says nothing then."""

from dataclasses import replace

import pytest

from plainbill.reading.confirming.rows_without_amounts import has_rows_without_amounts
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of

BILL = """
    Violet Springs Hospital               Statement date: 09/01/2024
    Patient: Ada Lombard                  Account number: 2354126

    Item #       Activity             Physician          Charge
    281335793    Office services      Achterberg PA-C    769.75
    895416014    Misc supplies        Achterberg PA-C     19.00
    558495908    Clinic charge        Quillfeather MD     14.23
    {}
    Total charges                                        835.98
"""
LOST = "924821877    Misc supplies        Quillfeather MD"


@pytest.mark.parametrize(
    ("row", "expected"),
    [(LOST, True), ("Thank you    for your visit       Quillfeather MD", False), (f"{LOST}     33.00", False)],
)
def test_a_row_that_begins_as_the_services_do_lacks_its_amount(row: str, expected: bool) -> None:
    assert has_rows_without_amounts([lay_out(page_of(BILL.format(row)))], frozenset()) is expected


def test_what_was_taken_or_comes_from_a_file_lacks_none() -> None:
    page = page_of(BILL.format(LOST))
    layout = lay_out(page)
    tokens = {token for row in layout.cells for cell in row for token in cell.tokens}
    assert not has_rows_without_amounts([layout], tokens)
    assert not has_rows_without_amounts([lay_out(replace(page, text_layer=True))], frozenset())
