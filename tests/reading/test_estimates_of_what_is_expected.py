"""Estimates of hospitals that say of each amount that it is expected."""

from decimal import Decimal

from tests.reading.papers import read_text

ESTIMATE = """
Larkhaven Surgery Center
Estimate of what your operation may cost
Patient: Imogen Thackeray       Date of estimate: 05/04/2026

                                              Expected     Expected     Expected
Code     Service                              charge       plan rate    your part
29881    Knee arthroscopy, operating room     8,200.00     5,100.00     1,020.00
01400    Anesthesia, knee                     1,450.00       720.00       144.00
Full price of everything                      9,650.00
Plan is expected to cover                     4,656.00
ESTIMATE: what you would pay                  1,164.00
"""


def test_what_is_expected_was_decided_by_no_plan() -> None:
    lines = read_text(ESTIMATE).lines
    assert [(line.charge, line.allowed, line.patient_responsibility) for line in lines] == [
        (Decimal("8200.00"), None, None),
        (Decimal("1450.00"), None, None),
    ]


def test_what_one_would_pay_is_what_is_estimated() -> None:
    totals = read_text(ESTIMATE).totals
    assert totals is not None
    assert totals.estimate == Decimal("1164.00")
    assert totals.patient_responsibility is None
