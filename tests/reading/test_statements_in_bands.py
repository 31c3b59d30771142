"""Statements as billing systems print them: bands of days, earlier balances, limits, numbered rows, today's charges."""

from decimal import Decimal

from tests.reading.papers import read_text

CARDS = """
brightwell                                               Statement date: Apr 9, 2026
Hi Noelle, here's your bill.                             Account number: BW-2284-0917

Visit with Dr. Hannah Oyelaran                                         March 3, 2026
Brightwell Women's Health
                                     Initial      Insurance     Insurance
Service                              charge       discount      paid          You owe
Office visit (99214)                 $265.00      -$90.10       -$134.90      $40.00
Visit total                          $265.00      -$90.10       -$134.90      $40.00

Imaging at Brightwell Breast Center                                    March 12, 2026
Brightwell Breast Center
                                     Initial      Insurance     Insurance
Service                              charge       discount      paid          You owe
Diagnostic mammogram (77066)         $512.00      -$209.92      -$302.08      $0.00
Visit total                          $512.00      -$209.92      -$302.08      $0.00
"""


def test_the_day_at_the_end_of_a_band_above_each_of_several_tables_is_that_of_its_lines() -> None:
    assert [str(line.service_date) for line in read_text(CARDS).lines] == ["2026-03-03", "2026-03-12"]


CONTRACT = """
Silverline Orthodontics                                  ACCOUNT STATEMENT
330 Quarry Loop, Bellfountain, OR 97999                  Statement Date: 04/01/2026
Patient: Theodora Lombard                                Account: 2207-1

Date        Patient     Description                      Charges     Payments     Balance
09/15/25    Theodora    Previous Balance                                          310.00
10/01/25    Theodora    Monthly Contract Charge          155.00                   465.00
10/08/25    Theodora    Payment - Check 2201                         (310.00)     155.00
11/01/25    Theodora    Monthly Contract Charge          155.00                   310.00
11/20/25    Theodora    Panoramic Image D0330             98.00                   408.00
12/01/25    Theodora    Monthly Contract Charge          155.00                   563.00
"""


def test_a_previous_balance_beside_the_patients_name_is_no_line() -> None:
    statement = read_text(CONTRACT)
    assert [line.description for line in statement.lines][0] == "Monthly Contract Charge"
    assert statement.previous_balance == Decimal("310.00")


def test_one_lettered_code_behind_the_words_is_the_code_of_its_line() -> None:
    image = next(line for line in read_text(CONTRACT).lines if line.charge == Decimal("98.00"))
    assert (image.code, image.description) == ("D0330", "Panoramic Image")


LIMITS = """
NorthPartners                                            Explanation of health care benefits
Member ID 60881142 00   Claim 8830-41770-26              This is not a bill.
Care received by ESPERANZA LOMBARD

                                  Provider    Network     Amount     Paid by
Care you received    When         charged     discount    allowed    NorthPartners    Deductible    You owe
Office visit         03/17/2026   $318.00     $104.94     $213.06    $168.06            $0.00       $45.00
Allergy testing      03/17/2026   $624.00     $324.48     $299.52     $89.64          $180.00      $209.88
Totals                            $942.00     $429.42     $512.58    $257.70          $180.00      $254.88

How close you are to your limits
Deductible                        $680.00 applied         $820.00 left
Out-of-pocket maximum             $1,114.20 applied       $3,885.80 left
"""


def test_how_far_it_is_to_a_limit_is_no_sum_of_the_paper() -> None:
    totals = read_text(LIMITS).totals
    assert totals is not None
    assert (totals.deductible, totals.charges) == (Decimal("180.00"), Decimal("942.00"))


NUMBERED = """
   FAIRMOUNT COUNTY HOSPITAL
   Patient: Elspeth Lombard      Account: FSH4471902     Statement Date: 03/20/2026

   42 REV. CD.   43 DESCRIPTION        44 HCPCS    45 SERV. DATE   46 SERV. UNITS   47 TOTAL CHARGES
1  0300          VENIPUNCTURE          36415       03/12/26        1                      28.00
2  0301          LAB/CHEMISTRY         80053       03/12/26        1                     226.00
3  0370          ANESTHESIA                        03/12/26        5                   1,180.00
4  0250          PHARMACY                          03/12/26        9                     143.60
"""


def test_numbers_before_the_rows_of_a_form_are_no_revenue_codes() -> None:
    assert [(line.revenue_code, line.code) for line in read_text(NUMBERED).lines] == [
        ("0300", "36415"),
        ("0301", "80053"),
        ("0370", None),
        ("0250", None),
    ]


WALKOUT = """
Willowmere Dental                                        WALKOUT STATEMENT
12 Lake Rd, Maple Shore, WI 53999                        Date: 04/09/2026
Patient: Ada Lombard                                     Account: 7740

Date          Code     Description              Charges
04/09/2026    D0120    Periodic exam              64.00
04/09/2026    D2740    Crown                   1,340.00
                       Today's Charges         1,404.00
                       Today's Payments         -400.00
                       Balance Due            $1,004.00
"""


def test_todays_charges_are_the_sum_and_no_line() -> None:
    statement = read_text(WALKOUT)
    assert [line.code for line in statement.lines] == ["D0120", "D2740"]
    assert statement.totals is not None
    assert statement.totals.charges == Decimal("1404.00")


SHARES = """
Verity Health                                            Explanation of Benefits
Patient: Ada Lombard     Member ID: H7740                This is not a bill.
Claim number: 2025-118   Processed: 07/30/2025

Date                                                    Deductible   Copay      Coins.     Plan     Your
             Service          Charges     Discount      you pay      you pay    you pay    paid     resp.
07/08/25     Office visit     214.00      101.30        0.00         35.00      0.00       77.70    35.00
07/21/25     Supplies          72.40       30.90        0.00          0.00      4.15       37.35     4.15
"""


def test_what_you_pay_as_copay_is_the_copay() -> None:
    lines = read_text(SHARES).lines
    assert [(line.copay, line.coinsurance) for line in lines] == [
        (Decimal("35.00"), Decimal("0.00")),
        (Decimal("0.00"), Decimal("4.15")),
    ]


LEDGER = """
Quarry Lane Family Dentistry                             STATEMENT
1450 Quarry Lane, Dover Hollow, DE 19999                 Date: 04/13/2026
Patient: Ottoline Lombard                                Account: 2716

Date          Code     Description              Charges     Balance
03/24/2026    D3330    Root canal - molar       1,265.00    1,265.00
04/07/2026    D2740    Crown                    1,420.00    2,685.00

Total Balance          - Est Insurance          = Please Pay
2,685.00               1,612.00                 1,073.00
"""


def test_an_estimated_share_taken_from_a_balance_says_that_insurance_has_not_answered() -> None:
    statement = read_text(LEDGER)
    assert statement.insurance_pending is True
    assert statement.totals is not None
    assert statement.totals.balance_due == Decimal("1073.00")
