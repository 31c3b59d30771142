"""Heads that begin where their columns begin, over values that end where these end."""

from decimal import Decimal

from tests.reading.papers import read_text

HEAD = """
Larchmont Administrators, Inc.
Health Care Claim Payment Advice            Payment Date: 2026-02-19

Payee:    Quarrytown Clinic                 Payee NPI:      1440055538
Patient:  Ada Lombard                       Subscriber ID:  LAR-770-4412

Svc Date     Proc      Qty  Charge         Allowed        Grp-RC        Adj Amt        Remark      Paid
"""


def test_values_right_of_their_heads_belong_to_them() -> None:
    first, second, third = read_text(
        HEAD
        + """
2026-01-30   62323     1            890.00        312.48  CO-45               577.52                      249.98
                                                          PR-2                 62.50
2026-01-30   77003     1            140.00          0.00  CO-97               140.00   M15                  0.00
2026-01-30   99213     1            150.00         95.00  CO-45                55.00                       60.00
                                                          PR-3                 35.00
Claim Total                       1,180.00        407.48                      870.00                      309.98
"""
    ).lines
    assert [(line.charge, line.allowed, line.plan_paid) for line in (first, second, third)] == [
        (Decimal("890.00"), Decimal("312.48"), Decimal("249.98")),
        (Decimal("140.00"), Decimal("0.00"), Decimal("0.00")),
        (Decimal("150.00"), Decimal("95.00"), Decimal("60.00")),
    ]
    assert [(each.reason, each.amount) for each in first.adjustments] == [
        ("45", Decimal("577.52")),
        ("2", Decimal("62.50")),
    ]


def test_heads_right_above_their_values_keep_them() -> None:
    (line,) = read_text(
        HEAD.replace(
            "Svc Date     Proc      Qty  Charge         Allowed        Grp-RC        Adj Amt        Remark      Paid",
            "Svc Date     Proc      Qty          Charge       Allowed  Grp-RC             Adj Amt  Remark         Paid",
        )
        + """
2026-01-30   62323     1            890.00        312.48  CO-45               577.52                249.98
                                                          PR-2                 62.50
"""
    ).lines
    assert (line.charge, line.allowed, line.plan_paid) == (Decimal("890.00"), Decimal("312.48"), Decimal("249.98"))
