"""What stands around the services of a notice: sums under heads of their own, days, checks, who sends it, torn rows."""

from dataclasses import replace
from decimal import Decimal

from plainbill.reading.page import PageWords
from tests.reading.papers import page_of, read_pages, read_text

VISION = """
Clearsight Service Plan                                   Explanation of Benefits
Member ID: 5512   Patient: MATTHIAS LOMBARD               This is not a bill.
Claim Number: 7140028819     Processed: 03/27/2026

Date        Code     Service /Material     Provider's Charge    Your Savings    Allowed Amount    You Pay
03/20/2026  V2020    FRAME                 $240.00              $90.00          $150.00           $0.00
03/20/2026  92015    REFRACTION             $45.00              $25.00           $20.00           $0.00
"""


def test_a_stroke_glued_to_the_second_word_of_a_head_hides_no_descriptions() -> None:
    assert [line.description for line in read_text(VISION).lines] == ["FRAME", "REFRACTION"]


REMITTANCE = """
SABLE RIDGE GOVERNMENT BENEFITS                      MEDICARE REMITTANCE ADVICE
PO BOX 20009, NASHBURY, TN 37299                     DATE: 03/27/26

SERV-DATE        PROC     BILLED     ALLOWED    DEDUCT     COINS     GRP-CODES    AMT        PROV-PD
NAME LOMBARD, ERNESTINE    MID 8TN5RA1VG60    ACNT KD-20771    ICN 0226061440120
03/02/26         99214    188.00     131.20     40.00      18.24     CO-45         56.80      72.96
03/02/26         93000     62.00      15.10      0.00       3.02     CO-45         46.90      12.08
CLAIM TOTALS              250.00     146.30     40.00      21.26                  103.70      85.04
NAME LOMBARD, ERNESTINE    MID 8TN5RA1VG60    ACNT KD-20771    ICN 0226064118903
03/05/26         90960    612.00     301.18      0.00      60.24     CO-45        310.82     240.94
CLAIM TOTALS              612.00     301.18      0.00      60.24                  310.82     240.94

TOTALS:    # OF      BILLED     ALLOWED    DEDUCT     COINS      TOTAL      PROV-PD    PROV       CHECK
           CLAIMS    AMT        AMT        AMT        AMT        RC-AMT     AMT        ADJ AMT    AMT
               2     862.00     447.48     40.00      81.50      414.52     325.98       0.00     325.98
"""


def test_amounts_under_a_head_of_totals_are_no_service_but_the_sums_of_all_claims() -> None:
    advice = read_text(REMITTANCE)
    assert [line.code for line in advice.lines] == ["99214", "93000", "90960"]
    assert advice.totals is not None
    assert (advice.totals.charges, advice.totals.plan_paid) == (Decimal("862.00"), Decimal("325.98"))


MONTH = """
Silver Heron Advantage (HMO-POS)
Silver Heron Health Plans, P.O. Box 31370, Tarpon Bluff, FL 33999
Explanation of Benefits (EOB)                             This is not a bill.
Member name: JOSEPHINA LOMBARD    Member ID: SH400871265
Date of this report: March 10, 2026

TOTALS for medical and hospital claims
                                        Amount providers          Total cost (amount the     Plan's      Your
                                        have billed the plan      plan has approved)         share       share
Totals for this month                   $240.00                   $150.00                    $130.00     $20.00
Totals for 2026 (all claims processed)  $14,208.90                $4,655.12                  $3,680.62   $974.50

Details for claims processed in February 2026
                                        Amount the provider       Total cost (amount the     Plan's      Your
                                        billed the plan           plan has approved)         share       share
Dr. Ignatius Holloway (in-network provider)
Claim Number: 77-26033-0018
Office visit (billing code 99213)       $160.00                   $94.00                     $79.00      $15.00
Date of service: 2/3/2026
Urinalysis (billing code 81003)         $80.00                    $56.00                     $51.00       $5.00
Date of service: 2/3/2026
TOTALS for this claim                   $240.00                   $150.00                    $130.00     $20.00
"""


def test_the_sums_of_the_month_count_and_those_of_the_year_do_not() -> None:
    totals = read_text(MONTH).totals
    assert totals is not None
    assert (totals.charges, totals.plan_paid) == (Decimal("240.00"), Decimal("130.00"))


def test_who_insures_is_not_taken_for_who_gave_care() -> None:
    report = read_text(MONTH)
    assert report.provider is None or "Silver Heron" not in str(report.provider.name)


