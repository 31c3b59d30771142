"""Words over several columns, cells that hold two things, amounts without a zero, addresses and rates in tables."""

from decimal import Decimal

from tests.reading.papers import read_text

GROUPED = """
Evenfield Kidney Care                                        PATIENT STATEMENT
2750 Depot Street, Cold Spring, IN 46999                     Account Number EKC-0077413
Patient: Bartholomew Lombard                                 Statement Date 05/08/2026

Date of    Rev    HCPCS/                                                     Insurance             Patient
Service    Code   Modifier    Description         Units   Charges     Payments    Adjustments      Responsibility
03/02/26   0821   90999 G5    HEMODIALYSIS        1       2,950.00    -259.60      -2,625.50        64.90
03/02/26   0634   Q4081       EPOETIN ALFA        30        372.00     -59.52        -297.60        14.88
03/04/26   0636   J1756       IRON SUCROSE        100       268.00     -42.88        -214.40        10.72
"""


def test_a_word_over_two_columns_tells_whose_payments_and_adjustments_they_are() -> None:
    first, *_ = lines = read_text(GROUPED).lines
    assert [line.plan_paid for line in lines] == [Decimal("259.60"), Decimal("59.52"), Decimal("42.88")]
    assert (first.code, first.modifiers, first.revenue_code) == ("90999", ("G5",), "0821")
    assert [adjustment.amount for adjustment in first.adjustments] == [Decimal("2625.50")]


PAID = """
Cypress Bend Foot & Ankle                                    Patient Statement
1450 Live Oak Trace, Cypress Bend, LA 70999                  Statement Date: 03/31/2026
Patient: Marisol Lombard                                     Account Number: 20771

Service                                                     Payments             Adjust-    Patient
Date          Proc.     Description          Charges    Insurance   Patient      ments      Balance
02/03/2026    99203     Office Visit, New    218.00     -108.13       -5.00      -77.84     27.03
02/03/2026    J1030     Depo-Medrol           31.00      -12.40        0.00      -15.50      3.10
"""


def test_payments_over_insurance_and_patient_are_the_plans_and_the_patients() -> None:
    lines = read_text(PAID).lines
    assert [(line.plan_paid, line.patient_responsibility) for line in lines] == [
        (Decimal("108.13"), Decimal("27.03")),
        (Decimal("12.40"), Decimal("3.10")),
    ]


REVIEW = """
IRON RIDGE CASUALTY COMPANY                                  EXPLANATION OF REVIEW
Workers' Compensation Bill Review                            This is not a bill
Injured worker: BARNABY LOMBARD    Claim number: WC-KY-0447118
Provider: BLUEGRASS HAND PSC

Date of       Proc               Billed         Reductions            Recommended
Service       Code    Units      Charge     Fee Schedule     PPO      Allowance
05/11/2026    99203   1          320.00       168.40         7.58     144.02
05/11/2026    73110   1          164.00       101.30         3.14      59.56
"""


def test_two_columns_of_reductions_are_two_adjustments() -> None:
    first, _ = read_text(REVIEW).lines
    assert [adjustment.amount for adjustment in first.adjustments] == [Decimal("168.40"), Decimal("7.58")]
    assert first.allowed == Decimal("144.02")


MAINFRAME = """
MONTOUR VALLEY HEALTH PLAN                                   EXPLANATION OF BENEFITS
QUENTIN D LOMBARD    Member ID 10044718206                   Claim #: K8814009040

Service    Proc                              Amount                                                  Plan     Member
date       code     Description              charged   Discount   Allowed   Deductible   Copay    benefit     resp.
02/13/26   E0570    NEBULIZER                 165.00      66.00     99.00          .00     .00      79.20     19.80
02/13/26   A7003    NEBULIZER SET              12.00       4.80      7.20          .00     .00       7.20       .00
02/14/26   J3490    ALPRAZOLAM .25 MG           2.00        .50      1.50          .00     .00       1.50       .00
"""


