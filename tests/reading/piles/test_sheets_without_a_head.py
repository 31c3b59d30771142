"""The last sheet of a hospital's list of charges: no head, and a sentence on what the list is no bill for."""

from decimal import Decimal

from tests.reading.papers import page_of, read_pages

FIRST = """
    Larkmoor General Hospital
    41 Alder Street, Westerfield, CO 56461
    List of charges

    Patient: Ada Lombard         MRN: 00661207
    Account: L7700451

    Date          Rev     Item                     HCPCS     Units     Each      Extended
    02-03-2026    0450    ED VISIT LEVEL 3         99283     1         880.00      880.00
    02-03-2026    0301    LIPASE                   83690     1          90.00       90.00
    02-03-2026    0301    TROPONIN                 84484     2         120.00      240.00
                                                          continued on next sheet
"""
LAST = """
    02-04-2026    0301    MAGNESIUM                83735     1          66.00       66.00
    02-04-2026    0637    OBSERVATION HOUR         G0378     2           3.00        6.00
    02-04-2026    0636    HEPARIN                  J1644     1          71.00       71.00
                                                   Grand total of charges        1,353.00

    This is not a bill for the care of your physician. Your insurance has been sent these charges.
    L7700451 - sheet 2 of 2
"""


def test_a_sheet_that_says_what_it_is_no_bill_for_carries_on_the_list_before() -> None:
    (parsed,) = read_pages(page_of(FIRST), page_of(LAST, 1))
    assert parsed.document.kind == "bill"
    assert [line.charge for line in parsed.document.lines][3:] == [Decimal(66), Decimal(6), Decimal(71)]
    assert parsed.document.totals is not None
    assert parsed.document.totals.charges == Decimal(1353)
    assert parsed.problems == ()


def test_a_missing_sheet_is_named() -> None:
    (parsed,) = read_pages(page_of(FIRST.replace("continued on next sheet", "sheet 1 of 2")))
    assert [problem.kind for problem in parsed.problems] == ["missing_page"]
