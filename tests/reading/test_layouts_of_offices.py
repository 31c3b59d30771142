"""Layouts that offices, laboratories and plans print: heads in two rows, halves, bands, amounts below services."""

from plainbill.case import Line
from tests.reading.papers import read_text


def _told(lines: tuple[Line, ...], *names: str) -> list[tuple[str, ...]]:
    return [tuple(str(getattr(line, name)) for name in names) for line in lines]


def test_the_day_in_a_band_above_a_table_is_that_of_its_lines() -> None:
    document = read_text("""
    Millrace Primary Care                                      Patient statement
    Statement date: 03/23/2026         Patient: Ottoline Marchetti

    Jan 14, 2026   Imogen Satterfield, MD                             Claim 118803V2
                                       Insurance   Insurance    You
    Code       Service      Charge     paid        adjusted     paid       You owe
    99396      Prev visit   $312.00    ($171.40)   ($140.60)    ($0.00)    $0.00
    90471      Immunization  $54.00     ($23.10)    ($30.90)    ($0.00)    $0.00

    Feb 9, 2026    Tobiah Renner, PA-C                                Claim 119966V1
                                       Insurance   Insurance    You
    Code       Service      Charge     paid        adjusted     paid       You owe
    99214-25   Office visit $246.00     ($68.11)    ($92.70)   ($45.00)    $40.19
    Total you owe                                                          $40.19
    """)
    assert _told(document.lines, "service_date", "code", "plan_paid", "patient_responsibility") == [
        ("2026-01-14", "99396", "171.40", "0.00"),
        ("2026-01-14", "90471", "23.10", "0.00"),
        ("2026-02-09", "99214", "68.11", "40.19"),
    ]
    assert [str(line.adjustments[0].amount) for line in document.lines] == ["140.60", "30.90", "92.70"]


def test_the_day_of_posting_is_none_of_the_service_and_a_credit_takes_back() -> None:
    document = read_text("""
    SISTERS OF THE RIVER MEDICAL CENTER         PATIENT ACCOUNT DETAIL
    SVC DT     POST DT    REV    HCPCS    DESCRIPTION          QTY     CHARGES     CREDITS
    14APR26    15APR26    0360   27447    TKA LEVEL 5            1    9,850.00
    14APR26    17APR26    0360            OR LEVEL 5 ADDL       -1                1,310.00
    14APR26    15APR26    0278   C1776    TIBIAL INSERT          1    2,930.00
    """)
    assert _told(document.lines, "service_date", "service_date_to", "charge") == [
        ("2026-04-14", "None", "9850.00"),
        ("2026-04-14", "None", "-1310.00"),
        ("2026-04-14", "None", "2930.00"),
    ]


def test_an_adjustment_of_the_spine_is_a_service() -> None:
    document = read_text("""
    Hearthstone Spine & Wellness
    Statement for Winslow Abernathy         Statement date 03/31/26

    2 Mar 26     Chiropractic adjustment 3-4 regions - 98941-AT     68.00
                 Electrical stimulation, unattended - G0283         32.00
                 Visit total                                       100.00
    5 Mar 26     Chiropractic adjustment 3-4 regions - 98941-AT     68.00
                 Manual therapy, 15 min - 97140-59                  52.00
                 Visit total                                       120.00
    Total charges                                                  220.00
    Prompt-pay discount                                            (50.00)
    """)
    assert _told(document.lines, "service_date", "code", "charge") == [
        ("2026-03-02", "98941", "68.00"),
        ("2026-03-02", "G0283", "32.00"),
        ("2026-03-05", "98941", "68.00"),
        ("2026-03-05", "97140", "52.00"),
    ]


def test_the_sign_of_a_trade_mark_hides_no_code() -> None:
    lines = read_text("""
    Itemized statement
    Date          Description                                Qty     Amount
    03/11/2026    HC ED LEVEL 4 (CPT® 99284)                   1     2,318.00
    03/11/2026    HC VENIPUNCTURE (CPT®36415)                  1        34.00
    """).lines
    assert _told(lines, "code", "description") == [("99284", "HC ED LEVEL 4"), ("36415", "HC VENIPUNCTURE")]


