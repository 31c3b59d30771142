"""Statements as the billing systems of hospitals and offices print them."""

from decimal import Decimal

from tests.reading.papers import page_of, read_pages, read_text

OFFICE = """
Briar Hollow Dermatology                                     Statement
27 Commerce Park Drive
Briar Hollow, TN 37999                  Statement Date: 4/2/2026    Account Number: BHD1077

                                                     Insurance                 Insurance    Patient
Date        Code      Description    Units  Charges  Payments    Adjustments   Balance      Balance
2/4/2026    99204     OFFICE VISIT   1      $345.00  -$161.01    -$114.98        $0.00      $69.01
2/4/2026    11102     BIOPSY         1      $214.00  -$105.51     -$63.27        $0.00      $45.22
3/25/2026   11900     INJECTION      1      $121.00     $0.00       $0.00      $121.00       $0.00
"""


def test_insurance_over_payments_and_over_a_balance_is_no_row_of_captions() -> None:
    lines = read_text(OFFICE).lines
    assert [(line.plan_paid, line.patient_responsibility) for line in lines] == [
        (Decimal("161.01"), Decimal("69.01")),
        (Decimal("105.51"), Decimal("45.22")),
        (Decimal("0.00"), Decimal("0.00")),
    ]


DEPARTMENTS = """
NORTHGATE COMMUNITY HOSPITAL           STATEMENT DATE: 03/20/26
901 W SUMMIT AVE                       ACCOUNT NUMBER: 5510-44827
NORTHGATE KS 66999                     PAY THIS AMOUNT: $475.54

DATE OF        DESCRIPTION OF SERVICE                                    AMOUNT
SERVICE
02/11/26       FIN 88104472 Outpatient Patient: QUILLON, AUGUSTIN R
               EMERGENCYROOM                                           1,640.00
               LABORATORY                                                702.35
                                           TOTAL CHARGES               2,342.35
                                     INSURANCE PAYMENTS                1,188.40-
02/25/26       FIN 88119063 Recurring Patient: QUILLON, AUGUSTIN R
               PHYSICAL THERAPY                                          612.00
               OCCUPATIONAL THERAPY                                      318.00
                                           TOTAL CHARGES                 930.00
"""


def test_the_day_before_a_visits_number_and_patient_is_that_of_its_departments() -> None:
    assert [(line.description, str(line.service_date)) for line in read_text(DEPARTMENTS).lines] == [
        ("EMERGENCY ROOM", "2026-02-11"),
        ("LABORATORY", "2026-02-11"),
        ("PHYSICAL THERAPY", "2026-02-25"),
        ("OCCUPATIONAL THERAPY", "2026-02-25"),
    ]


SUPERBILL = """
Statement for Insurance Reimbursement              Lantern Street Counseling, PLLC
Issued: 05/01/2026                                 618 Lantern Street, Ste 4B
                                                   Kettle Bay, WA 98999
Client: Marguerite Solis-Hahn
Diagnosis
1 F41.1 Generalized anxiety disorder
2 F43.21 Adjustment disorder with depressed mood

Date          POS    Service    DX    Description             Units    Fee
03/03/2026    11     90791      1     Psychiatric evaluation  1        $260.00
03/17/2026    10     90837      1,    Psychotherapy, 60 min   1        $190.00
                     95         2
04/21/2026    10     90834      1     Psychotherapy, 45 min   1        $150.00
                     95
"""


def test_modifiers_and_pointers_that_narrow_columns_wrap_belong_to_the_code_above() -> None:
    first, second, third = read_text(SUPERBILL).lines
    assert (second.code, second.modifiers, second.description) == ("90837", ("95",), "Psychotherapy, 60 min")
    assert (third.modifiers, third.description) == (("95",), "Psychotherapy, 45 min")
    assert first.diagnosis_codes == ("F41.1",)
    assert second.diagnosis_codes == ("F41.1", "F43.21")


INVOICE = """
GRANITE COUNTY EMERGENCY MEDICAL SERVICES
PO Box 808, Granite Falls, MT 59999
INVOICE
Patient Name: Lavinia Crosswhite            Run Number: 26-004417
Primary Payer: Big Sky Mutual               Invoice Date: 03/16/2026

Service Date   HCPCS   Mod   Description              Qty    Unit Price   Amount
01/31/2026     A0433   RH    ALS LEVEL 2 EMERGENCY    1.0    1,685.00     1,685.00
01/31/2026     A0425   RH    GROUND MILEAGE           10.0      24.50       245.00
                                        Total Charges:                    $1,930.00
                                        Insurance Payments:              $(1,210.55)
                                        Write-Offs / Adjustments:          $(402.90)
                                        PAY THIS AMOUNT:                    $316.55
"""


def test_a_dollar_sign_before_the_bracket_of_an_amount_below_zero_is_read() -> None:
    totals = read_text(INVOICE).totals
    assert totals is not None
    assert (totals.insurance_paid, totals.adjustments) == (Decimal("1210.55"), Decimal("402.90"))


DEBT = """
Halvorsen Recovery Services, Inc.                          April 9, 2026
PO Box 4040, Rockmere, NH 03999                            Reference #: HRS-8820471

Bettina Kowalczyk-Rhodes
12 Ledge Hill Rd
Rockmere, NH 03998

Dear Bettina Kowalczyk-Rhodes:
Halvorsen Recovery Services, Inc. is a debt collector. We are trying to collect a debt that you owe to Rockmere General
Hospital. We will use any information you give us to help collect the debt.

                           Creditor      Date of       Principal                  Amount
Creditor                   Account #     Service       Balance      Interest      Owed
ROCKMERE GENERAL HOSPITAL  RM4471180     06/12/2025      $841.20     $22.71      $863.91
ROCKMERE GENERAL HOSPITAL  RM4498027     08/03/2025    $1,204.00     $26.49    $1,230.49
Total amount of the debt now:                          $2,045.20     $49.20    $2,094.40

Mail this form to:                            I want to dispute the debt
Halvorsen Recovery Services, Inc.
PO Box 4040
Rockmere, NH 03999
"""