def test_amounts_without_a_zero_before_the_point_are_amounts_and_strengths_are_words() -> None:
    lines = read_text(MAINFRAME).lines
    assert [line.deductible for line in lines] == [Decimal("0.00")] * 3
    assert [line.patient_responsibility for line in lines] == [Decimal("19.80"), Decimal("0.00"), Decimal("0.00")]
    assert lines[2].description == "ALPRAZOLAM .25 MG"


BELOW_CODES = """
amberline health                                             EXPLANATION OF BENEFITS
Member Name: ISADORA LOMBARD   Member ID: U7044190 01        THIS IS NOT A BILL
Claim Number: T110PAE70044     Process Date: 05/05/2026

  Dates of              Procedure      Billed     Allowed    Deductible   Paid       Patient
  Service               Description    Amount     Amount     Amount       Amount     Resp.
04/20/2026   99204                     $352.00    $204.16      $0.00      $164.16    $40.00
             NEW PATIENT OFFICE VISIT
04/20/2026   81003                      $14.00      $4.20      $0.00        $4.20     $0.00
             URINALYSIS AUTO W/O SCOPE
04/20/2026   80053                      $58.00     $17.40     $17.40        $0.00    $17.40
             COMPREHEN METABOLIC PANEL
Totals:                                $424.00    $225.76     $17.40      $168.36    $57.40
"""


def test_a_code_beside_the_day_with_its_words_below_is_read() -> None:
    assert [(line.code, line.description) for line in read_text(BELOW_CODES).lines] == [
        ("99204", "NEW PATIENT OFFICE VISIT"),
        ("81003", "URINALYSIS AUTO W/O SCOPE"),
        ("80053", "COMPREHEN METABOLIC PANEL"),
    ]


BESIDE_DAYS = """
LibertyBell Blue Health                                      Explanation of Benefits (EOB)
Patient FELICITY LOMBARD     Member ID QLB 700441926800      This is not a bill.
Claim number: 260340071882   Provider: Mercer Street Hospital

Date of service/          Provider       Plan        Allowed     Co-        Plan paid    Your
Description               charges        discount    amount      pay                     share
01/14/26
EMERGENCY ROOM VISIT      $1,480.00      $651.20     $828.80     $150.00    $678.80      $150.00
01/14/26
LABORATORY                  $212.00      $148.40      $63.60       $0.00     $63.60        $0.00
01/15/26
X-RAY                       $418.00      $242.44     $175.56       $0.00    $175.56        $0.00
TOTAL                     $2,110.00    $1,042.04   $1,067.96     $150.00    $917.96      $150.00
"""


def test_words_in_the_column_of_days_are_the_description() -> None:
    assert [(line.description, str(line.service_date)) for line in read_text(BESIDE_DAYS).lines] == [
        ("EMERGENCY ROOM VISIT", "2026-01-14"),
        ("LABORATORY", "2026-01-14"),
        ("X-RAY", "2026-01-15"),
    ]


ESTIMATE = """
Marlow Women's Health
101 Sable Creek Pkwy, Marlow, CO 80996
Good Faith Estimate for Health Care Items and Services
Patient: Philippa Lombard                 Account no.: SC-118427

Details of services and items for Marlow Women's Health
Service/Item          Address where service/item     Diagnosis code   Service code   Quantity   Expected cost
                      will be provided
New OB visit          101 Sable Creek Pkwy,          009.511          99203          1             $240.00
                      Marlow, CO 80996
Total expected charges from Marlow Women's Health                                                  $240.00

Details of services and items for Marlow Regional Hospital
Service/Item          Address where service/item     Diagnosis code   Service code   Quantity   Expected cost
                      will be provided
Room and board, OB    2400 Hospital Loop, CO         080              0122           2           $4,980.00
                      80996
Total expected charges from Marlow Regional Hospital                                             $4,980.00

Details of services and items for Front Range Anesthesia
Service/Item          Address where service/item     Diagnosis code   Service code   Quantity   Expected cost
                      will be provided
Labor analgesia       44 Front St, CO 80997          080              01967          1           $1,875.00
Total expected charges from Front Range Anesthesia                                               $1,875.00

Total estimated cost                                                                             $7,095.00
"""