def test_a_list_that_goes_on_beside_itself_is_two() -> None:
    lines = read_text("""
    Veridia Laboratories, Inc.                         Invoice 7740-219936
    Patient: Ransom Bellweather        Date of service: 02/19/2026

    Amount     CPT      Test                 Amount     CPT      Test
     $98.40    80061    Lipid panel           $67.30    80053    Metabolic panel
     $61.25    83036    Hemoglobin A1c        $48.60    85025    Blood count
     $21.00    36415    Collection
    $296.55    Total lab charges
    """).lines
    assert _told(lines, "code", "description", "charge") == [
        ("80061", "Lipid panel", "98.40"),
        ("83036", "Hemoglobin A1c", "61.25"),
        ("36415", "Collection", "21.00"),
        ("80053", "Metabolic panel", "67.30"),
        ("85025", "Blood count", "48.60"),
    ]


def test_days_stand_below_who_gave_care_and_the_code_below_the_words() -> None:
    document = read_text("""
    TRICARE EXPLANATION OF BENEFITS
    Beneficiary Name:        SOLANGE OYELARAN
    Benefits were payable    MERIDIAN SURGICAL
    to:                      GROUP
    Claim Number:            E26088A00719
    DoD Benefits Number:     00388412701

    Services Provided By                   No.    Services Provided      Amount       TRICARE      See
    Date of Services                                                     Billed       Approved     Remarks
    MERIDIAN SURGICAL GROUP                1      Inpatient surgery      $3,120.00    $1,044.18    1
    03/03/2026 - 03/03/2026                       (44970)
    MERIDIAN SURGICAL GROUP                3      Hospital care          $648.00      $229.32      1
    03/03/2026 - 03/05/2026                       (99232)
    Totals:                                                              $3,768.00    $1,273.50
    """)
    assert _told(document.lines, "service_date", "service_date_to", "code", "allowed") == [
        ("2026-03-03", "2026-03-03", "44970", "1044.18"),
        ("2026-03-03", "2026-03-05", "99232", "229.32"),
    ]
    assert document.claim_number == "E26088A00719"
    assert document.coverage is not None and document.coverage.member_id == "00388412701"
    assert document.coverage.group_number is None


def test_rows_alike_with_days_and_amounts_are_no_head() -> None:
    lines = read_text("""
    DEPARTMENT OF VETERANS AFFAIRS         PATIENT STATEMENT
    DATE          DESCRIPTION                          BILL REFERENCE     AMOUNT
    06/12/2026    PAYMENT POSTED - THANK YOU                              50.00-
    06/03/2026    OUTPATIENT SPECIALTY CARE COPAY      K6-442K0081        50.00
    06/09/2026    RX 4471882 LISINOPRIL 20MG           K6-442K0094        24.00
    06/17/2026    OUTPATIENT   PRIMARY   CARE   COPAY  K6-442K0117        15.00
    06/24/2026    OUTPATIENT   PRIMARY   CARE   COPAY  K6-442K0131        15.00
    06/30/2026    INTEREST/ADM. CHARGE                                     1.35
    """).lines
    assert _told(lines, "service_date", "charge") == [
        ("2026-06-03", "50.00"),
        ("2026-06-09", "24.00"),
        ("2026-06-17", "15.00"),
        ("2026-06-24", "15.00"),
    ]


def test_words_that_nobody_knows_may_head_what_was_done() -> None:
    lines = read_text("""
    Quorum Path Laboratories LLC                     Invoice
    What we tested        Price      Plan discount   Plan paid    You owe
    Complete blood count  $52.00     -$36.01         -$12.79      $3.20
    (CPT 85025)
    Metabolic panel       $88.00     -$62.31         -$20.55      $5.14
    (CPT 80053)
    Lipid panel           $96.00     -$72.41         -$18.87      $4.72
    (CPT 80061)
    Totals               $236.00    -$170.73         -$52.21     $13.06
    """).lines
    assert _told(lines, "code", "description", "charge", "plan_paid") == [
        ("85025", "Complete blood count", "52.00", "12.79"),
        ("80053", "Metabolic panel", "88.00", "20.55"),
        ("80061", "Lipid panel", "96.00", "18.87"),
    ]


def test_what_became_of_a_charge_stands_below_it_in_the_columns_of_the_table() -> None:
    lines = read_text("""
    BAYVIEW IMAGING CONSULTANTS           Statement: 03-31-2026
    Date          Code        Description                 Charge / credit     You owe
    02-11-2026    74177-26    CT abdomen, reading         $412.00
                              Insurance payment          -$146.08
                              Network adjustment         -$229.40
                              Your portion                                    $36.52
    02-11-2026    71046-26    Chest x-ray, reading         $58.00
                              Insurance payment           -$15.10
                              Network adjustment          -$39.12
                              Your portion                                     $3.78
    AMOUNT DUE                                                                $40.30
    """).lines
    assert _told(lines, "code", "charge", "plan_paid", "patient_responsibility") == [
        ("74177", "412.00", "146.08", "36.52"),
        ("71046", "58.00", "15.10", "3.78"),
    ]
    assert [str(line.adjustments[0].amount) for line in lines] == ["229.40", "39.12"]


