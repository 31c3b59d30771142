"""Vision plans that print a price of their own, and what the patient has to pay of it, under words of their own."""

from decimal import Decimal

from tests.reading.papers import read_text

TOP = """
    Seaside Mutual
    Vision care for life  PO Box 38511, Rutland, VT 05799   800-555-0108
                                Benefit Statement
    Patient: Odile Okonkwo                                         Paid on: April 29, 2026

                                        Doctor's usual    Club       Plan          Extras &       Your
    Item                                        charge   price    benefit    Copay   others        sum
"""
ROWS = """\
    Exam, established (92014)                  $168.00   $72.00    $57.00   $15.00        -     $15.00
    Frame (V2020)                              $240.00  $224.00   $180.00        -   $44.00     $44.00
    Progressive lenses (V2781)                 $330.00  $255.00   $110.00   $25.00  $120.00    $145.00
    Anti-reflective coating (V275o)            $125.00   $85.00     $0.00        -   $85.00     $85.00
    Total                                      $863.00  $636.00   $347.00   $40.00  $249.00    $289.00
"""


def test_a_price_that_what_was_paid_and_another_column_come_to_is_what_the_plan_allows() -> None:
    document = read_text(TOP + ROWS)
    assert [(line.allowed, line.patient_responsibility) for line in document.lines] == [
        (Decimal("72.00"), Decimal("15.00")),
        (Decimal("224.00"), Decimal("44.00")),
        (Decimal("255.00"), Decimal("145.00")),
        (Decimal("85.00"), Decimal("85.00")),
    ]
    assert document.totals is not None
    assert (document.totals.allowed, document.totals.patient_responsibility) == (Decimal("636.00"), Decimal("289.00"))


def test_where_one_row_does_not_add_up_nothing_is_named_by_it() -> None:
    lines = read_text(TOP + ROWS.replace("$224.00", "$220.00")).lines
    assert {line.allowed for line in lines} == {None}


def test_letters_read_for_figures_in_a_known_code_in_parentheses_are_figures() -> None:
    last = read_text(TOP + ROWS).lines[-1]
    assert (last.code, last.description) == ("V2750", "Anti-reflective coating")
