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