def test_what_the_plan_paid_may_be_called_by_its_name() -> None:
    lines = read_text("""
    Copperfield Benefit Services          Explanation of Benefits
    Patient: Seraphina Wojcik     Claim: C26-11870-55

    04/02/2026  Preventive visit      Code 99396
    Provider billed                   $310.00
    Member discount                   $118.00
    Copperfield paid                  $192.00
    Copay                               $0.00
    You owe                             $0.00
    04/02/2026  Blood draw            Code 36415
    Provider billed                    $24.00
    Member discount                    $21.00
    Copperfield paid                    $0.00
    Copay                               $3.00
    You owe                             $3.00
    """).lines
    assert _told(lines, "code", "charge", "plan_paid") == [("99396", "310.00", "192.00"), ("36415", "24.00", "0.00")]


def test_what_is_owed_in_a_box_beside_the_letterhead_is_no_service() -> None:
    lines = read_text("""
    Lakeshore Memorial Health                                  Amount you owe
    Patient Financial Services, Grand Anse, MI 49999           $2,389.50

    Summary of hospital services
    Pharmacy                                                        1,288.42
    IV Solutions                                                      214.00
    Laboratory                                                      1,842.10
    Total hospital charges                                          3,344.52
    """).lines
    assert [line.description for line in lines] == ["Pharmacy", "IV Solutions", "Laboratory"]


def test_the_days_of_a_claim_may_name_one_month_and_one_year() -> None:
    lines = read_text("""
    Medicare Summary Notice
    February 3-5, 2026
    Northgate Cardiology Group     Claim number 11-26041-552-810
    Service Provided             Approved?    Charged      Medicare Paid    May Be Billed
    Office visit (99214-25)      Yes          $260.00      $103.24          $25.81
    Electrocardiogram (93000)    Yes           $84.00       $11.93           $2.98
    """).lines
    assert _told(lines, "service_date", "service_date_to") == [("2026-02-03", "2026-02-05")] * 2


def test_the_last_day_of_a_rental_stands_below_it_with_its_modifiers() -> None:
    lines = read_text("""
    HomePath Infusion                                        INVOICE
    Date          HCPCS    Item                       Qty    Price     Extended
    05/01/2026    E0431    Portable oxygen, rental      1    42.50        42.50
                           Thru 05/31/2026  Mod RR, KX
    05/04/2026    S9338    Home infusion, per diem      7   128.00       896.00
                           Thru 05/10/2026
    """).lines
    assert _told(lines, "service_date", "service_date_to", "description") == [
        ("2026-05-01", "2026-05-31", "Portable oxygen, rental"),
        ("2026-05-04", "2026-05-10", "Home infusion, per diem"),
    ]
    assert lines[0].modifiers == ("RR", "KX")


def test_how_often_stands_before_what_each_costs() -> None:
    lines = read_text("""
    Cedar Bend Physical Therapy            Statement
    CPT      Mod    Service                    Units × rate     Amount
    97162    GP     PT evaluation              1 × $210.00      $210.00
    97110    GP     Therapeutic exercise       2 × $62.00       $124.00
    """).lines
    assert _told(lines, "units", "charge") == [("1", "210.00"), ("2", "124.00")]


def test_a_weekday_and_a_clinician_head_the_services_of_a_day() -> None:
    lines = read_text("""
    Sunnyside Pediatrics                                      Bill date Apr 2, 2026
    Child: Rafferty Quillen

    Wed, Jan 14, 2026                                  Dr. Ngozi Halvorsen
    Well child visit, age 1-4                                       $214.00
    Code 99392-25
    Hib vaccine                                                      $54.00
    Code 90648
    Left to pay for this visit                                      $268.00
    Mon, Feb 9, 2026                                   Dr. Emil Straczek
    Sick visit                                                      $158.00
    Code 99213
    Left to pay for this visit                                      $158.00
    """).lines
    assert _told(lines, "service_date", "code", "charge") == [
        ("2026-01-14", "99392", "214.00"),
        ("2026-01-14", "90648", "54.00"),
        ("2026-02-09", "99213", "158.00"),
    ]


