"""What a plan decided of each service, under a head that means many things."""

from tests.reading.papers import read_text

NOTICE = """
Bluestem State Medicaid
THIS IS NOT A BILL.
Notice date: March 7, 2026
Ada Lombard
Medicaid ID: T70044182

Result     Date          Service                        Units    Billed    Allowed    Paid
                         Home care visit services
PAID       02/03/2026                                   16       112.00    88.00      88.00
                         T1019
                         Home care visit services
{second}  02/10/2026                                   16       112.00     0.00       0.00
                         T1019
"""


def test_a_column_of_decisions_tells_them_whatever_heads_it() -> None:
    lines = read_text(NOTICE.format(second="DENIED ")).lines
    assert [(line.code, line.status) for line in lines] == [("T1019", "paid"), ("T1019", "denied")]


def test_other_results_decide_nothing() -> None:
    assert [line.status for line in read_text(NOTICE.format(second="NORMAL ")).lines] == [None, None]


def test_what_was_done_above_its_amounts_gave_no_care() -> None:
    provider = read_text(NOTICE.format(second="DENIED ")).provider
    assert provider is None or provider.name != "Home care visit services"
