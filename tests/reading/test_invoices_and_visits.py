"""Invoices, receipts and statements of visits: codes in odd places, days with weekdays, rows that are numbered."""

import pytest

from tests.reading.papers import read_text


def test_codes_stand_in_brackets_behind_their_words() -> None:
    lines = read_text("""
    Pinecone Dental                                             STATEMENT
    Date        By    Tooth    Service or payment                          Amount
    2/9/2026    KJ             Periodic oral evaluation [D0120]             62.00
    3/2/2026    KJ    12-OD    Composite, posterior [D2392]                258.00
    """).lines
    assert [(line.code, line.description) for line in lines] == [
        ("D0120", "Periodic oral evaluation"),
        ("D2392", "Composite, posterior"),
    ]


def test_a_weekday_belongs_to_its_day_and_a_year_may_head_the_days() -> None:
    lines = read_text("""
    The Hearth Counseling Collective            Issued Apr 30, 2026
    2026            Code        Kind of session               Fee         You paid
    Tue Jan 6       90791       Intake evaluation             $240.00     $40.00
    Tue Jan 13      90837       Individual session            $185.00     $40.00
    Tue Feb 3       90834/95    Telehealth session            $165.00     $40.00
    """).lines
    assert [str(line.service_date) for line in lines] == ["2026-01-06", "2026-01-13", "2026-02-03"]


def test_the_day_of_a_visit_stands_in_the_heading_of_its_table() -> None:
    lines = read_text("""
    Marshgate Regional Health                     Statement of June 8, 2026
    Visit 1 of 2 - Emergency, Marshgate Main, April 3, 2026 - Hospital account 880114-1
    Service                      Code       Charge      Discount     Plan paid    Your share
    ED visit level 3             99283      $980.00     -$410.00     -$427.50     $142.50
    Laceration repair            12001      $512.00     -$215.00     -$222.75      $74.25
    Total for this visit                  $1,492.00     -$625.00     -$650.25     $216.75

    Visit 2 of 2 - Outpatient lab, North Annex, April 14, 2026 - Hospital account 880177-5
    Service                      Code       Charge      Discount     Plan paid    Your share
    Complete blood count         85025       $72.00      -$41.00      -$23.25       $7.75
    Total for this visit                     $72.00      -$41.00      -$23.25       $7.75
    """).lines
    assert [(str(line.service_date), line.code) for line in lines] == [
        ("2026-04-03", "99283"),
        ("2026-04-03", "12001"),
        ("2026-04-14", "85025"),
    ]


def test_an_invoice_may_call_procedure_codes_its_stock_numbers() -> None:
    document = read_text("""
    Birchbark Women's Care PLC                                   INVOICE
    Bill to                                                      Invoice details
    Calliope Windermere                                          Invoice no.: 3307
    77 Shoreline Dr                                              Invoice date: 06/23/2026
    Escanaba Bay, MI 49999

    Date          Product or service        SKU      Qty     Rate       Amount
    06/01/2026    Annual women's exam       99396      1     245.00     245.00
    06/01/2026    Pap smear collection      Q0091      1      48.00      48.00
    06/08/2026    IUD insertion             58300      1     210.00     210.00
    06/22/2026    Medical records copy                25       0.50      12.50
    """)
    assert [line.code for line in document.lines] == ["99396", "Q0091", "58300", None]
    assert document.patient is not None and document.patient.name == "Calliope Windermere"


def test_codes_right_of_all_amounts_need_no_head() -> None:
    lines = read_text("""
    ClearView Eyecare & Optical
    Qty    Item                        Retail      Plan savings    You pay
    1      Comprehensive eye exam      $186.00     -$171.00        $15.00  92004
    2      Polycarbonate, per lens      $84.00      -$84.00         $0.00  V2784
    1      Case and cleaning kit        $12.00        $0.00        $12.00
    """).lines
    assert [(line.code, str(line.patient_responsibility)) for line in lines] == [
        ("92004", "15.00"),
        ("V2784", "0.00"),
        (None, "12.00"),
    ]


def test_a_receipt_prints_code_and_count_below_each_service() -> None:
    lines = read_text("""
    DASH URGENT CARE
    Patient PEMBERTON, ZADIE
    OFFICE VISIT NEW LVL 3             189.00
      99203     QTY 1
    STREP RAPID                         34.00
      87880-QW  QTY 1
    FLU A/B RAPID                       72.00
      87804-QW  QTY 2
    SUBTOTAL                           295.00
    TOTAL                              295.00
    """).lines
    assert [(line.code, line.modifiers, int(line.units or 0)) for line in lines] == [
        ("99203", (), 1),
        ("87880", ("QW",), 1),
        ("87804", ("QW",), 2),
    ]


def test_numbered_rows_count_nothing() -> None:
    lines = read_text("""
    Meridian Health Insurance Company              Explanation of benefits
    No.   Date           What was done        Code       Charged    Reduced        Paid to     Deductible
                                                                    by contract    provider
    1     Apr 6, 2026    Emergency visit      99284      1,456.00   698.88         187.12      320.00
    2     Apr 6, 2026    X-ray of ankle       73610 RT     388.00   228.92         127.26        0.00
    3     Apr 6, 2026    Short leg splint     29515 RT     466.00   256.30         167.76        0.00
    4     Apr 6, 2026    Injection            96372        187.00   130.90          44.88        0.00
    """).lines
    assert [(line.units, str(line.adjustments[0].amount)) for line in lines] == [
        (None, "698.88"),
        (None, "228.92"),
        (None, "256.30"),
        (None, "130.90"),
    ]


