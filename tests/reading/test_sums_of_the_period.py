"""Closing sums of charges in an office's own words, told by what they add up."""

from decimal import Decimal

from plainbill.case import Totals
from tests.reading.papers import read_text

PAPER = """
Tanglewood Imaging
Suite 200, 61 Orchid Terrace, Mabry, FL 33999

Patient: Ada Lombard                  Invoice date: 4/2/2026

Exam date    Exam               CPT        {head}     Ins. paid   Contractual   Patient owes
02/19/2026   MRI knee right     73721    $1,480.00    $522.60     $860.30        $97.10
02/19/2026   X-ray knee right   73562      $184.00     $31.25     $144.90         $7.85


Have a question about a reading? Ask           {label}                 {amount}
the doctor who ordered the exam.               Insurance payments      $553.85
                                               Contractual           $1,005.20
                                               Balance due             $104.95
"""


def totals(head: str, label: str, amount: str = "$1,664.00") -> Totals:
    found = read_text(PAPER.format(head=f"{head:8}", label=f"{label:18}", amount=amount)).totals
    assert found is not None
    return found


def test_the_plural_of_a_head_labels_the_sum_of_its_column() -> None:
    assert totals("Fee", "Fees").charges == Decimal("1664.00")


def test_what_this_month_comes_to_is_told_by_its_amount() -> None:
    assert totals("Amount", "This month's tests").charges == Decimal("1664.00")


def test_another_amount_of_this_month_is_no_sum_of_charges() -> None:
    assert totals("Amount", "This month's tests", "$1,600.00").charges is None


def test_an_amount_without_words_of_its_own_is_none() -> None:
    assert totals("Amount", "").charges is None
