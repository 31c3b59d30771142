"""Monthly summaries of drug plans: each drug with labeled rows below it, and the same labels over the month's sums."""

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages, read_text

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


COVER = """
September 9, 2026
Fenland Medicare Rx (PDP)
                                             Ada Lombard
PO Box 4410
                                             Member ID: FLX4400917
Marsh End, KS 67299

Ada Lombard
12 Mill Row
Marsh End, KS 67201

Your Monthly Prescription Drug Summary
This summary is your "Explanation of Benefits" (EOB). This is not a bill.
SECTION 1. Your prescriptions during the past month
"""
CHART = """
SECTION 1. Your prescriptions during the past month

CHART 1.                                       Plan paid      You paid     Other payments
Your prescriptions for covered drugs                                       (made by programs or
August 2026                                                                organizations)

Oselta tab 10 mg                               $8.40          $10.00
08/06/26 , Quay Street Pharmacy
Rx# 6104471, 90 day supply

Marvexa inj 2 mg/3 ml                          $745.00        $47.00       $197.00
08/11/26 , Quay Street Pharmacy                                            (paid by the manufacturer)
Rx# 6104988, 28 day supply

Lonsarta tab 50 mg                             $6.00          $10.00
08/26/26 , Mail Order Rx
Rx# 6105310, 90 day supply

TOTALS for the month of August 2026            $759.40        $67.00       $197.00
Year-to-date totals                            $3,110.00      $402.00      $197.00
"""


def charted() -> Document:
    (parsed,) = read_pages(page_of(COVER), page_of(CHART, 1))
    return parsed.document


def test_drugs_in_a_chart_have_their_days_on_the_rows_below_them() -> None:
    lines = charted().lines
    assert [line.description for line in lines] == ["Oselta tab 10 mg", "Marvexa inj 2 mg/3 ml", "Lonsarta tab 50 mg"]
    assert [str(line.service_date) for line in lines] == ["2026-08-06", "2026-08-11", "2026-08-26"]
    assert [str(line.patient_responsibility) for line in lines] == ["10.00", "47.00", "10.00"]


def test_a_chart_of_drugs_goes_on_with_the_plans_paper_and_names_no_office() -> None:
    document = charted()
    assert document.kind == "eob"
    assert document.payments == ()
    assert document.provider is None
    assert document.payer is not None
    assert document.payer.name == "Fenland Medicare Rx (PDP)"
    assert document.coverage is not None
    assert document.coverage.plan_name is None


TABLE = """
Fenland Rx Choice                                       Your Monthly Prescription Drug Summary
Notice date: September 8, 2026                          Member number: FLX4400917
Ada Lombard

    Date filled     Drug, quantity and prescription         Plan paid      You paid
    08/06/26        Oselta 10 mg tablet                         $8.40        $10.00
                    90 tablets, 90 day supply
                    NDC 00071-0155-23   Rx 6104471
    08/11/26        Marvexa eye drops                         $745.00        $47.00
                    2.5 mL, 28 day supply
                    NDC 00169-4132-12   Rx 6104988
    08/26/26        Lonsarta 50 mg tablet                       $6.00        $10.00
                    30 each, 30 day supply
                    NDC 65862-0202-99   Rx 6105310
    TOTALS for the month of August                            $759.40        $67.00
"""


def test_how_much_of_a_drug_and_for_how_long_heads_no_table_of_its_own() -> None:
    lines = read_text(TABLE).lines
    assert [(line.description, line.ndc, str(line.units)) for line in lines] == [
        ("Oselta 10 mg tablet", "00071-0155-23", "90"),
        ("Marvexa eye drops", "00169-4132-12", "2.5"),
        ("Lonsarta 50 mg tablet", "65862-0202-99", "30"),
    ]
