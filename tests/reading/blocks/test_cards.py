from decimal import Decimal

from tests.reading.papers import page_of, read_pages, read_text

NOTICE = """
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025

Member: Ada Lombard        Member ID: LBP-20441
Provider: Quarrytown Clinic

Office visit
Date of service: 04/02/2025    Procedure: 99213
Amount billed                                 150.00
Plan discount                                 -40.00
Agreed price                                  110.00
Plan paid                                      80.00
You owe                                        30.00

Blood count
Date of service: 04/02/2025    Procedure: 85025
Amount billed                                  30.00
Plan discount                                 -10.00
Agreed price                                   20.00
Plan paid                                      20.00
You owe                                         0.00

Claim total
Amount billed                                 180.00
Plan paid                                     100.00
You owe                                        30.00
"""


def test_each_card_is_one_line() -> None:
    first, second = read_text(NOTICE).lines
    assert (first.description, first.code, first.charge) == ("Office visit", "99213", Decimal("150.00"))
    assert [first.allowed, first.plan_paid, first.patient_responsibility] == [110, 80, 30]
    assert first.adjustments[0].amount == Decimal("40.00")
    assert (second.description, second.code, second.allowed) == ("Blood count", "85025", Decimal("20.00"))
    assert str(second.service_date) == "2025-04-02"


def test_the_card_that_sums_up_gives_the_totals() -> None:
    totals = read_text(NOTICE).totals
    assert totals is not None
    assert [totals.charges, totals.plan_paid, totals.patient_responsibility] == [180, 100, 30]
    assert totals.adjustments is None


def test_an_amount_that_recurs_with_another_meaning_confirms_no_total() -> None:
    text = """
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025
Member: Ada Lombard        Member ID: LBP-20441

Total billed                                  150.00
Deductible                                     30.00
You owe                                        30.00
"""
    (parsed,) = read_pages(page_of(text))
    assert parsed.sources["totals.patient_responsibility"].confirmed_by == ()


def test_labeled_amounts_without_cards_are_no_lines() -> None:
    text = """
Larchmont Clinic
Statement Date: 05/09/2025
Patient: Ada Lombard

Total charges                                 150.00
Insurance paid                                100.00
Amount due                                     50.00
"""
    assert read_text(text).lines == ()


def test_a_card_that_lost_an_amount_still_is_a_card() -> None:
    document = read_text(NOTICE.replace("-10.00", ""))
    assert [line.code for line in document.lines] == ["99213", "85025"]
    assert document.lines[1].adjustments == ()
    assert document.totals is not None
    assert document.totals.charges == 180


def test_labels_that_recur_with_other_amounts_give_no_total() -> None:
    text = """
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025
Member: Ada Lombard        Member ID: LBP-20441

Office visit
Plan paid                                      80.00
You owe                                        30.00
Blood count
Plan paid                                      20.00
You owe                                         5.00
"""
    assert read_text(text).totals is None


def test_totals_right_below_the_last_card_are_no_part_of_it() -> None:
    document = read_text("""
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025

Member: Ada Lombard        Member ID: LBP-20441
Provider: Quarrytown Clinic

Office visit (99213)
Service date May 6, 2025
Amount billed                                 150.00
Plan discount                                  40.00
Paid by plan                                   80.00
You may owe                                    30.00
Blood count (85025)
Service date May 6, 2025
Amount billed                                  30.00
Plan discount                                  30.00
Paid by plan                                    0.00
You may owe                                     0.00
Total billed                                  180.00
Total paid by plan                             80.00
Total you may owe                              30.00
""")
    assert [(line.description, line.code, line.charge, line.patient_responsibility) for line in document.lines] == [
        ("Office visit", "99213", Decimal("150.00"), Decimal("30.00")),
        ("Blood count", "85025", Decimal("30.00"), Decimal("0.00")),
    ]
    assert document.totals is not None
    assert (document.totals.charges, document.totals.plan_paid) == (Decimal("180.00"), Decimal("80.00"))


def test_cards_side_by_side_are_read_each_by_itself() -> None:
    document = read_text("""
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025

Member: Ada Lombard        Member ID: LBP-20441
Provider: Quarrytown Clinic

Office consultation                       Bladder ultrasound
Code 99244 · Feb 17, 2025                 Code 51798 · Feb 18, 2025
Amount billed            $385.00          Amount billed             $98.00
Plan discount           -$141.10          Plan discount            -$79.40
Plan paid                $195.12          Plan paid                 $14.88
You may owe               $48.78          You may owe                $3.72

Claim totals
Billed $483.00        Discount $220.50        Plan paid $210.00        You may owe $52.50
""")
    assert [(line.code, line.description, str(line.service_date), line.charge) for line in document.lines] == [
        ("99244", "Office consultation", "2025-02-17", Decimal("385.00")),
        ("51798", "Bladder ultrasound", "2025-02-18", Decimal("98.00")),
    ]
    assert [line.patient_responsibility for line in document.lines] == [Decimal("48.78"), Decimal("3.72")]


def test_a_label_behind_words_of_a_title_ends_them() -> None:
    document = read_text("""
Terramar Health Plan
Explanation of Benefits - this is not a bill

Service 1: Emergency room visit    Procedure: 99284   Date: 04/13/2026
  Billed charges                                          $1,960.00
  Plan allowance                                          $1,124.00
  Paid by plan                                              $874.00
Service 2: Laboratory services    Procedure: 80053   Date: 04/14/2026
  Billed charges                                            $212.00
  Plan allowance                                             $47.00
  Paid by plan                                                $0.00
""")
    assert [(line.description, line.code, str(line.service_date)) for line in document.lines] == [
        ("Emergency room visit", "99284", "2026-04-13"),
        ("Laboratory services", "80053", "2026-04-14"),
    ]


NUMBERED = """
Larchmont Benefit Plan
Explanation of Benefits                     Processed: 05/09/2025
Member: Ada Lombard        Member ID: LBP-20441
Date of service: 04/02/2025

Claim summary
Amount billed  $180.00
Plan paid  $100.00
Your responsibility  $30.00

Services
1. Office visit
   Procedure code 99213 modifier 25
   Billed $150.00 | Savings $40.00 | Allowed $110.00
   Copay $30.00 | Deductible -- | Coinsurance --
   Plan paid $80.00 | You owe $30.00

2. Blood count
   Procedure code 85025
   Billed $30.00 | Savings $10.00 | Allowed $20.00
   Copay -- | Deductible -- | Coinsurance --
   Plan paid $20.00 | You owe $0.00
"""


def test_a_dash_behind_a_label_is_no_amount_and_ends_no_card() -> None:
    first, second = read_text(NUMBERED).lines
    assert [first.copay, first.plan_paid, first.patient_responsibility] == [30, 80, 30]
    assert [second.copay, second.deductible, second.plan_paid] == [None, None, 20]


def test_what_one_service_says_sums_up_no_paper() -> None:
    totals = read_text(NUMBERED).totals
    assert totals is not None
    assert (totals.copay, totals.plan_paid) == (None, Decimal("100.00"))


def test_numbers_before_titles_and_the_heading_above_the_first_describe_nothing() -> None:
    first, second = read_text(NUMBERED).lines
    assert (first.description, first.modifiers) == ("Office visit", ("25",))
    assert second.description == "Blood count"
