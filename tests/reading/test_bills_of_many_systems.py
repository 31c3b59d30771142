"""Sums, ages and labels as the systems that print bills word them."""

from decimal import Decimal

import pytest

from plainbill.reading.terms.wording import is_subtotal, is_total, summary_field
from tests.reading.papers import read_text


@pytest.mark.parametrize("words", ["SubtotaI PHARMACY", "Subtota| SUPPLIES"])
def test_a_stroke_behind_small_letters_is_the_letter_of_a_subtotal(words: str) -> None:
    assert is_subtotal(words)


def test_a_stroke_behind_small_letters_is_the_letter_of_a_total() -> None:
    assert is_total("TotaI charges")


def test_what_is_straightforward_was_not_brought_forward() -> None:
    assert summary_field("New, straightforward") is None


def test_the_balance_that_a_plan_of_payments_began_with_is_not_what_is_left() -> None:
    assert summary_field("Original balance") == "ignore_money"


def test_ages_of_a_balance_on_one_row_with_their_amounts_are_no_service() -> None:
    document = read_text("""
Alder Dentistry
610 Molar Hill Rd, Crestline, CA 92325
Patient: Ada Lombard      Statement 04/15/26

Date       Code    Description                Charge    Credit   Balance
02/03/26   D0120   Periodic oral evaluation     62.00               62.00
02/03/26   D0274   Bitewings - four films       84.00              146.00
02/20/26           Ins Pmt - Corbel                     -46.00     100.00

                   0-30 days 100.00   31-60 0.00  61-90 0.00   90+ 0.00
                   Please remit: $100.00
""")
    assert [line.charge for line in document.lines or ()] == [Decimal(62), Decimal(84)]


def test_a_short_id_behind_a_name_is_no_part_of_it() -> None:
    document = read_text("""
Alder Dentistry
610 Molar Hill Rd, Crestline, CA 92325
Ledger for: Ada Lombard Patient ID 3317 Statement 04/15/26

Date       Code    Description                Charge
02/03/26   D0120   Periodic oral evaluation    62.00
""")
    assert document.patient is not None
    assert (document.patient.name, document.patient.account_number) == ("Ada Lombard", "3317")


def test_who_says_whom_to_bill_and_when_payment_is_due_sent_a_bill() -> None:
    page = """
Clearfield Imaging
45 Halide Ave, Norwick, CT 06360
Bill to: Ada Lombard, 12 Sparrow Ct, Norwick, CT 06360

Exam date     Exam                  Fee         Allowed    Plan paid    You owe
02-Sep-2026   MRI knee right        1,840.00     612.40       489.92     122.48
02-Sep-2026   X-ray knee, 3 views     228.00      71.15        56.92      14.23

Questions about images? Ask for release form 7. Payment due 10/17/2026.
"""
    document = read_text(page)
    assert (document.kind, str(document.due_date)) == ("bill", "2026-10-17")


LETTER = """
Redmoor Recovery Services, LLC
PO Box 30077, Stonebridge, OH 43004

September 3, 2026

Ada Lombard
14 Fenwick Ave
Dunmore, PA 18509

Creditor account: TC-551093
Dear Ada Lombard:
The hospital has placed the above account with this office. As of today you owe:

Balance as of 02/01/2026        $1,210.00
Interest                           $36.30
Payments since                    $100.00
Total amount of the debt now    $1,146.30

This is an attempt to collect a debt. You have until October 10, 2026 to dispute this debt in writing. If
you pay $859.73 by September 30 we will close the account.
Sincerely,
T. Marrow
"""


def test_the_day_of_a_sum_is_not_that_of_a_letter_with_its_own() -> None:
    assert str(read_text(LETTER).document_date) == "2026-09-03"


def test_what_a_debt_comes_to_now_is_asked_for_and_not_the_balance_before_fees_and_payments() -> None:
    totals = read_text(LETTER).totals
    assert totals is not None
    assert (str(totals.balance_due), str(totals.patient_paid)) == ("1146.30", "100.00")


def test_by_when_less_would_do_is_not_when_a_debt_is_due() -> None:
    assert read_text(LETTER).due_date is None


RECEIPT = """
Quickstep Urgent Care
2214 Route 9 North
Fallowby, NY 12590
Patient: Ada Lombard
Visit #: 887401
Date: 11/02/2026 6:41 PM

99203 New Patient Visit L3        $185.00
J1100 Dexamethasone inj            $24.00
  10 {times} $2.40
96372 Injection admin              $40.00

Subtotal                          $249.00
VISA ****4410 paid               -$249.00
Balance                             $0.00
Auth 00417D
"""


