"""Tables on their side: a column for every service, a labeled row for every amount."""

from tests.reading.papers import read_text

SUMMARY = """
Meadowcross Health Plan                              claim summary
                                                     Not a bill
Patient      Ada Lombard          Claim ID   MX-0091-772041
Member ID    H40771220            Provider   Saltgrass Clinic

Service                     Office visit     Chest X-ray    Lung function test    Claim total
Procedure code                     99203           71046                 94060
Date of service               03/30/2026      03/30/2026            03/31/2026
Amount your provider billed      $198.00         $132.00               $286.00        $616.00
Your plan's discount              $71.40          $88.20               $174.60        $334.20
Amount allowed                   $126.60          $43.80               $111.40        $281.80
Copay                             $40.00           $0.00                 $0.00         $40.00
Paid by your plan                 $86.60          $43.80               $111.40        $241.80
What you may owe                  $40.00           $0.00                 $0.00         $40.00
"""


def test_each_column_is_a_service() -> None:
    lines = read_text(SUMMARY).lines
    assert [(line.code, line.description, str(line.service_date)) for line in lines] == [
        ("99203", "Office visit", "2026-03-30"),
        ("71046", "Chest X-ray", "2026-03-30"),
        ("94060", "Lung function test", "2026-03-31"),
    ]
    assert [(str(line.charge), str(line.plan_paid), str(line.copay)) for line in lines] == [
        ("198.00", "86.60", "40.00"),
        ("132.00", "43.80", "0.00"),
        ("286.00", "111.40", "0.00"),
    ]


def test_the_last_column_holds_the_sums() -> None:
    totals = read_text(SUMMARY).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.allowed), str(totals.patient_responsibility)) == (
        "616.00",
        "281.80",
        "40.00",
    )


def test_codes_side_by_side_without_amounts_below_are_no_table() -> None:
    assert not read_text(SUMMARY[: SUMMARY.index("Amount your")]).lines
