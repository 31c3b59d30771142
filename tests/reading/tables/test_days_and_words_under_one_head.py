"""Services with their day before their words in one column, whose words wrap."""

from tests.reading.papers import read_text

NOTICE = """
Bluefen Health                                                 Summary for June 2026
IDA B. STROUD                                                  Member ID: B5511 9028
Your claims processed in June. This is not a bill.

Providers and services                       Amount billed    Plan approved    Plan's share    Your share
Dr. Nell Abbott                                    $205.00          $104.83         $104.83         $0.00
Claim Number 820261570044112
   Jun. 2, 2026 - Office visit primary             $185.00           $96.00          $96.00         $0.00
   care
   Jun. 2, 2026 - Blood draw                        $20.00            $8.83           $8.83         $0.00
Coast Ortho Group                                  $404.00          $149.40          $99.40        $50.00
Claim Number 820261680190077
   Jun. 10, 2026 - Specialist visit                $260.00          $118.40          $78.40        $40.00
   Jun. 10, 2026 - X-ray of hip                    $144.00           $31.00          $21.00        $10.00
TOTALS for June 2026                               $609.00          $254.23         $204.23        $50.00
"""


def test_services_below_the_sums_of_their_provider_are_read_with_all_of_their_words() -> None:
    document = read_text(NOTICE)
    assert [(str(line.service_date), line.description, str(line.charge)) for line in document.lines] == [
        ("2026-06-02", "Office visit primary care", "185.00"),
        ("2026-06-02", "Blood draw", "20.00"),
        ("2026-06-10", "Specialist visit", "260.00"),
        ("2026-06-10", "X-ray of hip", "144.00"),
    ]
    assert document.totals is not None
    assert (str(document.totals.charges), str(document.totals.patient_responsibility)) == ("609.00", "50.00")
