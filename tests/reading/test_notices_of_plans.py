"""Notices as large plans and Medicare print them: sums that close claims, plans' names over columns, days below."""

from decimal import Decimal

from tests.reading.papers import read_text

STAYS = """
Medicare Summary Notice
for Part A (Hospital Insurance)
Notice for Clement Dufresne
Date of This Notice   April 6, 2026

Your Inpatient Claims for Part A (Hospital Insurance)

January 6 - January 10, 2026
Green Notch County Hospital, (555) 024-3300
410 Timber St, Ester, VT 05999
Benefit          Claim         Non-Covered     Amount           Maximum You      See Notes
Days Used        Approved?     Charges         Medicare Paid    May Be Billed    Below
4 days           Yes           $0.00           $9,318.44        $1,736.00        A,B
Total for Claim                $0.00           $9,318.44        $1,736.00        A,B
#22601200187304

January 10 - January 31, 2026
Loon Lake Nursing and Rehab, (555) 024-3344
22 Loon Lake Rd, Ester, VT 05999
Benefit          Claim         Non-Covered     Amount           Maximum You      See Notes
Days Used        Approved?     Charges         Medicare Paid    May Be Billed    Below
21 days          Yes           $48.00          $11,076.20       $265.00          C
Total for Claim                $48.00          $11,076.20       $265.00          C
#22603400451108
"""


def test_stays_listed_by_their_days_are_lines_with_the_claim_in_the_sum_below() -> None:
    paper = read_text(STAYS)
    assert [(line.plan_paid, line.patient_responsibility, line.claim_number) for line in paper.lines] == [
        (Decimal("9318.44"), Decimal("1736.00"), "22601200187304"),
        (Decimal("11076.20"), Decimal("265.00"), "22603400451108"),
    ]
    assert str(paper.lines[1].service_date_to) == "2026-01-31"
    assert paper.claim_number is None
    # The phone behind a hospital's name is not Medicare's.
    assert paper.payer is not None
    assert paper.payer.phone is None


CLAIMS = """
Medicare Summary Notice
for Part B (Medical Insurance)
Notice for Clement Dufresne
Date of This Notice   April 6, 2026

January 14, 2026
Osvaldo Pennington, M.D., (555) 024-3300
                                  Service      Amount      Medicare-   Amount      Maximum     See
                                  Approved?    Provider    Approved    Medicare    You May     Notes
Service Provided & Billing Code                Charged     Amount      Paid        Be Billed   Below
Office visit (99214)              Yes          $215.00     $128.43     $102.74     $25.69
Total for Claim #02-26020-447-110              $215.00     $128.43     $102.74     $25.69

January 28, 2026
Palmetto Clinical Laboratories, (555) 024-3311
                                  Service      Amount      Medicare-   Amount      Maximum     See
                                  Approved?    Provider    Approved    Medicare    You May     Notes
Service Provided & Billing Code                Charged     Amount      Paid        Be Billed   Below
Blood test (80061)                Yes          $96.00      $13.39      $13.39      $0.00
Hemoglobin A1C (83036)            Yes          $54.00      $9.71       $9.71       $0.00
Total for Claim #02-26034-902-330              $150.00     $23.10      $23.10      $0.00
"""


def test_a_claim_number_in_a_sum_is_that_of_the_lines_above_it() -> None:
    assert [line.claim_number for line in read_text(CLAIMS).lines] == [
        "02-26020-447-110",
        "02-26034-902-330",
        "02-26034-902-330",
    ]


NAMED = """
Blue Tarpan of the Peninsula                                Explanation of Benefits
Patient: Ada Lombard     Enrollee ID: XYK900128846          THIS IS NOT A BILL
Claim number: 7026041883   Date processed: 02/27/26
Provider: Quarrytown Cardiology

Date of  Service       Procedure Provider's  Blue Tarpan  Blue Tarpan  Less your   Less your copay  Blue Tarpan  Your
service  description   code      charge      discount     approved     deductible  and coinsurance  paid         balance
02/09/26 Office visit  99215       310.00     -111.60       198.40        0.00         30.00         168.40       30.00
02/09/26 Heart echo    93306     1,420.00     -823.60       596.40      300.00         59.28         237.12      359.28
Totals                           1,730.00     -935.20       794.80      300.00         89.28         405.52      389.28
"""


def test_the_plans_name_over_several_columns_is_none_of_their_words() -> None:
    echo = read_text(NAMED).lines[1]
    assert (echo.allowed, echo.plan_paid, echo.patient_responsibility) == (
        Decimal("596.40"),
        Decimal("237.12"),
        Decimal("359.28"),
    )
    assert [adjustment.amount for adjustment in echo.adjustments] == [Decimal("823.60")]
    # Copay and coinsurance in one amount are neither.
    assert (echo.copay, echo.coinsurance) == (None, None)


