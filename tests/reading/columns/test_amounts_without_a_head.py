"""Amounts whose head was not read, beside those of another column."""

from tests.reading.papers import read_text

REVIEW = """
    REDSTONE CASUALTY GROUP                      EXPLANATION OF REVIEW
    Patient: Ada Lombard         Claim number: WC-0447-81902
    Provider: Larch Medical      Review date: 08/14/2023

                                              FEE SCHED          NETWORK     RECOMMENDED
    DATE        CODE                          REDUCTION        REDUCTION       ALLOWANCE
    07/19/23    99203                          (104.82)          (13.52)          121.66
    07/19/23    L3908          118.50          (55.10)                            63.40
    07/19/23    99080            75.00          (75.00)                             0.00
    07/19/23    97110            60.00          (20.00)                            40.00
    TOTALS                      493.50         (254.92)          (13.52)          225.06
"""


def test_amounts_beside_those_under_a_head_are_not_of_its_column() -> None:
    lines = read_text(REVIEW).lines

    reductions = [[str(adjustment.amount) for adjustment in line.adjustments] for line in lines]
    assert reductions == [["104.82", "13.52"], ["55.10"], ["75.00"], ["20.00"]]


def test_sums_tell_what_stands_under_a_lost_head() -> None:
    lines = read_text(REVIEW).lines

    assert [line.charge and str(line.charge) for line in lines] == [None, "118.50", "75.00", "60.00"]
