"""Services that take several rows: one says when and what, the next prints the amounts."""

from decimal import Decimal

from tests.reading.papers import moved, page_of, read_pages, read_text, values_of

NOTICE = """
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Clinic   Notice Date 05/02/2025

              Billed        Allowed      Plan Paid    You Owe    Reason Code
 04/06/25 - 04/07/25  99213-25  OFFICE VISIT
 LEVEL 3
              $174.75       $100.00      $80.00       $20.00     A7
 Mod 59
 Adjustments: CO-45 $74.75; PR-2 $20.00
 04/08/25  36415  BLOOD DRAW
              $18.00        $8.00        $8.00        $0.00      A7
 Adjustments: CO-45 $10.00
 Total this claim
              $192.75       $108.00      $88.00       $20.00
"""


def test_the_row_above_the_amounts_says_when_and_what() -> None:
    first, second = read_text(NOTICE).lines

    assert (first.code, first.modifiers, first.description) == ("99213", ("25", "59"), "OFFICE VISIT LEVEL 3")
    assert [str(day) for day in (first.service_date, first.service_date_to)] == ["2025-04-06", "2025-04-07"]
    assert [(a.group, a.reason, a.amount) for a in first.adjustments] == [
        ("CO", "45", Decimal("74.75")),
        ("PR", "2", Decimal("20.00")),
    ]
    assert (second.code, second.charge, second.plan_paid) == ("36415", Decimal("18.00"), Decimal("8.00"))


def test_a_reason_is_no_cost_share_unless_the_paper_names_it() -> None:
    first, _ = read_text(NOTICE).lines
    named, _ = read_text(NOTICE.replace("PR-2 $20.00", "PR-2 coinsurance $20.00")).lines

    assert (first.coinsurance, named.coinsurance) == (None, Decimal("20.00"))


def test_codes_beside_the_amounts_are_those_of_notes() -> None:
    first, _ = read_text(NOTICE).lines

    assert [remark.code for remark in first.remarks] == ["A7"]


def test_closing_sums_below_heads_of_amounts_are_no_services() -> None:
    document = read_text("""
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882

 Amount billed     Plan discount      Plan paid      You may owe
 $757.12           $100.00            $557.12        $100.00
""")

    assert document.lines == ()


def test_a_stacked_notice_reads_alike_wherever_it_lies() -> None:
    page = page_of(NOTICE)
    straight, slanted = (values_of(read_pages(each)[0].document) for each in (page, moved(page, by=40, turn=0.004)))

    assert straight == slanted


def test_a_second_reason_below_the_amounts_belongs_to_the_same_service() -> None:
    lines = read_text("""
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882

              Billed        Allowed      Plan Paid    You Owe    Adj Amt    Group-Reason
 04/06/25  99213  OFFICE VISIT
              $174.75       $100.00      $80.00       $20.00     $74.75     CO45
                                                                 $20.00     PR2
 04/08/25  36415  BLOOD DRAW
              $18.00        $8.00        $8.00        $0.00      $10.00     CO45
""").lines

    assert [[f"{a.group}-{a.reason} {a.amount}" for a in line.adjustments] for line in lines] == [
        ["CO-45 74.75", "PR-2 20.00"],
        ["CO-45 10.00"],
    ]


def test_the_sum_of_the_only_claim_closes_the_services() -> None:
    total = "Total this claim\n              $192.75       $108.00      $88.00       $20.00"
    claim = "              $192.75       $108.00      $88.00       $20.00      Subtotal for claim\nRemark codes"
    read = read_text(NOTICE.replace(total, claim))

    assert [line.description for line in read.lines] == ["OFFICE VISIT LEVEL 3", "BLOOD DRAW"]
    assert read.totals is not None
    assert [read.totals.charges, read.totals.plan_paid] == [Decimal("192.75"), Decimal("88.00")]


