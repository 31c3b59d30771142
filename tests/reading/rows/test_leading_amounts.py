"""Lists whose amounts stand left of their words."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
Sandhill Urgent Care                  40 Dune Road, Sandhill, NM 87999

$208.00 to pay
for your visit of May 4, 2026, by June 3, 2026

Patient    Ansel Pruitt               Account     SU-4410
Invoice date    May 6, 2026

{services}
$290.00      Total charges
-$42.00      Self-pay discount
-$40.00      Debit card payment   May 4, 2026
$208.00      Balance due

Pay on our site or call us.
"""
SERVICES = """
$180.00      Office visit, new patient   99203-25
$64.00       Tetanus shot   90714
$32.00       Giving the shot   90471
$14.00       Lidocaine   J2001 · qty 2
"""


def read(services: str = SERVICES) -> Document:
    return read_text(BILL.format(services=services.strip()))


def test_amounts_left_of_the_words_are_those_of_their_rows() -> None:
    assert [(line.description, line.code, str(line.charge), line.units) for line in read().lines] == [
        ("Office visit, new patient", "99203", "180.00", None),
        ("Tetanus shot", "90714", "64.00", None),
        ("Giving the shot", "90471", "32.00", None),
        ("Lidocaine", "J2001", "14.00", 2),
    ]


def test_sums_and_payments_in_such_a_list_are_none_of_its_services() -> None:
    document = read()
    assert document.totals is not None
    assert [document.totals.charges, document.totals.adjustments, document.totals.balance_due] == [290, 42, 208]
    (payment,) = document.payments
    assert (str(payment.date), str(payment.amount)) == ("2026-05-04", "40.00")


def test_the_day_of_the_visit_and_that_to_pay_by_stand_below_what_is_asked() -> None:
    document = read()
    assert (str(document.service_from), str(document.due_date)) == ("2026-05-04", "2026-06-03")
    assert {str(line.service_date) for line in document.lines} == {"2026-05-04"}


def test_where_the_amounts_were_read_is_as_before() -> None:
    plain = read(SERVICES.replace("99203-25", "").replace("90714", "").replace("90471", "").replace("J2001", ""))
    assert [str(line.charge) for line in plain.lines] == ["180.00", "64.00", "32.00", "14.00"]


def test_amounts_below_a_head_of_their_own_stay_where_they_are() -> None:
    lines = read_text("""
Sandhill Imaging                      Statement of 05/06/2026
Patient: Ansel Pruitt                 Account: SU-4410

Total Charge   Treatment Date   Code       Activity             Units
$180.00        05/04/2026       71046      Chest X-ray          1
$64.00                          73564-RT   X-ray of the knee    1
$32.00                          76536      Ultrasound           1
$276.00        Total
""").lines
    assert [(line.code, str(line.charge)) for line in lines] == [
        ("71046", "180.00"),
        ("73564", "64.00"),
        ("76536", "32.00"),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "$300.00   met until today\n$200.00   still open\n$500.00   for the year",
        "$110.00   99212 short visit\n$140.00   99213 office visit\n$200.00   99214 long visit",
    ],
)
def test_amounts_of_a_plan_or_of_prices_are_no_charges(listed: str) -> None:
    document = read_text(f"""
Riverside Medical Group
Patient: Ada Lombard                Account: 778812

Visit and service       Code      Charge
Office visit            99213     140.00
Rapid strep test        87880      40.00
Total charges                     180.00

{listed}
Balance due                       180.00
""")
    assert [str(line.charge) for line in document.lines if line.charge is not None] == ["140.00", "40.00"]


def test_amounts_below_their_head_stay_where_a_word_of_the_head_is_unknown() -> None:
    lines = read_text("""
Pine Ridge Laboratory
Patient: Ada Lombard                Account: 778812
Statement date: 04/02/2026

Total Charge    Activity                   Dt of Svc     Physician        Zq
180.00          71046 - Chest picture      03/04/2026    Vale, C          7
64.00           73564 - Knee picture       03/04/2026    Ruiz PA-C        7
32.00           76536 - Neck ultrasound    03/04/2026    Vale, C          7
276.00          Total this page
""").lines
    assert [(line.code, line.description, str(line.service_date), str(line.charge)) for line in lines] == [
        ("71046", "Chest picture", "2026-03-04", "180.00"),
        ("73564", "Knee picture", "2026-03-04", "64.00"),
        ("76536", "Neck ultrasound", "2026-03-04", "32.00"),
    ]


def test_amounts_stay_under_a_head_of_which_one_word_is_not_known() -> None:
    document = read_text(
        """
    Port Ellery Reference Lab                        Cost Estimate
    Patient: Ada Lombard                             Prepared: 01/16/2024

    Quoted
    Price          Desc                 Zq
    $87.00         Cholesterol          1 EA
                   panel
                   80061
    $50.00         Sedimentation        1 EA
                   rate
                   85652
    $73.50         Urine culture        1 EA
                   with count
                   87086
    $210.50        Estimated total
"""
    )
    assert [(line.code, str(line.charge)) for line in document.lines] == [
        ("80061", "87.00"),
        ("85652", "50.00"),
        ("87086", "73.50"),
    ]