NOTICE = """
Anchor Health                                           Explanation of Benefits
This is not a bill.                                     EOB date: 03/12/2026
Patient: Ada Lombard      Member ID: W22804             Claim number: 2026-118
Received: 03/05/2026      Processed: 03/10/2026

Service           Date          Billed    Plan paid    You owe
Office visit      03/02/2026    140.00    120.00       20.00
Rapid test        03/02/2026     40.00     40.00        0.00

PAYMENT TO: IRON CITY MERCY          CHECK  $160.00
D1 - Member: This is the in-network allowed amount. You are not responsible for the rest.
"""


def test_the_day_of_decision_goes_before_the_day_of_the_notice() -> None:
    notice = read_text(NOTICE)
    assert (str(notice.processed_date), str(notice.document_date)) == ("2026-03-10", "2026-03-12")


def test_the_check_of_a_notice_was_not_paid_by_the_patient() -> None:
    totals = read_text(NOTICE).totals
    assert totals is None or totals.patient_paid is None


def test_a_sentence_behind_the_word_member_names_nobody() -> None:
    coverage = read_text(NOTICE).coverage
    assert coverage is not None
    assert coverage.subscriber_name is None


ESTIMATE = """
Good Faith Estimate for Health Care Items and Services
Patient: Leontyne Lombard       Date of Good Faith Estimate: 04/20/2026

Service/Item             Address                   Diagnosis    Service     Quantity    Expected
                                                   Code         Code                    Cost
Cataract surgery         2 Wharf Terrace           H25.11       66984-RT    1           $3,150.00
Intraocular lens         2 Wharf Terrace           H25.11       V2632       1             $420.00

Service/Item             Address                   Diagnosis    Service     Quantity    Expected

Biometry                 90 Camellia Ave           H25.11       92136-26    1             $165.00
Office visit             90 Camellia Ave           H25.11       92014       1             $210.00
"""


def torn(page: PageWords) -> PageWords:
    """The page whose services curl: their codes and counts stand more than half a row lower than the rest."""
    words = []
    for word in page.words:
        low = word.text in {"66984-RT", "V2632", "92136-26", "92014", "1"}
        height = word.box.height
        box = replace(word.box, y0=word.box.y0 + 0.7 * height, y1=word.box.y1 + 0.7 * height) if low else word.box
        words.append(replace(word, box=box))
    return replace(page, words=tuple(words))


def test_halves_of_a_row_that_curled_paper_sets_apart_are_one_row() -> None:
    (estimate,) = read_pages(torn(page_of(ESTIMATE)))
    assert [(line.code, str(line.units), line.charge) for line in estimate.document.lines[:2]] == [
        ("66984", "1", Decimal("3150.00")),
        ("V2632", "1", Decimal("420.00")),
    ]


def test_a_head_that_lost_words_says_what_its_twin_says() -> None:
    (estimate,) = read_pages(torn(page_of(ESTIMATE)))
    assert [(line.code, line.description, str(line.units)) for line in estimate.document.lines[2:]] == [
        ("92136", "Biometry", "1"),
        ("92014", "Office visit", "1"),
    ]


DOTS = """
PrairieSky Health Plan                                  Explanation of benefits
Patient: Teodoro Lombard     Claim: PS-120377-26        This is not a bill.

Service                       Amount      Your         Not                     Co-          We         Your
                              billed      discount     covered     Copay       insurance    paid       share
Office visit, established     $189.00      $71.82                  $30.00                   $87.18     $30.00
03/18/2026 \u00b7 99213
Gauze, non-sterile             $22.40                  $22.40                                          $22.40
03/18/2026 \u00b7 A6216
Post-operative check           $95.00                  $95.00                                          $95.00
03/20/2026 \u00b7 99024
Total for this claim          $306.40      $71.82     $117.40      $30.00                   $87.18    $147.40
"""


def test_a_check_after_an_operation_is_no_payment_and_its_code_stands_behind_the_day_below() -> None:
    assert [(line.code, str(line.service_date), line.charge) for line in read_text(DOTS).lines] == [
        ("99213", "2026-03-18", Decimal("189.00")),
        ("A6216", "2026-03-18", Decimal("22.40")),
        ("99024", "2026-03-20", Decimal("95.00")),
    ]


EXPECTED = """
Monadnock Valley Hospital                               Estimate 5506-2281
18 Granite Lane, Jaffrey Mills, NH 03997
Estimate prepared on 4 June 2026 for Lysander Lombard, born 2 May 1968

MRI of shoulder, without contrast (73221)               $1,890.00
Needle guidance by fluoroscopy (77002)                    $412.00
Total price before insurance                            $2,302.00

Price your plan allows                                  $1,310.09
We expect Ridgeline Mutual to pay                        -$968.07
Deductible you still have to meet                         $250.00
"""