def test_amounts_below_the_day_and_code_of_a_service_are_no_closing_sums_although_its_words_are_wrapped() -> None:
    document = read_text("""
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Clinic   Notice Date 05/02/2025

 Billed Amount  Allowed   We Paid   Copay   Member Responsibility
 04/06/25  76536 US HEAD/NECK
 TISSUE
 360.00         0.00      0.00      0.00    360.00
 04/06/25  72148 MRI LUMBAR
 SPINE
 120.00         80.00     60.00     20.00   20.00
""")

    assert [(line.code, line.charge, line.patient_responsibility) for line in document.lines] == [
        ("76536", Decimal("360.00"), Decimal("360.00")),
        ("72148", Decimal("120.00"), Decimal("20.00")),
    ]
    assert document.totals is None


def test_a_word_of_two_letters_at_the_end_of_a_row_is_no_modifier_unless_there_is_one() -> None:
    document = read_text(NOTICE.replace("36415  BLOOD DRAW", "36415  US\n VEIN"))

    assert (document.lines[1].code, document.lines[1].modifiers, document.lines[1].description) == (
        "36415",
        (),
        "US VEIN",
    )


def test_letters_between_a_code_and_a_dash_are_its_modifier() -> None:
    first = read_text(NOTICE.replace("99213-25  OFFICE VISIT", "A0428 HN - AMBULANCE, BASIC")).lines[0]
    assert (first.code, first.modifiers[0], first.description) == ("A0428", "HN", "AMBULANCE, BASIC LEVEL 3")


def test_a_head_without_amounts_above_that_of_the_amounts_belongs_to_the_services() -> None:
    first, second = read_text("""
Larchmont Health Cooperative
Explanation of Benefits                     Process Date: 02/23/2026

Patient: Ada Lombard       Claim No.: 2604100871
Provider: Quarrytown Eye Center

DATE OF       PROCEDURE              DESCRIPTION
SERVICE
                  BILLED    PROVIDER     ALLOWED    DEDUCT.    COPAY      PLAN       YOU
                            SAVINGS                                       PAID       OWE
02/02/26      92014                  EYE EXAM, ESTABLISHED
                  165.00       61.20      103.80       0.00    25.00     78.80     25.00
02/02/26      92134                  RETINAL SCAN (OCT)
                   92.00       50.15       41.85      41.85     0.00      0.00     41.85
TOTALS            257.00      111.35      145.65      41.85    25.00     78.80     66.85
""").lines
    assert (first.code, first.description, first.charge, first.plan_paid) == (
        "92014", "EYE EXAM, ESTABLISHED", Decimal("165.00"), Decimal("78.80"),
    )  # fmt: skip
    assert (second.code, second.allowed, second.patient_responsibility) == (
        "92134", Decimal("41.85"), Decimal("41.85"),
    )  # fmt: skip


def test_a_column_of_decisions_is_none_of_amounts_although_closing_sums_end_below_it() -> None:
    first, second = read_text("""
Larchmont Health
Explanation of Benefits                     Process Date: 02/23/2026

Patient: Ada Lombard       Claim No.: 2604100871
Provider: Quarrytown Infirmary

    BILLED    CONTRACT RATE    COPAY    PLAN PAID    YOU OWE      CAS      APPROVED?
16-OCT-2025-21-OCT-2025  ANES GEN PER 15 MIN
  1,624.00         1,201.76    40.00     1,161.76      40.00     CO45      Paid
17-OCT-2025  70450 - CT HEAD W/O CNTRST
  2,598.38         1,273.21               1,018.57    254.64     CO45      Paid
  4,222.38         2,474.97    40.00     2,180.33     294.64   CLAIM TOTALS

                                                    BILLED CHARGES       $4,222.38
                                                    BENEFIT PAYMENT      $2,180.33
""").lines
    assert [(line.code, line.charge, line.plan_paid, line.status) for line in (first, second)] == [
        (None, Decimal("1624.00"), Decimal("1161.76"), "paid"),
        ("70450", Decimal("2598.38"), Decimal("1018.57"), "paid"),
    ]


def test_from_where_to_where_an_ambulance_went_stands_behind_its_code() -> None:
    lines = read_text("""
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Rescue   Notice Date 05/02/2025

              Billed        Allowed      Plan Paid    You Owe
 04/06/25 A0433 SH XU Ambulance, advanced
 life support
              $174.75       $100.00      $80.00       $20.00
 04/08/25 A0425 RH Ground mileage
              $18.00        $8.00        $8.00        $0.00
    """).lines
    assert [(line.code, line.modifiers, line.description) for line in lines] == [
        ("A0433", ("SH", "XU"), "Ambulance, advanced life support"),
        ("A0425", ("RH",), "Ground mileage"),
    ]