@pytest.mark.parametrize("times", ["units @", "days @", "x"])
def test_a_count_and_a_price_that_make_the_charge_above_are_its_units(times: str) -> None:
    _, drug, _ = read_text(RECEIPT.format(times=times)).lines or ()
    assert (drug.description, drug.units, str(drug.charge)) == ("Dexamethasone inj", 10, "24.00")


def test_a_bare_auth_on_a_paper_with_a_masked_card_is_no_authorization_of_a_plan() -> None:
    assert read_text(RECEIPT.format(times="x")).authorization_number is None


def test_a_day_that_ends_a_sentence_of_the_row_above_is_not_that_of_the_paper() -> None:
    document = read_text("""
Granby Corner Pharmacy
501 Apothecary Row, Granby, MA 01033
Patient: Ada Lombard
Keep this for your records. 3 refills left before
10/06/2027

RX 4471902   ATORVASTATIN 40MG TAB   NDC 00378-3952-77   88.79
RX 4471903   METFORMIN 500MG TAB     NDC 65862-0008-99   41.99
Total due                                                130.78
""")
    assert document.document_date is None


def test_what_visits_without_heads_take_off_in_a_column_of_its_own_is_paid() -> None:
    document = read_text("""
Ivy Hollow Pediatrics                        Patient: Ada Lombard
302 Acorn Way, Danforth, ME 04424            Account No: IH 6630
                                             Statement Date: Oct 2, 2026

Visit 08/05/2026 - Dr. Nell Arkwright
99393 Well child 5-11                                   $198.00
92551 Hearing screen                                     $32.00
  Payment from Cobalt Health 08/27/2026                             -$171.20
  Contractual adjustment                                             -$58.80
Visit balance                                                          $0.00
Visit 09/11/2026 - Dr. Sol Finch
99213 Office visit                                      $141.00
87804-QW Influenza test, A                               $39.00
  Copay 09/11/2026                                                   -$25.00
  Payment from Cobalt Health 09/29/2026                              -$94.10
  Contractual adjustment                                             -$32.30
Visit balance                                                         $28.60
Amount due now $28.60
Late payments may be charged a $15.00 fee.
""")
    assert [str(payment.amount) for payment in document.payments or ()] == [
        "171.20",
        "58.80",
        "25.00",
        "94.10",
        "32.30",
    ]
    assert document.totals is not None
    assert document.totals.insurance_paid is None


@pytest.mark.parametrize("times", ["x2", "x 2"])
def test_counts_with_their_sign_in_a_column_without_a_head_are_units(times: str) -> None:
    document = read_text(f"""
Orchard Street Rehab
88 Orchard Street, Pellham, VT 05459
Statement for: Ada Lombard
Issued April 9, 2026

March 3, 2026
97110-GP   Therapeutic Exercise        {times}      $128.00
97140-GP   Manual Therapy              {times}      $118.00
March 10, 2026
97110-GP   Therapeutic Exercise        {times}      $128.00
97530-GP   Therapeutic Activities      {times}      $136.00
Sum of services: $510.00
""")
    lines = document.lines or ()
    assert [line.units for line in lines] == [2, 2, 2, 2]
    assert (lines[1].description, lines[3].description) == ("Manual Therapy", "Therapeutic Activities")


def test_short_forms_of_payments_say_who_paid() -> None:
    totals = read_text("""
Meridian County EMS
P.O. Box 1180, Stillbrook, GA 31024
Patient: Ada Lombard     Run No. 26-004417     Inv Date 06/02/2026

HCPCS   Description               Qty    Rate       Extended
A0427   ALS1 Emergency Base       1      1,385.00   1,385.00
A0425   Ground mileage            10        18.50     185.00
                           Total Charges $1,570.00
                           Less Medicare Pmt $370.00
                           BALANCE DUE $1,200.00
""").totals
    assert totals is not None
    assert totals.insurance_paid == Decimal(370)


@pytest.mark.parametrize(("price", "described"), [("$16.50", ("miles", 7)), ("$17.50", ("7 miles @ $17.50", None))])
def test_count_and_price_among_words_that_make_the_charge_are_no_part_of_what_was_done(
    price: str, described: tuple[str, int | None]
) -> None:
    _, drive, _ = read_text(f"""
City of Larkmoor Fire & Rescue
9 Hose Street, Larkmoor, WI 54011
Patient: Ada Lombard        June 2, 2026

     Basic Life Support, emergency (A0429)      $920.00
     7 miles @ {price} (A0425)                   $115.50
     Oxygen (A0422)                              $65.00
     Total                                    $1,100.50
     You owe                                  $1,100.50
""").lines
    assert (drive.description, drive.units) == described
