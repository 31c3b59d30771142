import pytest

from plainbill.case import Document
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.grids import grid_values
from tests.reading.papers import page_of, read_text

BILL = """
Larkspur Clinic, LLC
4 Rose Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
04/09/2025  99212   Recheck              60.00

{closing}
"""


def bill(*closing: str) -> Document:
    """The bill with other closing rows."""
    return read_text(BILL.format(closing="\n".join(closing)))


def test_closing_sums_side_by_side_are_read_by_the_words_above_them() -> None:
    document = bill(
        "Charges     Adjustments     Paid by insurance     Late fee     Total balance",
        " 160.00         -30.00               -100.00         5.00             35.00",
    )
    assert document.totals is not None
    assert document.totals.charges == 160
    assert document.totals.adjustments == 30
    assert document.totals.insurance_paid == 100
    assert document.totals.balance_due == 35
    assert document.fees == 5


def test_labels_of_closing_sums_wrap() -> None:
    document = bill(
        "Past due     Sum of     Self-pay     Late        Balance",
        "balance      charges    discount     payment     due",
        "                                     charge",
        "  20.00       160.00      -40.00        5.00      145.00",
    )
    assert document.previous_balance == 20
    assert document.fees == 5
    assert document.totals is not None
    assert document.totals.adjustments == 40
    assert document.totals.balance_due == 145


def test_the_ages_of_a_balance_are_no_closing_sums() -> None:
    document = bill(
        "Current     30 days     60 days     Balance due",
        " 160.00        0.00        0.00          160.00",
    )
    assert document.previous_balance is None
    assert document.totals is None or document.totals.charges in {None, 160}


def test_a_label_that_heads_a_column_of_amounts_is_no_total() -> None:
    document = read_text("""
Larkspur Hospital
Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Notes                 Charges
see below              100.00
see above               60.00

Amount due                 35.00
""")
    assert document.totals is None or document.totals.charges is None


def test_amounts_with_the_day_of_the_next_service_below_them_are_no_sums() -> None:
    rows = rows_of(
        page_of("""
Billed      Discount      Allowed      You owe
165.00         61.20       103.80        25.00
02/02/26    92134     Retinal scan of one eye
 92.00         50.15        41.85        41.85
""")
    )
    assert not list(grid_values([atoms_of(row) for row in rows], [row.height for row in rows]))


def test_a_note_above_the_captions_is_no_part_of_them() -> None:
    document = read_text("""
        Larkspur Hospital
        Patient: Ada Lombard          Account: LC-10447
        Date        Code     Description    Charge
        03/02/26    99213    Office visit   900.00
        Keep this page for your records.    Continued from previous page
        Opening Balance            Charges            Late Charge            AMOUNT YOU OWE
                 784.53             900.00                  14.00                  1,698.53
    """)

    assert document.totals is not None
    assert str(document.totals.balance_due) == "1698.53"
    assert str(document.previous_balance) == "784.53"


def test_captions_that_end_in_a_point_over_each_sum_are_no_note() -> None:
    document = read_text("""
        Larkspur Hospital
        Patient: Ada Lombard          Account: LC-10447
        Date        Code     Description    Charge
        03/02/26    99213    Office visit   900.00
        What your visit cost.   What insurance paid for it.   What you need to pay.
        900.00                  800.00                        100.00
    """)

    assert document.totals is not None
    assert str(document.totals.balance_due) == "100.00"


def test_the_code_below_the_last_service_is_no_caption_of_the_sums_below_it() -> None:
    document = read_text("""
        Larkspur Health Plan
        Explanation of benefits
        Member: Ada Lombard          Member ID: LC10447
        Date        Description        Charged     Discount    Plan paid    You owe
        03/02/26    Office visit       300.00        50.00       200.00      50.00
                    99213
        03/02/26    Knee x-ray         140.00        40.00        80.00      20.00
                    73562-LT
                    Total billed       Discount    Plan payments    You may owe
                    $440.00            $90.00      $280.00          $70.00
    """)

    assert [line.code for line in document.lines] == ["99213", "73562"]
    assert document.totals is not None
    assert str(document.totals.charges) == "440.00"


def test_numbers_right_above_the_captions_keep_their_own_labels() -> None:
    document = read_text("""
        Larkspur Hospital
        100 Main St, Reno, NV 89501
        PATIENT: ADA LOMBARD
                                                                                ACCOUNT NUMBER: 311477-82
                                                                                MED REC NO: E4471902
                                                                                TAX ID: 99-9132217
        Total Charges      Insurance Paid    Adjustments    Payments by you      Amount You Owe
        900.00             450.00            300.00         50.00                100.00
        Date        Code     Description    Charge
        03/02/26    99213    Office visit   900.00
    """)

    assert document.patient is not None
    assert document.patient.medical_record_number == "E4471902"
    assert document.provider is not None
    assert document.provider.tax_id == "99-9132217"
    assert document.totals is not None
    assert str(document.totals.balance_due) == "100.00"


def test_what_is_due_is_read_beside_what_has_been_owed_for_how_long() -> None:
    totals = bill(
        "0-30        31-60       61-90       Est ins pending       Balance due",
        "120.00      40.00       .00         25.00                 160.00",
    ).totals
    assert totals is not None
    assert totals.balance_due == 160


@pytest.mark.parametrize("day", ["03/02/26", "        "])
def test_a_first_service_with_a_share_that_others_lack_is_no_row_of_sums(day: str) -> None:
    others = "\n        ".join(
        f"{day}    Crutches, pair {i}  80.00          60.00         54.00                     6.00           6.00"
        for i in range(1, 11)
    )
    document = read_text(f"""
        Tamarack Health Plan
        Explanation of benefits

        Care from Elm Regional Hospital (within our network)
        Date        Care you got      They billed    We allowed    We paid    Deductible    Coinsurance    Your part
        {day}    Office visit      140.00         100.00        40.00      50.00         10.00          60.00
        {others}
        Totals                        940.00         700.00        580.00     50.00         70.00          120.00
    """)

    assert len(document.lines) == 11
    assert document.totals is not None
    assert str(document.totals.allowed) == "700.00"
