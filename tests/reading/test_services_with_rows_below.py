"""Services whose code and day stand on rows below their words, as on a monthly report of a health plan."""

import pytest

from tests.reading.papers import read_text

REPORT = """
Silverbirch Advantage (HMO)
Explanation of Benefits
THIS IS NOT A BILL

{first}                          Amount the           Total cost (amount the   Plan's     Your
                                                provider billed      plan approved)           share      share
Wendeline Okafor, MD (plan provider), claim number MA260218844
Office visit with primary care                  $219.00              $131.40                  $131.40    $0.00
doctor
(billing code 99214)
Date of service: 2/5/2026
Coppergate Heart Clinic (plan provider), claim number MA260227719
Cardiac stress test                             $640.00              $248.20                  $198.56    $49.64
(billing code 93015)
Date of service: 2/12/2026
Radiopharmaceutical, sestamibi                  $310.00                $0.00                    $0.00    $0.00
(billing code A9500)                                                 DENIED
Date of service: 2/19/2026                                           (See below.)
TOTALS:                                         $1,169.00            $379.60                  $329.96    $49.64
"""


@pytest.mark.parametrize("first", ["Description of service", " " * 22])
def test_code_and_day_below_a_service_are_its_own(first: str) -> None:
    lines = read_text(REPORT.format(first=first)).lines
    assert [(line.description, line.code, str(line.service_date), str(line.allowed)) for line in lines] == [
        ("Office visit with primary care doctor", "99214", "2026-02-05", "131.40"),
        ("Cardiac stress test", "93015", "2026-02-12", "248.20"),
        ("Radiopharmaceutical, sestamibi", "A9500", "2026-02-19", "0.00"),
    ]


def test_amounts_without_a_head_of_words_are_no_services_where_nothing_tells_their_code_or_day() -> None:
    rows = [row for row in REPORT.format(first=" " * 22).splitlines() if "code" not in row and "Date" not in row]
    assert not read_text("\n".join(rows)).lines


def test_words_and_code_on_a_row_above_the_amounts_of_each_service_are_its_own() -> None:
    lines = read_text("""
Signet Commons Health
Explanation of benefits
Subscriber: HELOISE VANCE            Patient: THEODORIC VANCE

Service dates    Amount billed    Discount    Copay    What your plan paid    What I owe    See notes
EMERGENCY ROOM VISIT - 99285
02/11/26              2,240.00      890.00   250.00                 880.00        470.00    XB
DRUGS AND BIOLOGICALS - J2405 (4 UNITS)
02/11/26                 72.00       41.20     0.00                  24.64          6.16    XB
PERSONAL COMFORT ITEM
02/11/26                 38.00        0.00     0.00                   0.00         38.00    Q7
Total                 2,350.00      931.20   250.00                 904.64        514.16
""").lines
    assert [(line.description, line.code, line.units) for line in lines] == [
        ("EMERGENCY ROOM VISIT", "99285", None),
        ("DRUGS AND BIOLOGICALS", "J2405", 4),
        ("PERSONAL COMFORT ITEM", None, None),
    ]


DRUGS = """
Cordwainer Rx (PDP)                              Your Monthly Prescription Drug Summary
This is not a bill.
ERNESTINE MAPLEWOOD          Member ID: CW7713309-01

Drug name, date filled, pharmacy             Quantity      Drug price    Plan paid    You paid    Other payments
ELIQUIS 5 MG TABLET                          60 tablets       $551.20      $404.20     $147.00             $0.00
05/02/2026
Willow Bay Pharmacy, 30-day supply
OZEMPIC 2 MG/3 ML PEN                        1 pen            $988.10      $891.10      $47.00            $50.00
05/11/2026
Willow Bay Pharmacy, 30-day supply
TOTALS for May 2026                                         $1,539.30    $1,295.30     $194.00            $50.00

                                             You paid      Plan paid       Total drug costs
Year to date                                  $871.40      $5,210.15              $6,331.55
"""


def test_the_day_a_drug_was_filled_and_its_pharmacy_stand_below_it() -> None:
    lines = read_text(DRUGS).lines
    assert [(line.description, str(line.service_date), str(line.charge)) for line in lines] == [
        ("ELIQUIS 5 MG TABLET", "2026-05-02", "551.20"),
        ("OZEMPIC 2 MG/3 ML PEN", "2026-05-11", "988.10"),
    ]


def test_what_came_together_in_the_year_is_no_sum_of_the_month() -> None:
    totals = read_text(DRUGS).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.plan_paid)) == ("1539.30", "1295.30")


def test_what_was_done_stands_below_who_did_it() -> None:
    document = read_text("""
Sagebrush Medicare Advantage (HMO)
Monthly report of claims for February 2026         This is NOT a bill.
Member name: Thaddeus Winterbourne                 Member number: SBG00712294

Details of each service                       Amount         Total cost        Plan's share     Your share
                                           providers       (amount the
                                     billed the plan    plan approved)
Dr. Halvard Osei                             $198.00           $121.40               $96.40         $25.00
Office visit (billing code 99214)
02/03/2026
Pinecrest Imaging Center                   $1,120.00           $168.90               $68.90        $100.00
CT of chest (billing code 71250)
02/17/2026
TOTAL for this month                       $1,318.00           $290.30              $165.30        $125.00
Yearly totals                                 Billed          Approved                 Plan            You
All claims processed in 2026 through 2/28/2026   $2,204.00      $611.75              $432.45        $179.30
""")
    assert [
        (
            line.rendering_provider,
            line.description,
            line.code,
            str(line.service_date),
            str(line.charge),
            str(line.allowed),
        )
        for line in document.lines
    ] == [
        ("Dr. Halvard Osei", "Office visit", "99214", "2026-02-03", "198.00", "121.40"),
        ("Pinecrest Imaging Center", "CT of chest", "71250", "2026-02-17", "1120.00", "168.90"),
    ]
    assert document.totals is not None and str(document.totals.charges) == "1318.00"
