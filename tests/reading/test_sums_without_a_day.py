"""Closing sums in the columns of a table: what was paid in all is no payment of a day."""

from tests.reading.papers import read_text

PAPER = """
Ferncross Counseling                                  Client: Ada Lombard
9 Assay Park, Velmont, NJ 07899                       Client no. HCC-0907

Issued  Apr 30, 2026

2026      Code     Kind of session                Fee         You paid
Jan 6     90791    Intake evaluation            $240.00         $40.00
Jan 13    90837    Individual session           $185.00         $40.00
Feb 3     90834    Telehealth session           $165.00
                                All fees                       $590.00
                                Paid by you                     $80.00
                                Paid by Nutmeg Health Plan     $210.00
                                Plan discount                  $100.00
                                Open balance                   $200.00
"""


def test_closing_sums_below_a_column_of_payments_are_no_payments() -> None:
    document = read_text(PAPER)
    assert document.payments == ()
    assert document.totals is not None
    sums = (document.totals.charges, document.totals.patient_paid, document.totals.insurance_paid)
    assert [str(amount) for amount in sums] == ["590.00", "80.00", "210.00"]
    assert str(document.totals.balance_due) == "200.00"


def test_what_was_charged_in_a_month_or_at_retail_are_charges() -> None:
    for words in ("Charges this month", "Retail value"):
        document = read_text(PAPER.replace("                All fees", f"{words:>24}"))
        assert document.totals is not None
        assert str(document.totals.charges) == "590.00"


def test_revenue_and_procedure_code_with_a_blank_before_the_stroke_are_both_read() -> None:
    document = read_text("""
Ferncross Kidney Center                                 Patient: Ada Lombard
9 Assay Park, Velmont, NJ 07899                         Account: LC-10447

Date          Treatment              Qty      Rev / HCPCS       Charges
05/01/2026    Hemodialysis             1      0821/90999        1,450.00
05/01/2026    Iron sucrose 1 mg      100      0636 /J1756         228.00
              Total charges                                     1,678.00
""")
    assert [(line.revenue_code, line.code) for line in document.lines] == [("0821", "90999"), ("0636", "J1756")]