def test_revenue_codes_above_their_codes_are_no_words() -> None:
    lines = read_text("""
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Clinic   Notice Date 05/02/2025

 Procedure   Visit Date   Plan Pays   Service              You owe   Billed Amount
 0450        04/06/25       $227.42   LAC REPAIR SIMPLE     $97.46         $524.00
 12001
 0300        04/06/25        $10.00   VENIPUNCTURE          $14.62          $43.00
 36415
    """).lines
    assert [(line.revenue_code, line.code, line.description) for line in lines] == [
        ("0450", "12001", "LAC REPAIR SIMPLE"),
        ("0300", "36415", "VENIPUNCTURE"),
    ]


def test_an_amount_that_could_be_a_code_with_its_modifier_begins_no_service() -> None:
    first, second = read_text(
        NOTICE.replace("$174.75       $100.00      $80.00 ", "10174.61      9000.00      8980.00")
    ).lines

    assert (first.code, first.charge, first.plan_paid) == ("99213", Decimal("10174.61"), Decimal("8980.00"))
    assert first.modifiers == ("25", "59")
    assert second.code == "36415"


HOSPITAL = """
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Hospital   Notice Date 05/02/2025

              Billed        Allowed      Plan Paid    You Owe    Reason Code
 04/06/25  0450 99284-25-GC - Emergency visit
              $374.75       $100.00      $80.00       $20.00     A7
 0320 73610 - Ankle, three views
              $118.00       $48.00       $48.00        $0.00     A7
 04/07/25  0250 Vial of pills
              $18.00        $8.00        $8.00        $0.00      A7
 Total this claim
              $510.75       $156.00      $136.00       $20.00
"""


def test_revenue_codes_stand_before_the_procedure_codes_of_services_over_two_rows() -> None:
    lines = read_text(HOSPITAL).lines

    assert [(line.revenue_code, line.code, line.modifiers, line.description) for line in lines] == [
        ("0450", "99284", ("25", "GC"), "Emergency visit"),
        ("0320", "73610", (), "Ankle, three views"),
        ("0250", None, (), "Vial of pills"),
    ]


def test_a_number_before_words_is_no_revenue_code_where_no_service_prints_one_before_its_code() -> None:
    notice = NOTICE.replace("04/08/25  36415  BLOOD DRAW", "04/08/25  500 CC FLUID").replace(
        "99213-25  OFFICE", "OFFICE"
    )
    lines = read_text(notice).lines

    assert [(line.revenue_code, line.description) for line in lines] == [
        (None, "OFFICE VISIT LEVEL 3"),
        (None, "500 CC FLUID"),
    ]


def test_modifiers_with_blanks_between_stand_before_the_words_of_services_over_two_rows() -> None:
    notice = NOTICE.replace("99213-25  OFFICE VISIT", "99213 25 XU Office visit").replace("LEVEL 3", "level 3")
    first, second = read_text(notice.replace("36415  BLOOD DRAW", "69209 LT Rinsing of ear wax")).lines

    assert (first.code, first.modifiers, first.description) == ("99213", ("25", "XU", "59"), "Office visit level 3")
    assert (second.code, second.modifiers, second.description) == ("69209", ("LT",), "Rinsing of ear wax")


WORDED = """
                         EXPLANATION OF BENEFITS
 Member Ida Quill          Member ID  KQ5501882
 Provider Alder Bay Hospital   Notice Date 05/02/2025

 Adj Reason   Billed        Note    RC-Amt      Allowed      Plan Paid    You Owe
 04/06/25  Use of the ward, by hour
 99218
 CO45         $374.75       A7      $274.75     $100.00      $80.00       $20.00
 PR2                                $20.00
 Drawing of blood, by needle
 36415
 CO45         $18.00        A7      $10.00        $8.00        $8.00        $0.00
 Recovery room
 CO45         $50.00        B2      $10.00       $40.00       $30.00       $10.00
 Claim total
              $442.75               $314.75     $148.00      $118.00      $30.00
 What your year came to
              $442.75               $314.75     $148.00      $118.00      $30.00
"""


