"""Services whose amounts stand in the middle of words that wrap, below their day and first words."""

from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

TOP = """
    Harborlight Health Plan                         Explanation of Benefits
    Patient name: Odile Fenwick                     Issued: March 6, 2026

                                                                                                             Your
                                                                                                             cost
    Date and service                       Charges     Allowed    Plan paid   Deductible    Copay   Coins    share
"""
WRAPPED = """    02/15/2026  CT chest, low dose,
    and no contrast                      $1,200.00   $600.00       $0.00      $600.00     $0.00   $0.00   $600.00
    Procedure 71271-TC
"""
OTHERS = """\
    02/15/2026  Walking boot                $90.00     $60.00       $0.00       $60.00     $0.00   $0.00    $60.00
    Procedure L4360
    02/22/2026  Office visit, lungs        $300.00    $170.00     $130.00        $0.00    $40.00   $0.00    $40.00
    Procedure 99213
    Totals                               $1,590.00    $830.00     $130.00      $660.00    $40.00   $0.00   $700.00
"""


def test_day_and_words_above_the_amounts_are_those_of_the_service() -> None:
    first, *others = read_text(TOP + WRAPPED + OTHERS).lines
    assert (first.service_date, first.description) == (date(2026, 2, 15), "CT chest, low dose, and no contrast")
    assert (first.charge, first.patient_responsibility) == (Decimal("1200.00"), Decimal("600.00"))
    assert [line.service_date for line in others] == [date(2026, 2, 15), date(2026, 2, 22)]


def test_words_below_such_amounts_go_on_too() -> None:
    between = WRAPPED.replace("and no contrast ", "                ").replace(
        "    Procedure", "    and no contrast\n    Procedure"
    )
    first, *_ = read_text(TOP + between + OTHERS).lines
    assert first.description == "CT chest, low dose, and no contrast"


def test_a_code_behind_the_word_procedure_below_a_service_is_its_code() -> None:
    lines = read_text(TOP + WRAPPED + OTHERS).lines
    assert [(line.code, *line.modifiers) for line in lines] == [("71271", "TC"), ("L4360",), ("99213",)]
    assert [line.description for line in lines[1:]] == ["Walking boot", "Office visit, lungs"]


def test_a_cost_share_that_deductible_copay_and_coinsurance_come_to_is_what_the_patient_owes() -> None:
    lines = read_text(TOP + WRAPPED + OTHERS).lines
    assert [line.patient_responsibility for line in lines] == [Decimal("600.00"), Decimal("60.00"), Decimal("40.00")]
    other = read_text(TOP + WRAPPED + OTHERS.replace("$0.00    $60.00", "$0.00    $75.00")).lines
    assert {line.patient_responsibility for line in other} == {None}