def test_the_second_row_of_a_service_may_print_its_code() -> None:
    lines = read_text("""
    Orchard Valley Health Plan HMO            Explanation of benefits
    Finalized 03/06/2026
    Date       Service                Billed      Allowed     Deductible    Coinsurance
    Line       Code                   Discount    Plan paid   Copay         You owe
    02/02      Office visit level 4   248.00      145.60        0.00          0.00
    Line 01    99214 25               102.40      105.60       40.00         40.00
    02/10      Echocardiogram       1,260.00      417.80      150.00         53.56
    Line 02    93306                  842.20      214.24        0.00        203.56
    """).lines
    assert _told(lines, "service_date", "code", "charge", "plan_paid", "patient_responsibility") == [
        ("2026-02-02", "99214", "248.00", "105.60", "40.00"),
        ("2026-02-10", "93306", "1260.00", "214.24", "203.56"),
    ]


def test_what_the_plan_allows_and_takes_off_together_is_what_was_billed() -> None:
    lines = read_text("""
    Great Sound Employees Health Trust       Explanation of benefits
    Date        Procedure    Not         Plan        Plan         Copay     Plan
    of service               covered     discount    allowance              payment
    01/12/26    99285        1,488.00    861.40      626.60       100.00    526.60
    01/12/26    93010           96.00     78.10       17.90         0.00     17.90
    01/26/26    99213          162.00     64.30       97.70        35.00     62.70
    """).lines
    assert _told(lines, "charge", "not_covered") == [("1488.00", "None"), ("96.00", "None"), ("162.00", "None")]


def test_a_cost_share_of_one_percentage_is_coinsurance_and_one_column_may_hold_codes_of_both_kinds() -> None:
    lines = read_text("""
    FRONTIER REGION HEALTH CARE                EXPLANATION OF BENEFITS
    Date of       Proc/                                   Amount      Allowed                 Cost-      Paid by
    service       rev code    Services provided           billed      by plan     Copay       share      plan
    03/26/2026    0360        Operating room services     11,860.00   5,170.25     0.00    1,034.05      4,136.20
    03/26/2026    0278        Implant                        918.40     278.53     0.00       55.71        222.82
    04/09/2026    84443       Thyroid hormone                112.00      35.61     0.00        7.12         28.49
    """).lines
    assert _told(lines, "revenue_code", "code", "coinsurance") == [
        ("0360", "None", "1034.05"),
        ("0278", "None", "55.71"),
        ("None", "84443", "7.12"),
    ]


def test_a_cost_share_of_several_percentages_is_left_open() -> None:
    lines = read_text("""
    FRONTIER REGION HEALTH CARE                EXPLANATION OF BENEFITS
    Date of       Code        Services provided           Amount      Allowed                 Cost-      Paid by
    service                                               billed      by plan     Copay       share      plan
    03/26/2026    29881       Knee surgery                11,860.00   5,170.25     0.00    1,000.00      4,170.25
    03/26/2026    71046       Chest film                     918.40     278.53     0.00       55.71        222.82
    04/09/2026    84443       Thyroid hormone                112.00      35.61     0.00        7.12         28.49
    """).lines
    assert _told(lines, "coinsurance", "deductible", "allowed")[1:] == [
        ("None", "None", "278.53"),
        ("None", "None", "35.61"),
    ]


def test_services_of_a_visit_stand_beside_codes_and_diagnoses() -> None:
    document = read_text("""
    Visit record                            Loch Haven Medical Group
    Patient: Delphina Crowhurst             Visit date: May 5, 2026
    Services performed today
    Service                                     CPT / HCPCS     Diagnosis
    Office visit, established patient           99214-25        E11.40, I10
    Hemoglobin A1c, in office                   83037           E11.40
    Vaccine administration                      90471           Z23
    """)
    assert document.kind == "visit_summary"
    assert _told(document.lines, "code", "description", "diagnosis_codes") == [
        ("99214", "Office visit, established patient", "('E11.40', 'I10')"),
        ("83037", "Hemoglobin A1c, in office", "('E11.40',)"),
        ("90471", "Vaccine administration", "('Z23',)"),
    ]


def test_the_head_of_the_amounts_makes_no_box_of_the_first_charge() -> None:
    lines = read_text("""
Larkspur Clinic
Statement
Date Code Description Charge
05/01/2024 99213 Office visit $160.00
""").lines
    assert _told(lines, "code", "charge") == [("99213", "160.00")]
