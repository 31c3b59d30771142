from decimal import Decimal

from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages, read_text

HEAD = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic   Claim number: 25-118840
Date of service: 05/20/2025
"""


def row(*values: object) -> list[object]:
    """Values to compare, whatever their types."""
    return list(values)


def paper(body: str) -> ParsedDocument:
    (parsed,) = read_pages(page_of(HEAD + body))
    return parsed


BELOW = """
Hearing test 92557                                                  You owe  $46.00
   Billed       Discount       Plan price      Deductible     Copay       We paid
   $120.00      $30.00         $90.00          -              $46.00      $44.00

Ear wax removal 69210                                               You owe  $75.00
   Billed       Discount       Plan price      Deductible     Copay       We paid
   $85.00       $10.00         $75.00          $75.00         -           $0.00
"""


def test_amounts_below_captions_that_recur_are_of_the_service_above() -> None:
    first, second = paper(BELOW).document.lines
    assert row(first.code, first.description, first.charge) == row("92557", "Hearing test", Decimal("120.00"))
    assert row(first.allowed, first.copay, first.plan_paid, first.patient_responsibility) == row(90, 46, 44, 46)
    assert row(second.code, second.description, second.charge) == row("69210", "Ear wax removal", Decimal("85.00"))
    assert row(second.deductible, second.plan_paid, second.patient_responsibility) == row(75, 0, 75)


def test_a_dash_below_a_caption_is_no_amount() -> None:
    first, second = paper(BELOW).document.lines
    assert first.deductible is None
    assert second.copay is None


def test_a_blank_below_a_caption_moves_no_other_amount() -> None:
    body = BELOW.replace("-              $46.00", "               $46.00").replace(
        "$75.00         -  ", "$75.00            "
    )
    first, second = paper(body).document.lines
    assert row(first.deductible, first.copay) == row(None, 46)
    assert row(second.deductible, second.copay, second.plan_paid) == row(75, None, 0)


BESIDE = """
Lena Okoro, MD                                     Claim 25-118840
May 20, 2025
Hearing test (92557)                               your share  $46.00
Billed $120.00   Discount (CO-45) $30.00   Allowed $90.00   Plan paid $44.00
Ear wax removal (69210)                            your share  $75.00
Billed $85.00   Discount (CO-45) $10.00   Allowed $75.00   Plan paid $0.00
Claim 25-118840: billed $205.00, your share $121.00

Ivo Brandt, DPM                                    Claim 25-119313
May 27, 2025
Nail trimming (11719)                              your share  $12.00
Billed $60.00   Discount (CO-45) $20.00   Allowed $40.00   Plan paid $28.00
Claim 25-119313: billed $60.00, your share $12.00
"""


def test_captions_before_their_amounts_in_one_row_recur_below_each_title() -> None:
    lines = paper(BESIDE).document.lines
    assert [row(line.code, line.charge, line.patient_responsibility) for line in lines] == [
        row("92557", 120, 46),
        row("69210", 85, 75),
        row("11719", 60, 12),
    ]


def test_the_reason_in_a_caption_is_that_of_its_amount() -> None:
    (adjustment,) = paper(BESIDE).document.lines[2].adjustments
    assert row(adjustment.group, adjustment.reason, adjustment.amount) == row("CO", "45", Decimal("20.00"))


def test_who_gave_the_care_and_when_stands_once_above_several_services() -> None:
    lines = paper(BESIDE).document.lines
    assert [line.rendering_provider for line in lines] == ["Lena Okoro, MD", "Lena Okoro, MD", "Ivo Brandt, DPM"]
    assert [str(line.service_date) for line in lines] == ["2025-05-20", "2025-05-20", "2025-05-27"]


def test_captions_that_end_the_row_of_a_title_are_over_the_amounts_below() -> None:
    text = """
Sandhill Clinic
Statement date: 06/11/2025
Patient: Ansel Pruitt       Account: 40-1182

Hearing test                                       Charged       You owe
May 20, 2025  92557 RT                             $120.00       $46.00