def test_an_address_in_a_table_gives_no_code_and_a_diagnosis_begins_with_a_letter() -> None:
    visit, room, _ = read_text(ESTIMATE).lines
    assert (room.code, room.revenue_code, room.description) == (None, "0122", "Room and board, OB")
    assert (visit.diagnosis_codes, room.diagnosis_codes) == (("O09.511",), ("O80",))


def test_words_that_wrap_beside_the_zip_code_of_an_address_go_on_with_the_service() -> None:
    text = """
Good Faith Estimate for Health Care Items and Services
Marlow Urology Clinic                                Date of Good Faith Estimate: 07/02/2026

Service/Item            Address where service/item    Diagnosis   Service    Quantity   Expected
                        will be provided              Code        Code                  Cost
Consultation before     44 Front St, Marlow CO        Z30.09      99203      1          $175.00
procedure               80997
Follow-up visit         44 Front St, Marlow CO        Z30.8       99213      1          $110.00
                        80997
Total expected charges                                                                  $285.00
"""
    assert [line.description for line in read_text(text).lines] == ["Consultation before procedure", "Follow-up visit"]


def test_the_total_of_an_estimate_is_the_one_that_adds_up_those_of_each_office() -> None:
    totals = read_text(ESTIMATE).totals
    assert totals is not None
    assert totals.estimate == Decimal("7095.00")


RATES = """
otter                                    Hi Thessaly, here's your Explanation of Benefits.
Member ID OTR4471 0982-01    Claim OC26-1029-4471            This isn't a bill.
Provider Saguaro Skin Care

                          Provider    Member      Otter      Otter                          You
Service                   billed      savings     rate       paid      Deductible   Copay   owe
Lipid panel                $62.00      $44.64     $17.36     $17.36      $0.00      $0.00     $0.00
Oct 5,2026.80061
Office visit              $168.00      $63.84    $104.16     $69.16      $0.00     $35.00    $35.00
Oct 5,2026.99213
Tissue exam               $190.00     $104.50     $85.50      $0.00     $85.50      $0.00    $85.50
Oct 19.2026\u00b788305
Total                     $420.00     $212.98    $207.02     $86.52     $85.50     $35.00   $120.50
"""


def test_a_rate_that_is_the_charge_less_savings_is_what_the_plan_allows() -> None:
    lines = read_text(RATES).lines
    assert [line.allowed for line in lines] == [Decimal("17.36"), Decimal("104.16"), Decimal("85.50")]
    assert [(line.code, str(line.service_date)) for line in lines] == [
        ("80061", "2026-10-05"),
        ("99213", "2026-10-05"),
        ("88305", "2026-10-19"),
    ]


SHARES = """
VETERANS DEPENDENT CARE PROGRAM                              EXPLANATION OF BENEFITS
BENEFICIARY: ARAMINTA LOMBARD    CLAIM NUMBER: 26055 90      THIS IS NOT A BILL
PROVIDER: HIGH MESA INTERNISTS   EOB DATE: 03/11/2026

DATE OF       SVC            BILLED      ALLOWED     DEDUCT     COST       VDCP
SERVICE       CODE    QTY    AMOUNT      AMOUNT      AMOUNT     SHARE      PAID
01/20/2026    99214   1      245.00      118.30       50.00      17.07      51.23
01/20/2026    80061   1       74.00       13.39        0.00       3.35      10.04
01/20/2026    83036   1       49.00        9.71        0.00       2.43       7.28
"""


def test_a_share_of_what_the_deductible_leaves_is_coinsurance() -> None:
    lines = read_text(SHARES).lines
    assert [line.coinsurance for line in lines] == [Decimal("17.07"), Decimal("3.35"), Decimal("2.43")]