def test_the_last_amount_of_a_row_that_adds_up_the_others_is_what_is_owed() -> None:
    letter = read_text(DEBT)
    assert letter.totals is not None
    assert letter.totals.balance_due == Decimal("2094.40")


def test_a_sentence_beside_an_address_to_mail_to_is_nobodys_name() -> None:
    letter = read_text(DEBT)
    assert letter.patient is not None
    assert letter.patient.name == "Bettina Kowalczyk-Rhodes"


RECEIPT = """
SWIFTWELL URGENT CARE
1190 AIRPORT RD STE 101
JUNIPER FORK, ID 83999
MERCHANT ID:  ****8814
TERM ID:  02          CLERK: DANA
PATIENT: RAFE LINDEMANN
DOB: 09/27/2001
VISIT #: 260517-044
99203     NEW PT VISIT LVL 3                    185.00
87880     RAPID STREP TEST                       38.00
87811     COVID-19 ANTIGEN                       55.00
SUBTOTAL                                       $278.00
SELF PAY DISCOUNT 20%                          -$55.60
TOTAL DUE                                      $222.40
SALE
AMOUNT PAID                                    $222.40
BALANCE DUE                                      $0.00
"""


def test_what_was_paid_for_oneself_at_a_terminal_is_the_patients() -> None:
    receipt = read_text(RECEIPT)
    assert receipt.totals is not None
    assert (receipt.totals.patient_paid, receipt.totals.balance_due) == (Decimal("222.40"), Decimal("0.00"))
    # The number of a terminal is no member's.
    assert receipt.coverage is None


FIRST = """
St. Clare Lakewood Health                       Guarantor Name     Wrenna Castellanos
PO Box 5540                                     Guarantor Number   10377842
Lakewood Bend, OH 44999                         Statement Date     03/18/2026
                                                AMOUNT DUE         $781.61
Account Summary
Previous Balance                    $0.00
New Charges                     $1,190.67
Insurance Payments               -$409.06
Amount Due                        $781.61
"""
SECOND = """
St. Clare Lakewood Health          Guarantor: Wrenna Castellanos 10377842        Page 2 of 2
Detail of Services
Outpatient Hospital Visit at St. Clare Lakewood Hospital              Account #: 700418823
Patient: Wrenna Castellanos     Date of Service: 01/14/2026

Date          Description                      Charges      Payments/Adjustments     Balance
01/14/2026    Laboratory - Chemistry           $412.00
01/14/2026    Diagnostic Radiology             $778.67
Total Amount Due                                                                     $781.61
"""


def test_a_first_page_without_a_number_goes_with_the_second_that_asks_for_the_same_amount() -> None:
    (statement,) = [each.document for each in read_pages(page_of(FIRST), page_of(SECOND, index=1))]
    assert len(statement.lines) == 2
    assert str(statement.document_date) == "2026-03-18"


INFUSION = """
MERIDIAN HOME INFUSION, INC.                             INVOICE
9100 Tradewind Blvd                                      Invoice No     MHI-209418
Halcyon Park, GA 30999                                   Invoice Date   03/12/2026
Patient: PHILOMENA LOMBARD

Service Date   HCPCS    Description             Qty    Unit Price    Ext Amount
03/02/26       J0696    CEFTRIAXONE 250 MG      56     3.85              215.60
03/02/26       A4222    INFUSION SUPPLIES       7      24.50             171.50
                                                Subtotal                 387.10
                                                Invoice Total            387.10
                                                Payments / Credits      -100.00
                                                BALANCE DUE            $287.10
"""


def test_the_balance_below_payments_and_credits_is_what_is_due() -> None:
    totals = read_text(INFUSION).totals
    assert totals is not None
    assert totals.balance_due == Decimal("287.10")


DENTIST = """
Tamarack Point Family Dentistry       STATEMENT          Date              4/6/2026
610 Boathouse Rd                                         Account Number    3317
Tamarack Point, MI 49999
Oksana Brightwater                    Total              -Ins Est          =Balance
                                      1,262.40           214.80            1,047.60

Date         Code     Description                Charges    Credits    Balance
1/12/2026    D1110    prophylaxis - adult         118.00                 118.00
2/10/2026    D2740    crown                     1,340.00               1,458.00
2/10/2026    Pay      Credit Card                           195.60     1,262.40
"""


def test_a_bare_total_above_the_services_that_is_not_theirs_is_not_what_was_charged() -> None:
    totals = read_text(DENTIST).totals
    assert totals is None or totals.charges is None


PAYMENT = """
Kestrel Lake Pediatrics                                  Payment Receipt
52 Ferry Landing Road
Kestrel Lake, MN 55999

Payment Status      Approved
Payment Amount      $164.20
Payment Date        04/17/2026
Patient Name        Mateo Lombard

Date of Service     Invoice Number     Description           Amount Due     Amount Paid
02/20/2026          88213004           Statement balance     $92.35         $92.35
03/06/2026          88219917           Statement balance     $71.85         $71.85
"""


def test_an_approved_payment_is_not_what_a_plan_approved() -> None:
    totals = read_text(PAYMENT).totals
    assert totals is None or totals.allowed is None