def test_a_table_of_what_was_paid_below_the_sum_is_another_one() -> None:
    lines = read_text("""
    Harrowgate Life & Health Insurance Company          Benefit explanation
    Line    Service date    Code     Service                Charge      Allowed    Not covered (over allowed)
    1       03/21/2026      90837    Psychotherapy          $225.00     $148.00    $77.00
    2       03/28/2026      90847    Family therapy         $240.00     $131.00    $109.00
    Sum                                                     $465.00     $279.00    $186.00

    Line    Deductible    Coinsurance 40%    We pay you    Your cost
    1       $148.00       $0.00              $0.00         $225.00
    2        $52.00       $31.60             $47.40        $192.60
    Sum     $200.00       $31.60             $47.40        $417.60
    """).lines
    assert [(str(line.service_date), str(line.not_covered)) for line in lines] == [
        ("2026-03-21", "77.00"),
        ("2026-03-28", "109.00"),
    ]


def test_what_an_insurer_sent_is_received_and_no_service() -> None:
    lines = read_text("""
    Willowmere Care & Rehabilitation            Printed 05/01/2026
    From - thru       Charges for your stay             Days/qty    Rate       Charge
    04/01 - 04/14     Room & board, semi-private        14          318.00     4,452.00
    04/22             Wound dressing kit                 5           11.40        57.00
                      New charges                                              4,509.00
                      Bayou Long Term Care Insurance, received 04/28          (1,200.00)
                      PLEASE PAY                                              $3,309.00
    """).lines
    assert [line.description for line in lines] == ["Room & board, semi-private", "Wound dressing kit"]


@pytest.mark.parametrize(("head", "paid"), [("Fenland payment", "502.40"), ("Payments posted", "None")])
def test_a_payment_that_closes_the_sums_is_the_plans_where_its_head_names_somebody(head: str, paid: str) -> None:
    lines = read_text(f"""
    Radiant Valley Imaging                        Statement
    Performed     Exam                      Code      Full price    Reduction    {head}    Left for you
    2-Apr-26      MRI lumbar spine          72148     1,240.00      612.00       502.40             125.60
    2-Apr-26      X-ray lumbar spine        72100       164.00       88.00        60.80              15.20
    16-Apr-26     X-ray knee                73564       182.00       97.00        68.00              17.00
    """).lines
    assert str(lines[0].plan_paid) == paid
    assert str(lines[0].patient_responsibility) == "125.60"


def test_a_drug_plans_month_gives_day_and_number_below_each_drug() -> None:
    lines = read_text("""
    LarkScript Medicare Rx (PDP)                   Your monthly prescription drug summary
    This summary is your "Explanation of Benefits" for your Medicare prescription drug coverage (Part D).

    CHART 1.                                       Plan       You        Other payments
    Your prescriptions during the past month       paid       paid       (made by programs or
                                                                         organizations)
    LISINOPRIL TAB 20 MG                           $4.18      $3.00      $0.00
    Prescription number 6611204
    Filled on 01/05/2026
    Good Neighbor Drug #12
    30 tablets, 30-day supply
    ELIQUIS TAB 5 MG                               $501.20    $47.00     $0.00
    Prescription number 6611377
    Filled on 01/07/2026
    Good Neighbor Drug #12
    60 tablets, 30-day supply
    """).lines
    assert [(str(line.service_date), line.description, str(line.plan_paid)) for line in lines] == [
        ("2026-01-05", "LISINOPRIL TAB 20 MG", "4.18"),
        ("2026-01-07", "ELIQUIS TAB 5 MG", "501.20"),
    ]


def test_the_year_over_a_column_of_days_parts_it_from_the_words() -> None:
    lines = read_text("""
    Lantern Home Health, Inc.                             MEDICAL INVOICE
    Issued 06/02/2026          Patient Archibald Fenwick-Rowe
    Physician Dr. Ilse Brandauer
    2026      Visit                     Clinician       15-min units     Charge
    May 4     Wound care, left heel     B. Adeyemi                 4     168.00
    May 6     Wound care                C. Lindqvist               3     126.00
    """).lines
    assert [(str(line.service_date), line.description, int(line.units or 0)) for line in lines] == [
        ("2026-05-04", "Wound care, left heel", 4),
        ("2026-05-06", "Wound care", 3),
    ]


def test_counts_that_go_up_are_counts_where_their_head_says_so() -> None:
    lines = read_text("""
    Harborview Physical Therapy              Statement
    Patient: Wren Alder
    Date          Description        Units     Charge
    04/06/2026    Exercise           1          62.00
    04/07/2026    Exercise           2         124.00
    04/08/2026    Exercise           3         186.00
    04/09/2026    Exercise           4         248.00
    """).lines
    assert [int(line.units or 0) for line in lines] == [1, 2, 3, 4]


def test_a_day_beside_why_somebody_came_in_is_that_of_the_visit() -> None:
    document = read_text("""
        Alder Oral Surgery                                     After-Visit Summary
        18 Elm St, Dover, DE 19901

        Services provided to    Record No    Date             Why you came in
        Ada Lombard             596118       March 4, 2026    Preventive visit

        Procedures              HCPCS/CPT
        Fluoride varnish        D1206
        Whole-jaw X-ray         D0330
        This summary is part of your medical record.
    """)

    assert (str(document.service_from), str(document.service_to)) == ("2026-03-04", "2026-03-04")
    assert document.document_date is None