Ear wax removal                                    Charged       You owe
May 27, 2025  69210 LT                             $85.00        $75.00
"""
    first, second = read_text(text).lines
    assert row(first.description, first.code, first.modifiers) == row("Hearing test", "92557", ("RT",))
    assert row(first.charge, first.patient_responsibility) == row(120, 46)
    assert row(second.description, str(second.service_date), second.modifiers) == row(
        "Ear wax removal",
        "2025-05-27",
        ("LT",),
    )


def test_blocks_side_by_side_are_read_each_by_itself() -> None:
    body = """
Cleaning                    Exam                        Night guard
D1110                       D0120                       D9944
Dentist's fee  $110.00      Dentist's fee   $60.00      Dentist's fee  $480.00
Our allowed fee $80.00      Our allowed fee $45.00      Our allowed fee $390.00
Plan paid       $80.00      Plan paid       $45.00      Plan paid      $195.00
You pay          $0.00      You pay          $0.00      You pay        $195.00
"""
    lines = paper(body).document.lines
    assert [row(line.code, line.description) for line in lines] == [
        row("D1110", "Cleaning"),
        row("D0120", "Exam"),
        row("D9944", "Night guard"),
    ]
    assert [row(line.charge, line.allowed, line.patient_responsibility) for line in lines] == [
        row(110, 80, 0),
        row(60, 45, 0),
        row(480, 390, 195),
    ]


def test_a_badge_says_what_was_decided_and_a_key_which_note_says_why() -> None:
    body = """
Hearing test  92557   PAID                             You owe $46.00
Billed         Discount       We paid        Not covered
$120.00        $30.00         $44.00         -

Ear plugs  V5264      DENIED     see note R7           You owe $25.00
Billed         Discount       We paid        Not covered
$25.00         -              $0.00          $25.00

R7 Your plan does not pay for ear plugs of any kind.
"""
    first, second = paper(body).document.lines
    assert row(first.description, first.status, second.description, second.status) == row(
        "Hearing test",
        "paid",
        "Ear plugs",
        "denied",
    )
    assert [remark.code for remark in second.remarks] == ["R7"]
    assert row(second.plan_paid, second.not_covered) == row(0, 25)


def test_captioned_amounts_without_a_title_below_all_services_are_the_sums() -> None:
    body = (
        BELOW
        + """
   Billed       Discount       Plan price      Deductible     Copay       We paid
   $205.00      $40.00         $165.00         $75.00         $46.00      $44.00
"""
    )
    totals = paper(body).document.totals
    assert totals is not None
    assert row(totals.charges, totals.plan_paid, totals.copay) == row(205, 44, 46)
    assert len(paper(body).document.lines) == 2


def test_the_decision_of_a_card_is_no_caption_of_the_amounts_below() -> None:
    body = """
Hearing test
92557                                       Paid
Amount billed                            $120.00
Plan discount                             $30.00
Coinsurance (20%)                         $16.00
Plan paid                                 $74.00
Your share                                $16.00

Ear wax removal
69210                                       Paid
Amount billed                             $85.00
Plan discount                             $10.00
Coinsurance (20%)                         $15.00
Plan paid                                 $60.00
Your share                                $15.00
"""
    lines = paper(body).document.lines
    assert [row(line.code, line.status, line.charge, line.coinsurance) for line in lines] == [
        row("92557", "paid", 120, 16),
        row("69210", "paid", 85, 15),
    ]


def test_captions_below_titles_that_name_neither_day_nor_code_are_no_services() -> None:
    body = """
In network
   Billed       Discount       You owe
   $120.00      $30.00         $90.00

Out of network
   Billed       Discount       You owe
   $85.00       $10.00         $75.00
"""
    assert paper(body).document.lines == ()


def test_sums_far_below_the_last_block_are_none_of_its_amounts() -> None:
    text = """
Sandhill Clinic
Statement date: 06/11/2025
Patient: Ansel Pruitt       Account: 40-1182

Hearing test                                       Charged       You owe
May 20, 2025  92557 RT                             $120.00       $46.00

Ear wax removal                                    Charged       You owe
May 27, 2025  69210 LT                             $85.00        $75.00



                                                   You already paid     -$20.00
                                                   Balance              $101.00
"""
    document = read_text(text)
    assert document.totals is not None
    assert [document.totals.patient_paid, document.totals.balance_due] == [20, 101]
    assert [line.patient_responsibility for line in document.lines] == [46, 75]
