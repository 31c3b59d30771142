from tests.reading.papers import page_of, read_pages, read_text


def row(*values: object) -> list[object]:
    """Values to compare, whatever their types."""
    return list(values)


HEAD = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic
"""

OVER = """
Claim number: 25-118840

What happened with each service
Hearing test                  92557-RT
  $120.00     -    $30.00        -   $44.00      =    $46.00                    Copay $46.00
  billed           plan discount     plan paid        you owe

Ear wax removal               69210
  $85.00      -    $10.00        -   $0.00       =    $75.00                    Deductible $75.00
  billed           plan discount     plan paid        you owe
"""


def test_captions_below_amounts_say_what_they_are() -> None:
    first, second = read_text(HEAD + OVER).lines
    assert row(first.code, first.charge, first.plan_paid, first.patient_responsibility) == row("92557", 120, 44, 46)
    assert row(second.code, second.charge, second.plan_paid, second.patient_responsibility) == row("69210", 85, 0, 75)


def test_an_amount_with_its_caption_beside_amounts_over_captions_is_of_the_same_service() -> None:
    first, second = read_text(HEAD + OVER).lines
    assert row(first.copay, first.deductible, second.copay, second.deductible) == row(46, None, None, 75)


def test_the_amounts_of_the_last_service_are_no_sums_of_the_paper() -> None:
    totals = read_text(HEAD + OVER.replace("Copay $46.00", "").replace("Deductible $75.00", "")).totals
    assert totals is None or totals.charges is None


def test_a_heading_over_all_services_is_no_part_of_the_first() -> None:
    first, _ = read_text(HEAD + OVER).lines
    assert first.description == "Hearing test"


def test_amounts_over_the_captions_of_others_keep_their_own() -> None:
    text = """
Ear wax removal               69210
  Billed           Plan discount     Plan paid        You owe
  $85.00           $10.00            $0.00            $75.00
Hearing test                  92557
  Billed           Plan discount     Plan paid        You owe
  $120.00          $30.00            $44.00           $46.00
"""
    first, second = read_text(HEAD + "Claim number: 25-118840\n" + text).lines
    assert row(first.charge, first.patient_responsibility) == row(85, 75)
    assert row(second.charge, second.patient_responsibility) == row(120, 46)


CLAIMS = """
   Total billed   Your discounts   Not covered   Plan paid   Total you owe
   $295.00        $70.00           $50.00        $84.00      $91.00

Claim TR25-118840                                           Your share $46.00
Visit on May 20, 2025 with Sandhill Clinic

Hearing test   92557   PAID
  Billed         Discount       Allowed        Copay          Plan paid
  $120.00        $30.00         $90.00         $46.00         $44.00
  You owe
  $46.00

Claim TR25-119313                                           Your share $45.00
Visit on May 27, 2025 with Sandhill Clinic

Ear wax removal   69210   PAID
  Billed         Discount       Allowed        Coinsurance    Plan paid
  $125.00        $40.00         $85.00         $45.00         $40.00
  You owe
  $45.00

Ear plugs   V5264   DENIED
  Billed         Not covered    Allowed        Plan paid      You owe
  $50.00         $50.00         $0.00          $0.00          $0.00
"""


def test_the_day_of_a_visit_above_its_services_is_theirs() -> None:
    (parsed,) = read_pages(page_of(HEAD + CLAIMS))
    lines = parsed.document.lines
    assert [str(line.service_date) for line in lines] == ["2025-05-20", "2025-05-27", "2025-05-27"]
    assert [line.claim_number for line in lines] == ["TR25-118840", "TR25-119313", "TR25-119313"]


def test_captions_that_wrap_below_the_first_amounts_are_of_the_same_service() -> None:
    lines = read_text(HEAD + CLAIMS).lines
    assert [row(line.code, line.charge, line.patient_responsibility) for line in lines] == [
        row("92557", 120, 46),
        row("69210", 125, 45),
        row("V5264", 50, 0),
    ]


SIGNS = """
Claim number: 25-118840

Hearing test                                                              92557 · 05/20/2025
  $120.00          $30.00           $44.00              $46.00
      =
  Charged          savings          coinsurance (20%)   we paid

Ear wax removal                                                           69210 · 05/20/2025
  $85.00           $10.00           $75.00              $0.00
      =
  Charged          savings          coinsurance (20%)   we paid
"""


def test_a_hint_behind_a_caption_and_a_sign_between_the_rows_part_no_amount_from_its_caption() -> None:
    first, second = read_text(HEAD + SIGNS).lines
    assert row(first.charge, first.coinsurance, first.plan_paid) == row(120, 44, 46)
    assert row(second.charge, second.coinsurance, second.plan_paid) == row(85, 75, 0)
