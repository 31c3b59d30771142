"""Closing sums right below a list of payments, under its head."""

import pytest

from tests.reading.papers import read_text

BILL = """
Quillan Sports Medicine
Bill for services
Patient: Imogen Thackeray           Bill date: 05/04/2026

Date          Code     Service                     Amount
04/06/2026    99213    Office visit                150.00
04/06/2026    73610    Ankle film, three views      90.00

Received so far
Posted        Entry                                Amount
04/20/2026    Fernhill Health payment               -96.00
04/20/2026    Fernhill Health write-off             -64.00
04/28/2026    Your card payment                     -20.00
              {words}                              240.00
              Unpaid balance                        60.00
"""


@pytest.mark.parametrize("words", ["Fees billed ", "Care charged"])
def test_a_row_without_a_day_below_payments_with_theirs_is_no_service(words: str) -> None:
    document = read_text(BILL.format(words=words))
    assert [line.code for line in document.lines] == ["99213", "73610"]
    assert [str(payment.amount) for payment in document.payments] == ["96.00", "64.00", "20.00"]


def test_what_was_billed_is_the_sum_of_the_charges() -> None:
    totals = read_text(BILL.format(words="Fees billed ")).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.balance_due)) == ("240.00", "60.00")


AGES = """
Quillan Sports Medicine
Statement
Patient: Imogen Thackeray           Statement date: 05/04/2026

Date          Code     Service                     Debit     Credit    Balance
04/06/2026    99213    Office visit                150.00              150.00
04/28/2026             Card payment, thank you               (20.00)   130.00

Ages                    Kindly send us what is left
Current      1-2 mo     3-4 mo                                        $130.00
                        once you have this
130.00       0.00       0.00
"""


def test_amounts_of_how_long_it_has_been_owed_are_no_service() -> None:
    assert [line.code for line in read_text(AGES).lines] == ["99213"]
