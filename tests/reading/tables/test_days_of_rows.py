"""Rows that begin with a day and a month alone, in which a reader saw no day."""

from decimal import Decimal

from tests.reading.papers import read_text


def test_a_closing_sum_behind_a_day_is_no_service() -> None:
    document = read_text("""
        Larkspur Family Practice
        Patient: Ada Lombard          Account: LC-10447          Bill date: April 30, 2026

        Date        Description              Charge    Payment   Balance
        04-02       Office visit             140.00              140.00
        04-10       Total charges            140.00
        04-30       Balance due                                  140.00
    """)

    assert [line.description for line in document.lines] == ["Office visit"]
    assert document.totals is not None
    assert (document.totals.charges, document.totals.balance_due) == (Decimal("140.00"), Decimal("140.00"))


def test_a_share_behind_a_day_is_no_service() -> None:
    document = read_text("""
        Larkspur Family Practice
        Patient: Ada Lombard          Account: LC-10447          Bill date: April 30, 2026

        Date     Description              Amount
        4-02     Office visit             140.00
        4-02     Deductible                25.00
        Total                             140.00
    """)

    assert [line.description for line in document.lines] == ["Office visit"]
