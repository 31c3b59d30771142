"""Groups of services that begin on one page and end on the next."""

from dataclasses import replace

from tests.reading.papers import page_of, read_pages

FIRST = """
Quarrytown Hospital                                Itemized bill
Patient   Ada Lombard     Account  77-3081

Date         Service                           Units      Charge
PHARMACY
05/02/2026   Ibuprofen tablet                      2       12.00
05/02/2026   Saline 1000 ml                        1       80.00
Total Pharmacy                                             92.00
THERAPY / TREATMENT SERVICES
05/03/2026   Physical therapy                      1      140.00
                                                   Page 1 of 2
"""
SECOND = """
Date         Service                           Units      Charge
05/04/2026   Gait training                         1       95.00
Total Therapy / Treatment Services                        235.00
LABORATORY
05/04/2026   Glucose                               1       30.00
Total Laboratory                                           30.00
Total for Services                                        357.00
                                                   Page 2 of 2
"""


def test_the_sum_of_a_group_headed_on_the_page_before_is_no_total() -> None:
    (parsed,) = read_pages(page_of(FIRST), replace(page_of(SECOND), index=1, number=2))
    totals = parsed.document.totals
    assert totals is not None and totals.charges == 357
