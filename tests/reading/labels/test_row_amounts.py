"""Rows of a label and several amounts: the label announces their sum, where the last is one."""

from decimal import Decimal

from tests.reading.papers import read_text

NOTICE = """
    Quarry Vision Benefits
    PO Box 1417, Larch, CO 80999
    Benefit statement
    Member: Ada Lombard
    Claim: V-2602-4471

                               Examination     Lenses      Frame      Sum
    Charge of the shop         $120.00        $150.00    $270.00     $540.00
    Plan allowance              $95.00        $100.00    $140.00     {whole}
    Less your copay             $10.00         $25.00       none      $35.00
"""


def test_a_label_before_amounts_and_their_sum_announces_the_sum() -> None:
    document = read_text(NOTICE.format(whole="$335.00"))
    assert document.totals is not None
    assert document.totals.allowed == Decimal("335.00")
    assert document.totals.adjustments is None


def test_a_benefit_statement_is_a_plans_paper() -> None:
    document = read_text(NOTICE.format(whole="$335.00"))
    assert document.kind == "eob"
    assert document.payer is not None
    assert document.payer.name == "Quarry Vision Benefits"