COVERED = """
Merrifield Health                                          Explanation of Benefits
Patient: Ada Lombard    Participant ID: MH-0082            This is not a bill
Claim No.: 20260831-77120   Process Date: 03/31/2026
Provider: Quarrytown Clinic

Dates of    Type of        Proc    Total     Ineligible   Discount   Covered    Deductible   Co-Pay              Payment
Service     Service        Code    Charge    Amount       Amount     By Plan    Amount       Amount   Balance    Amount
03/03/2026  MEDICAL VISIT  99204   365.00    0.00         120.45     244.55     0.00         30.00    214.55     214.55
03/03/2026  ULTRASOUND     76830   410.00    0.00         184.50     225.50     200.00       0.00      25.50      20.40
03/03/2026  HANDLING       99000    25.00    25.00          0.00       0.00     0.00         0.00       0.00       0.00
Totals                            $800.00  $25.00       $304.95    $470.05    $200.00      $30.00   $240.05    $234.95

                                         Other Insurance Credits or Adjustments     $0.00
                                         Total Patient Responsibility             $260.10
"""


def test_covered_by_plan_beside_what_it_paid_is_what_it_allows() -> None:
    paper = read_text(COVERED)
    assert [line.allowed for line in paper.lines] == [Decimal("244.55"), Decimal("225.50"), Decimal("0.00")]
    assert [line.plan_paid for line in paper.lines] == [Decimal("214.55"), Decimal("20.40"), Decimal("0.00")]


def test_a_row_that_adds_up_all_services_counts_before_a_label_of_other_adjustments() -> None:
    totals = read_text(COVERED).totals
    assert totals is not None
    assert (totals.charges, totals.adjustments, totals.allowed) == (
        Decimal("800.00"),
        Decimal("304.95"),
        Decimal("470.05"),
    )


CLOSE_UP = """
Etherea Life Insurance Company                          Explanation of Benefits (EOB) - This is not a bill
Statement date: March 16, 2026                          Member ID: W2280 41973

Patient: Imogen Lombard                                 Claim ID: EM2QR71KL00
Service(s) provided, date     Amount     Member     Pending or     Your     Plan      Your
and service code              billed     rate       not payable    copay    pays      share
                                                    (Remarks)
OFFICE VISIT                  176.00     109.12                    25.00    84.12     25.00
on 3/2/2026 99213 25
URINE TEST                     18.00       7.20                              7.20      0.00
on 3/2/2026 81002
SURGICAL TRAYS                 35.00       0.00     35.00 (1)                0.00     35.00
on 3/2/2026 A4550
Totals:                       229.00     116.32     35.00          25.00    91.32     60.00

Your Claim Remarks
(1) The charge for this supply is included in the payment for the primary service.
"""


def test_a_code_behind_the_day_below_a_service_is_its_code() -> None:
    visit, test, tray = read_text(CLOSE_UP).lines
    assert (visit.code, visit.modifiers, str(visit.service_date)) == ("99213", ("25",), "2026-03-02")
    assert (test.code, test.description) == ("81002", "URINE TEST")
    assert (tray.not_covered, [remark.code for remark in tray.remarks]) == (Decimal("35.00"), ["1"])


BELOW_DAYS = """
Cygnet Health and Life Insurance Company
Explanation of benefits
THIS IS NOT A BILL. Your health care professional may bill you directly for any amount you owe.
Patient: Leopold Lombard       Customer ID: U66120948 02
Claim / Reference #: 8262603110944

Service date /          Amount                 Amount not   Allowed                          What your   What I  See
type                    billed      Discount   covered      amount      Copay   Deductible   plan paid   owe     notes
01/21/26                2,188.00    1,006.48      0.00      1,181.52    250.00        0.00     931.52    250.00  A0
EMERGENCY ROOM VISIT
01/21/26                3,044.25    1,674.34      0.00      1,369.91      0.00      400.00     969.91    400.00  A0
CT SCAN
01/21/26                   64.00        0.00     64.00          0.00      0.00        0.00       0.00     64.00  ZA
SUPPLIES
Total                  $5,296.25   $2,680.82    $64.00     $2,551.43   $250.00     $400.00  $1,901.43   $714.00
"""


def test_words_below_the_day_of_each_service_are_its_description() -> None:
    paper = read_text(BELOW_DAYS)
    assert [line.description for line in paper.lines] == ["EMERGENCY ROOM VISIT", "CT SCAN", "SUPPLIES"]
    assert [line.charge for line in paper.lines] == [Decimal("2188.00"), Decimal("3044.25"), Decimal("64.00")]


