"""Counts and days of drugs in one cell, rows of a ledger that charge nothing, offers and answers that are awaited."""

from tests.reading.papers import read_text

LEDGER = """
    TIDEWATER FOOT CLINIC                                 STATEMENT 07/31/2024
    Patient: Ada Lombard              Account: 11834

    DATE        DESCRIPTION                             CHARGE      CREDIT      BALANCE
    06/04/24    99212 OFFICE VISIT EST                  118.00                   118.00
    06/04/24    11721 DEBRIDE NAILS 6+                  130.00                   248.00
    06/10/24    PATIENT CHECK 1190                                  -84.00       164.00
    07/02/24    L3000 FOOT INSERT MOLDED                385.00                   549.00
    07/19/24    ATLANTIC SHIELD DENIED-NON COVERED                               {}
    PLEASE PAY THIS AMOUNT                                                       549.00

    DISCOUNT OF 10% IF PAID BY 08/20/24.
"""


def test_row_that_leaves_the_balance_as_it_was_is_no_service() -> None:
    assert [line.code for line in read_text(LEDGER.format("549.00")).lines] == ["99212", "11721", "L3000"]


def test_day_until_which_a_discount_is_offered_is_not_when_payment_is_due() -> None:
    assert read_text(LEDGER.format("549.00")).due_date is None


def test_count_stands_before_the_days_that_a_drug_lasts() -> None:
    document = read_text("""
    PRESCRIPTION BENEFIT SUMMARY
    Oakline Health               Pharmacy help line 1-855-555-0126
    Patient: Ada Lombard         Member ID OAK-55102-9       Processed 06/05/24

                                           Qty /       Pharmacy    Plan     Plan      Your
    Filled       Drug                      Days        submitted   price    paid      copay
    05/02/24     Atorvastatin 40 mg        90/90          41.18    18.60     8.60     10.00
    05/02/24     Metformin ER 500 mg       180/90         62.40    21.12    11.12     10.00
    05/28/24     Semaglutide 1 mg pen      3/28        1,034.20   980.00   900.00     80.00
    Totals                                             1,137.78 1,019.72   919.72    100.00
    """)

    assert [line.units for line in document.lines] == [90, 180, 3]


def test_answer_that_was_not_received_is_awaited() -> None:
    document = read_text("""
    Summit Infusion Center                                Statement date: 09/30/2024
    Patient: Ada Lombard              Account: 11834

    Date        Code     Description          Charge
    09/04/24    96365    IV infusion          412.00
    09/04/24    96366    IV infusion, more    236.00
    Total charges                             648.00
    We have billed Big Sky Choice and have not received an answer.
    """)

    assert document.insurance_pending is True


def test_total_owed_heads_what_the_patient_owes() -> None:
    document = read_text("""
    Elm Court Care & Rehabilitation                       STATEMENT
    Patient: Ada Lombard           Account: 70041882       Statement date: 04/05/2024

    Dates        Item             Days    Daily rate    Charge      Medicare paid   Coinsurance    Total owed
    03/04/24     Room and board    20       310.00     6,200.00       6,200.00                         0.00
    03/24/24     Room and board     8       310.00     2,480.00         848.00        1,632.00     1,632.00
    03/12/24     Beauty shop                              38.00                                       38.00
    Total                                              8,718.00       7,048.00        1,632.00     1,670.00
    """)

    assert [str(line.patient_responsibility) for line in document.lines] == ["0.00", "1632.00", "38.00"]