def test_what_a_plan_is_expected_to_do_below_the_services_is_no_service() -> None:
    assert [line.code for line in read_text(EXPECTED).lines] == ["73221", "77002"]


DECIDED = """
meridian health                                         Statement date 04/27/2026
Claim for Lucian Lombard (son)                          Subscriber PERPETUA LOMBARD
Provider: Fairlight Emergency Physicians | Claim no. 260960-33-1178

                                                     Not        Paid to
Date          What was done     Code     Charged     payable    provider    Deductible    Copay     Coinsurance
Apr 6, 2026   Emergency visit   99284    1,456.00    698.88     187.12      320.00        250.00     0.00
Apr 6, 2026   X-ray of ankle    73610      388.00    228.92     127.26        0.00          0.00    31.82
"""


def test_deductible_copay_and_coinsurance_beside_what_was_paid_are_a_notice() -> None:
    assert read_text(DECIDED).kind == "eob"


SUBTOTALS = """
Permana Health Plan                                      Explanation of Benefits
Patient: Cornelia Lombard     Group: 603118              This is not a bill.

Date of                           Provider     Allowed                             Total you
service       Service provided    charges      amount      Plan paid    Copay      may owe
Claim 5520417733  |  Provider: Dr. Nadine Whitcombe
10/02/2025    Office visit        $342.00      $342.00     $302.00      $40.00     $40.00
10/02/2025    Skin biopsy         $388.00      $262.00     $262.00       $0.00      $0.00
Claim subtotal                    $730.00      $604.00     $564.00                 $40.00
Claim 5520419081  |  Provider: Sierra Imaging Pavilion
10/15/2025    Ultrasound          $476.00      $301.00     $240.80       $0.00     $60.20
Claim subtotal                    $476.00      $301.00     $240.80                 $60.20
Total                           $1,206.00      $905.00     $804.80      $40.00    $100.20

Accumulated to date  $1,410.00                           Accumulated to date  $2,088.15
"""


def test_what_accumulated_to_date_is_no_total_beside_that_of_all_claims() -> None:
    totals = read_text(SUBTOTALS).totals
    assert totals is not None
    assert (totals.charges, totals.copay, totals.patient_responsibility) == (
        Decimal("1206.00"),
        Decimal("40.00"),
        Decimal("100.20"),
    )


BELOW = """
Cordelia Health                                          Explanation of benefits
Customer name: ISOLDE LOMBARD     Cordelia ID: U40 118   This is not a bill.
Claim number: 826260

Service date /          Amount                   Allowed                 What your    What I
type of service         billed       Discount    amount      Copay       plan paid    owe
08/12/25                $298.00      $118.40     $179.60     $30.00      $149.60      $30.00
Office visit 99214
08/12/25                 $88.00       $52.10      $35.90      $0.00       $32.31       $3.59
EKG 93000
08/13/25                 $92.00       $71.80      $20.20      $0.00       $18.18       $2.02
Lab 80061
Total                   $478.00      $242.30     $235.70     $30.00      $200.09      $35.61
"""


def test_a_code_that_ends_the_words_below_a_day_is_the_code() -> None:
    assert [(line.code, line.description) for line in read_text(BELOW).lines] == [
        ("99214", "Office visit"),
        ("93000", "EKG"),
        ("80061", "Lab"),
    ]


PROVIDED = """
TRICARE EXPLANATION OF BENEFITS                          This is not a bill.
Sponsor Name: ERASMO LOMBARD                             Beneficiary Name: MARISOL LOMBARD
Claim Number: 5303W8814-00-00

Date of       Services Provided By              Number of    Amount      TRICARE      See
Service       Services Provided (Code)          Services     Billed      Approved     Remarks
              DESERT VISTA UROLOGY PLLC
10/14/2025    Office Visit, Est (99213)         001          $174.00     $89.02       1
10/14/2025    Urinalysis (81003)                001           $18.00      $2.25       1
              Totals                                         $192.00     $91.27
"""


def test_who_provided_services_over_what_they_were_is_a_head() -> None:
    notice = read_text(PROVIDED)
    assert [(line.code, line.units, line.allowed) for line in notice.lines] == [
        ("99213", 1, Decimal("89.02")),
        ("81003", 1, Decimal("2.25")),
    ]
    assert notice.provider is None or notice.provider.name != "Number of"
