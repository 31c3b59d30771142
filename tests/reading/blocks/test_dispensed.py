"""Statements of pharmacies: each drug with its price, and below it when it was filled and who paid what of it."""

from plainbill.case import Document
from tests.reading.papers import read_text

STATEMENT = """
Quillback Specialty Pharmacy
400 Adobe Walk, Mesa Alta, NM 87998
Ada Lombard              Account QP-0093             Statement Jun 03, 2026
DOB 01/15/1979           Member ID 88140277          Due Jun 18, 2026

OSELTA 75MG CAPSULE                                              $420.00
Filled May 02, 2026 - Rx 7718204-00 - NDC 61958-1501-1 - Qty 30 - 30 days supply
Insurance paid $400.00              Your copay                    {first}

NEEDLE BOX 1.4 QT                                                  $7.00
Filled May 05, 2026 - Rx 7718205-00 - NDC 08290-3281-18 - Qty 1
Not sent to insurance               Your copay                     $7.00

Price of all fills                                               $427.00
Insurance paid                                                  -$400.00
May 06, 2026             ACH from patient                        -$20.00
Amount you owe                                                     $7.00
"""


def statement(first: str = "$20.00") -> Document:
    return read_text(STATEMENT.format(first=first))


def test_a_drug_has_its_day_its_code_and_its_count_from_the_row_below() -> None:
    assert [(line.description, str(line.service_date), line.ndc, line.units) for line in statement().lines] == [
        ("OSELTA 75MG CAPSULE", "2026-05-02", "61958-1501-1", 30),
        ("NEEDLE BOX 1.4 QT", "2026-05-05", "08290-3281-18", 1),
    ]


def test_who_paid_what_of_a_drug_is_told_where_it_adds_up() -> None:
    found = [(str(line.charge), str(line.plan_paid), str(line.patient_responsibility)) for line in statement().lines]
    assert found == [("420.00", "400.00", "20.00"), ("7.00", "None", "7.00")]
    assert statement("$25.00").lines[0].plan_paid is None


def test_the_sum_of_all_drugs_and_what_was_paid_later_are_no_drugs() -> None:
    document = statement()
    assert document.totals is not None
    sums = (document.totals.charges, document.totals.insurance_paid, document.totals.balance_due)
    assert [str(amount) for amount in sums] == ["427.00", "400.00", "7.00"]
    assert [(str(each.date), str(each.amount)) for each in document.payments] == [("2026-05-06", "20.00")]