DRUGS = """
Copper Beech Rx Saver (PDP)
Date of this notice: April 9, 2026
Member name: HYACINTH LOMBARD
Your member numbers: ID CBX0071192    RxGRP CBMEDD    RxBIN 019999    RxPCN MEDDCB
Monthly prescription drug summary
For March 2026
This summary is your "Explanation of Benefits" (EOB) for your Medicare prescription drug coverage (Part D).
This is not a bill.
CHART 1. Your prescriptions for covered Part D drugs, March 2026
                                                          Other payments
                                                          (made by programs or
                                                          organizations; see       Drug price &
                              Plan paid     You paid      Section 3)               price change
LOSARTAN POTASSIUM TAB 50MG   $4.11         $3.00         $0.00                    $7.11
3/2/2026, Creekmouth Drug                                                          No change
Rx # 7718820, 30 day supply
JARDIANCE TAB 10MG            $548.30       $47.00        $0.00                    $595.30
3/5/2026, Creekmouth Drug                                                          No change
Rx # 7719007, 30 day supply
LATANOPROST SOL 0.005%        $9.75         $3.00         $0.00                    $12.75
3/9/2026, PostScript Mail Pharmacy                                                 No change
Rx # MX40177, 90 day supply
TOTALS for the month of March 2026   $562.16    $53.00    $0.00
Year-to-date totals 1/1/2026 through 3/31/2026   $3,561.18    $386.20    $0.00
"""


def test_a_drug_plans_month_lists_each_drug_with_the_day_below() -> None:
    paper = read_text(DRUGS)
    assert paper.kind == "eob"
    assert [(line.description, str(line.service_date), line.plan_paid) for line in paper.lines] == [
        ("LOSARTAN POTASSIUM TAB 50MG", "2026-03-02", Decimal("4.11")),
        ("JARDIANCE TAB 10MG", "2026-03-05", Decimal("548.30")),
        ("LATANOPROST SOL 0.005%", "2026-03-09", Decimal("9.75")),
    ]
    assert [line.patient_responsibility for line in paper.lines] == [Decimal("3.00"), Decimal("47.00"), Decimal("3.00")]


FOOTNOTES = """
BlueRange of Lone Prairie                                   EXPLANATION OF BENEFITS
Patient: CONCEPCION LOMBARD                                 THIS IS NOT A BILL
Claim No.: 0606800B2210T90X                                 Claim Processed: 03/23/26
Provider: LLANO VISTA MEDICAL CENTER

                                             Amount        Discounts and    Amount Covered                  Amount
Service Description    Service Dates         Billed        Reductions       (Allowed)*       Coinsurance    Not Covered
Room Charges           03/09/26-03/11/26     4,620.00      2,772.00(1)      1,848.00         269.60          0.00
Personal Items         03/09/26-03/09/26        36.75          0.00             0.00           0.00         36.75(2)
CLAIM TOTALS                                $4,656.75     $2,772.00        $1,848.00        $269.60        $36.75

* The Amount Covered is the charge less reductions and      SUMMARY
amounts not covered.
(1) Amount is the contracted savings; you are not           Total Billed                                  $4,656.75
responsible for it.
Health care plan deductible: To date this patient has met $500.00 of her $500.00 Deductible for the period 01-01-26
to 12-31-26.
"""


def test_a_footnote_with_a_star_heads_no_table() -> None:
    paper = read_text(FOOTNOTES)
    assert [(line.description, [remark.code for remark in line.remarks]) for line in paper.lines] == [
        ("Room Charges", ["1"]),
        ("Personal Items", ["2"]),
    ]


def test_a_plan_that_writes_to_a_hospital_too_is_no_provider() -> None:
    letter = read_text("""
    Silver Heron                   To: Summit Hospital
    Adverse determination          April 3, 2026
    Dear Ada Lombard,
    We have denied the claim for the MRI. You may appeal this determination. A grievance may be filed.
    Member ID: W88123411
    Sincerely, Appeals
    """)
    assert letter.kind == "letter"
    assert letter.provider is None
    assert letter.payer is not None and letter.payer.name == "Silver Heron"


def test_a_plan_that_decides_nothing_yet_is_the_payer_by_its_name() -> None:
    letter = read_text("""
    Blue Oak Health Plan
    Coordination of Benefits Notice
    April 3, 2026
    Ada Lombard
    Member ID: W88123411
    Dear Ada Lombard,
    We have received your claim. Please tell us whether you have other insurance.
    Unless we hear from you we cannot pay this claim. Please contact us at 208-555-0101.
    Sincerely, Blue Oak Health Plan
    """)
    assert letter.kind == "letter"
    assert letter.provider is None
    assert letter.payer is not None and letter.payer.name == "Blue Oak Health Plan"