def test_what_was_done_stands_above_its_code_or_right_above_what_was_decided() -> None:
    lines = read_text(WORDED).lines

    assert [(line.code, line.description, line.charge) for line in lines] == [
        ("99218", "Use of the ward, by hour", Decimal("374.75")),
        ("36415", "Drawing of blood, by needle", Decimal("18.00")),
        (None, "Recovery room", Decimal("50.00")),
    ]
    assert [str(line.service_date) for line in lines] == ["2025-04-06"] * 3


def test_a_head_of_reasons_and_amounts_over_amounts_alone_heads_adjustments() -> None:
    first, second, third = read_text(WORDED).lines

    assert [f"{a.group}-{a.reason} {a.amount}" for a in first.adjustments] == ["CO-45 274.75", "PR-2 20.00"]
    assert [str(a.amount) for line in (second, third) for a in line.adjustments] == ["10.00", "10.00"]


DEPARTMENTS = """
                         EXPLANATION OF BENEFITS
 Patient: Ida Quill          Member ID: KQ5501882     Facility: Alder Bay Hospital

      Charges      Total Paid      Copay      Coinsurance     You Owe
 Jun 03 0450 Emergency services
 99285
      3,054.75     1,283.00        35.00      54.12           89.12
 Reasons: CO-45 1,682.63; PR-2 54.12; PR-3 35.00
 0272 Treatment room
      68.56        0.00
 Reasons: CO-50 68.56
 0305 Facility fee
 85610
      88.00                                                   88.00
 Reasons: PR-97 88.00
 Total this claim
      3,211.31     1,283.00        35.00      54.12           177.12
"""


def test_revenue_codes_before_words_begin_services_also_where_no_code_follows() -> None:
    lines = read_text(DEPARTMENTS).lines

    assert [(line.revenue_code, line.description, line.code, str(line.charge)) for line in lines] == [
        ("0450", "Emergency services", "99285", "3054.75"),
        ("0272", "Treatment room", None, "68.56"),
        ("0305", "Facility fee", "85610", "88.00"),
    ]
    assert [(a.group, a.reason) for a in lines[1].adjustments] == [("CO", "50")]


def test_a_revenue_code_and_words_right_below_a_head_are_none_of_it() -> None:
    text = DEPARTMENTS.replace(" Jun 03 0450 Emergency services\n", " 0450 Facility fee\n")
    first = read_text(text).lines[0]

    assert (first.revenue_code, first.description, first.code) == ("0450", "Facility fee", "99285")


def test_a_diagnostic_service_is_no_diagnosis_of_the_one_above() -> None:
    text = NOTICE.replace("04/08/25  36415  BLOOD DRAW", "Diagnostic mammogram\n 77066 RT")
    assert [line.description for line in read_text(text).lines] == ["OFFICE VISIT LEVEL 3", "Diagnostic mammogram"]


WITHOUT_ZEROS = """
 Sunflower Health Trust                      EXPLANATION OF YOUR BENEFITS
 Member: Zelda Achterberg                    Claim Number: 47626-2959242

              Billed       Plan Pays   Coinsurance   You Owe     See Notes
 03/14/2025 258 SOD CHLORIDE 1000ML
              $154.40      $58.37      $6.48         $34.27      C
 360 47562 - LAP CHOLECYSTECTOMY
              $14,040.75   $381.91     $95.48        $4,391.95   C
 370 ANES GEN PER 15 MIN
              $1,395.00    $0.00       $0.00         $0.00       A
 Claim totals
              $15,590.15   $440.28     $101.96       $4,426.22
"""


def test_a_revenue_code_without_its_zero_leads_the_amounts_below() -> None:
    assert [(line.revenue_code, line.description, str(line.charge)) for line in read_text(WITHOUT_ZEROS).lines] == [
        ("0258", "SOD CHLORIDE 1000ML", "154.40"),
        ("0360", "LAP CHOLECYSTECTOMY", "14040.75"),
        ("0370", "ANES GEN PER 15 MIN", "1395.00"),
    ]
