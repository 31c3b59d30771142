"""Services side by side, each with its code below its name and no word before the codes."""

from tests.reading.papers import read_text


def test_codes_without_a_label_below_the_names_of_services_are_theirs() -> None:
    lines = read_text("""
Ferncross Vision Plan                                                Benefit statement

Patient                        Member no.                            Eye doctor
Ada Lombard                    CWV-30771152                          Tamsin Oyelaran, OD

Visit                          Processed                             Claim
May 6, 2026                    May 15, 2026                          V26135-00871

                         Eye exam       Lenses, progressive         Frame        Total
                            92014                     V2781         V2020

Doctor's price            $139.00                   $284.00       $210.00      $633.00

Plan discount             -$55.00                  -$113.00       -$60.00     -$228.00

Plan price                 $84.00                   $171.00       $150.00      $405.00

Plan paid                  $74.00                    $86.00       $150.00      $310.00

You pay                    $10.00                    $85.00         $0.00       $95.00
""").lines
    assert [(line.code, str(line.charge), str(line.plan_paid)) for line in lines] == [
        ("92014", "139.00", "74.00"),
        ("V2781", "284.00", "86.00"),
        ("V2020", "210.00", "150.00"),
    ]
    assert lines[1].description == "Lenses, progressive"
