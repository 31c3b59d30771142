"""Labels and values side by side in one row, and notices with several claims below each other."""

from tests.reading.papers import read_text

PAIRS = """
Osprey Diagnostics
500 Lakeshore Drive, Lexmoor, KY 40999

Invoice OD77120     Billed 06/05/26     Lab visit 05/04/26     Patient Ada Lombard-Quist
DOB 02/17/80        Member ID LHP20081443

Test     Name             Our price    Plan paid    Plan savings    You owe
80061    Lipid panel      $61.00       $14.20       $46.80          $0.00
83036    Hemoglobin A1c   $52.00       $9.71        $42.29          $0.00
Sum of 2 tests            $113.00      $23.91       $89.09          $0.00
"""
NOTICE = """
Lakeland Care Plans                      Explanation of benefits
                                         Prepared June 4, 2026

Patient          Born          Main member      Member number     Employer group
Ada Lombard      10/08/2022    Odile Lombard    LCP 7719 4402     Marlow Mills 90-1177

Claim            Who treated you       Network
LC-7741-0093     Marisol Quist, MD     In network
Date      Service         They billed    Plan saved you    Plan price    We paid    You owe
5/2/26    Office visit    $218.00        -$53.70           $164.30       $164.30    $0.00
5/2/26    Rapid test      $42.00         -$14.90           $27.10        $27.10     $0.00

Claim            Who treated you       Network
LC-7741-0512     Jonas Wren, DO        {network}
Date      Service         They billed    Plan saved you    Plan price    We paid    You owe
5/9/26    Office visit    $684.00        -$452.60          $231.40       $131.40    $100.00
"""


def test_a_name_among_pairs_of_labels_and_values_is_the_patients() -> None:
    document = read_text(PAIRS)
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard-Quist"
    assert str(document.document_date) == "2026-06-05"
    assert [str(line.service_date) for line in document.lines] == ["2026-05-04", "2026-05-04"]


def test_words_beside_something_else_than_pairs_name_no_patient() -> None:
    document = read_text(PAIRS.replace("Billed 06/05/26     Lab visit", "What we did for you    Lab visit"))
    assert document.patient is None or document.patient.name is None


def test_they_billed_and_plan_saved_you_are_charge_and_adjustment() -> None:
    lines = read_text(NOTICE.format(network="Out of network")).lines
    assert [(str(line.charge), str(line.adjustments[0].amount)) for line in lines] == [
        ("218.00", "53.70"),
        ("42.00", "14.90"),
        ("684.00", "452.60"),
    ]


def test_claims_in_and_out_of_the_network_leave_the_network_open() -> None:
    coverage = read_text(NOTICE.format(network="Out of network")).coverage
    assert coverage is not None
    assert coverage.network_status is None
    assert (coverage.subscriber_name, coverage.group_number) == ("Odile Lombard", "90-1177")


def test_claims_in_the_network_are_in_it() -> None:
    coverage = read_text(NOTICE.format(network="In network")).coverage
    assert coverage is not None
    assert coverage.network_status == "in"
