"""Monthly summaries of drug plans: each drug with labeled rows below it, and the same labels over the month's sums."""

from plainbill.case import Document
from tests.reading.papers import read_text

SUMMARY = """
Fenland Rx Choice
Your Monthly Prescription Drug Summary - for August 2026
This is NOT a bill.
Notice date: September 8, 2026
Your name: Ada Lombard
Member number: FLX4400917

OSELTA TAB 10MG
8/6/2026 Rx # 6104471 90 day supply Quantity 90 NDC 00071-0155-23
Pharmacy billed $18.40
Plan paid $8.40
You paid $10.00
Other payments $0.00

MARVEXA INJ 2MG/3ML
8/11/2026 Rx # 6104988 28 day supply Quantity 3 NDC 00169-4132-12
Pharmacy billed $989.00
Plan paid $745.00
You paid $47.00
Other payments $197.00 (manufacturer discount)

LONSARTA TAB 50MG
8/26/2026 Rx # 6105310 90 day supply Quantity 90 NDC 65862-0202-99
Pharmacy billed $16.00
Plan paid $6.00
You paid $10.00
Other payments $0.00

TOTALS for the month of August 2026
Pharmacy billed $1,023.40
Plan paid $759.40
You paid $67.00
Other payments $197.00
"""


def summary() -> Document:
    return read_text(SUMMARY)


def test_prescription_and_supply_are_no_words_of_a_drug_nor_is_a_hint_of_the_one_above() -> None:
    assert [(line.description, line.ndc, line.units) for line in summary().lines] == [
        ("OSELTA TAB 10MG", "00071-0155-23", 90),
        ("MARVEXA INJ 2MG/3ML", "00169-4132-12", 3),
        ("LONSARTA TAB 50MG", "65862-0202-99", 90),
    ]


def test_what_was_paid_of_each_drug_sums_up_to_the_share_of_the_patient() -> None:
    document = summary()
    assert [str(line.patient_responsibility) for line in document.lines] == ["10.00", "47.00", "10.00"]
    assert document.totals is not None
    assert (str(document.totals.patient_responsibility), document.totals.patient_paid) == ("67.00", None)
