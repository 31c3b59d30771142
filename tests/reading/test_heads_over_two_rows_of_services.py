"""Services over two rows under two heads, where one column's words are shared out over both heads."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
EXPLANATION OF BENEFITS
Member Ida Quill               Member ID  KQ5501882
Provider Alder Bay Clinic      Date processed 11/20/2025

Date of       Description              Provider's charge   Covered charge   Deductible         Fund paid

service       Procedure                PPO savings         Ineligible       Your coinsurance   You pay

11/03/2025    Fetal non-stress test    198.00              104.50           0.00               83.60
              59025                    93.50               0.00             20.90              20.90
11/03/2025    Obstetric ultrasound     260.00              131.20           0.00               104.96
              76815                    128.80              0.00             26.24              26.24
11/10/2025    Birth class              120.00              0.00             0.00               0.00
              S9436                    0.00                120.00           0.00               120.00
              TOTALS                   578.00              235.70           0.00               188.56
                                       222.30              120.00           47.14              167.14
"""


def test_the_day_above_and_the_code_below_are_of_one_service() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.code, str(line.service_date)) for line in lines] == [
        ("59025", "2025-11-03"),
        ("76815", "2025-11-03"),
        ("S9436", "2025-11-10"),
    ]
    first = lines[0]
    assert (first.charge, first.allowed, first.plan_paid) == (Decimal("198.00"), Decimal("104.50"), Decimal("83.60"))
    assert (first.coinsurance, first.patient_responsibility) == (Decimal("20.90"), Decimal("20.90"))
    assert [adjustment.amount for adjustment in first.adjustments] == [Decimal("93.50")]


def test_both_rows_of_the_sums_go_to_their_heads() -> None:
    totals = read_text(NOTICE).totals
    assert totals is not None
    assert (totals.charges, totals.allowed, totals.adjustments) == (
        Decimal("578.00"),
        Decimal("235.70"),
        Decimal("222.30"),
    )
    assert (totals.not_covered, totals.patient_responsibility) == (Decimal("120.00"), Decimal("167.14"))
