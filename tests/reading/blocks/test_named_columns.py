"""Tables on their side whose services have no code: words over each column, and a column of totals."""

from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

TOP = """
    Larkspur Benefit Trust                              March 30, 2026
    Summary of Health Plan Payments
    This is not a bill.
    Patient: Odile Fenwick
    Claim number: 0771 2210 4418
    Provider: Alder Creek Surgery Center

"""
TABLE = """
    What happened           Day surgery     Recovery room     Lab work        Total
    Date of service            03/03/26          03/03/26     03/04/26
    Provider charges          $5,000.00         $1,000.00      $400.00    $6,400.00
    Our allowed amount        $2,500.00           $500.00      $200.00    $3,200.00
    Your copayment              $250.00             $0.00        $0.00      $250.00
    We paid                   $2,250.00           $500.00      $200.00    $2,950.00
    You may owe provider        $250.00             $0.00        $0.00      $250.00
"""


def test_words_over_columns_are_services_where_their_charges_come_to_the_total() -> None:
    document = read_text(TOP + TABLE)
    assert [(line.description, line.service_date, line.charge) for line in document.lines] == [
        ("Day surgery", date(2026, 3, 3), Decimal("5000.00")),
        ("Recovery room", date(2026, 3, 3), Decimal("1000.00")),
        ("Lab work", date(2026, 3, 4), Decimal("400.00")),
    ]
    assert [line.plan_paid for line in document.lines] == [Decimal("2250.00"), Decimal("500.00"), Decimal("200.00")]
    totals = document.totals
    assert totals is not None
    assert (totals.charges, totals.plan_paid, totals.patient_responsibility) == (
        Decimal("6400.00"), Decimal("2950.00"), Decimal("250.00"),
    )  # fmt: skip


def test_no_word_in_the_corner_is_needed() -> None:
    bare = TABLE.replace("What happened", "             ")
    assert len(read_text(TOP + bare).lines) == 3


def test_columns_that_do_not_come_to_their_total_are_no_services() -> None:
    other = TABLE.replace("$6,400.00", "$6,900.00")
    assert read_text(TOP + other).lines == ()


def test_columns_without_days_are_no_services() -> None:
    undated = "\n".join(row for row in TABLE.splitlines() if "Date of service" not in row)
    assert read_text(TOP + undated).lines == ()
