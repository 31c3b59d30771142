"""Statements in sections, each with its charges, what was taken off them and what is left."""

from datetime import date
from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import read_text

PAGE = """
    Alder Ridge Health                                   Guarantor name          Odile Fenwick
    Single Billing Office                                Statement date          May 30, 2026
    2100 Birch St, Rutland, VT 05799                     Due date                June 20, 2026
    Billing questions: 802-555-0180                      Amount due              {asked}

    Hospital services - Alder Ridge Medical Center
    Patient: Piet Fenwick    Account #: 4008112700
    Emergency visit, 04/02/2026 Coverage: Larkspur Mutual
      Emergency Room - General                                              $2,000.00
      Laboratory - Hematology                                                 $200.00
      CT Scan - Body Scan                                                   $3,000.00
      Total charges                                                         $5,200.00
      04/02/2026   Patient payment - Thank you                               -$100.00
      04/29/2026   Larkspur Mutual payment                                 -$2,400.00
      04/29/2026   Larkspur Mutual adjustment                              -$2,400.00
    Balance, hospital services                                                $300.00

    Physician services - Alder Ridge Medical Group
    Patient: Piet Fenwick    Account #: 4008112700
      04/03/2026   Emergency visit, high severity                             $700.00
      05/06/2026   Larkspur Mutual payment                                   -$290.00
      05/06/2026   Larkspur Mutual adjustment                                -$339.00
    Balance, physician services                                                $71.00
"""


def page(asked: str = "$371.00") -> Document:
    return read_text(PAGE.format(asked=asked))


def test_charges_of_every_section_are_lines() -> None:
    assert [(line.description, line.charge) for line in page().lines] == [
        ("Emergency Room - General", Decimal("2000.00")),
        ("Laboratory - Hematology", Decimal("200.00")),
        ("CT Scan - Body Scan", Decimal("3000.00")),
        ("Emergency visit, high severity", Decimal("700.00")),
    ]


def test_the_day_of_a_heading_is_that_of_the_charges_below_it_without_one() -> None:
    assert [line.service_date for line in page().lines] == [date(2026, 4, 2)] * 3 + [date(2026, 4, 3)]


def test_charges_of_one_section_are_no_total_of_the_paper() -> None:
    totals = page().totals
    assert totals is not None
    assert (totals.charges, totals.balance_due) == (None, Decimal("371.00"))


def test_what_is_taken_off_in_a_section_is_a_payment_on_its_day() -> None:
    assert [(payment.date, payment.amount) for payment in page().payments] == [
        (date(2026, 4, 2), Decimal("100.00")),
        (date(2026, 4, 29), Decimal("2400.00")),
        (date(2026, 4, 29), Decimal("2400.00")),
        (date(2026, 5, 6), Decimal("290.00")),
        (date(2026, 5, 6), Decimal("339.00")),
    ]


def test_sections_that_do_not_come_to_what_is_asked_are_none() -> None:
    assert len(page("$999.00").lines) < 4
