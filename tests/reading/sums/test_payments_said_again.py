"""Sums below a list of payments that say again what the list says."""

import pytest

from tests.reading.papers import read_text

BILL = """
Quillan Sports Medicine
Bill for services
Patient: Imogen Thackeray           Bill date: 05/04/2026

Date          Code     Service                     Amount
04/06/2026    99213    Office visit                250.00
04/06/2026    73610    Ankle film, three views      90.00
Total charges                                      340.00

Payments & Credits                                Payments
PROMPT PAY DISCOUNT                                  64.00
PAYMENT BY CHECK 1182                                96.00
{again}
Amount due                                        ${due}
"""
SAID_AGAIN = """Uninsured Discount                                ($64.00)
Patient Paid                                      ($96.00)"""
FURTHER = """Uninsured Discount                                ($24.00)
Patient Paid                                      ($16.00)"""


def test_sums_of_a_list_of_payments_are_no_payments() -> None:
    document = read_text(BILL.format(again=SAID_AGAIN, due="180.00"))
    assert [str(payment.amount) for payment in document.payments] == ["64.00", "96.00"]
    assert document.totals is not None
    assert (str(document.totals.patient_paid), str(document.totals.balance_due)) == ("96.00", "180.00")


@pytest.mark.parametrize(
    ("again", "due"), [(FURTHER, "140.00"), (FURTHER, "180.00"), (SAID_AGAIN, "20.00"), (SAID_AGAIN, "177.00")]
)
def test_payments_that_the_balance_needs_or_that_say_nothing_again_stay(again: str, due: str) -> None:
    assert len(read_text(BILL.format(again=again, due=due)).payments) == 4
