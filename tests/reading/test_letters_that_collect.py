"""Letters that collect a debt print what was added to it."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

LETTER = """
MARLIN & STOKES RECOVERY SERVICES                                 January 19, 2026
PO Box 20440, Tarrant Hills, TX 75999

Ada Lombard                                       Hospital account      DMH-2290417
1207 Mulberry Bend
Tarrant Hills, TX 75998

Dear Ada Lombard:

Doverton Memorial Hospital has placed the account below with us. This is an attempt to collect a debt.
Any information obtained will be used for that purpose.

Date of service   Description of care               Amount charged
09/12/2025        Emergency room visit                   $1,180.00
09/12/2025        Laboratory tests                         $264.50
                  Total charges                          $1,444.50
                  Interest and fees since October 2025      $62.18
                  Amount you owe now                     $1,506.68

If you do not dispute this debt in writing by February 25, 2026, we will assume that it is valid.

Sincerely,
Accounts department
"""


def test_what_a_letter_adds_to_a_debt_is_a_fee() -> None:
    document = read_text(LETTER)
    assert (document.kind, document.fees) == ("letter", Decimal("62.18"))


def test_what_was_paid_toward_a_debt_is_not_what_is_left_of_it() -> None:
    document = read_text("""
Quarry Lane Recovery, Inc.                          To: Ada Lombard
PO Box 118, Velmont, NJ 07899                       Letter date: January 17, 2026
Quarry Lane Recovery, Inc. is a debt collector. We are trying to collect a debt that you owe to
Juniper Crest Hospital for medical care.

As of June 30, 2025, you owed:                      $810.00
You were charged this amount in interest:           + $20.00
(their no. 0071-4417)      amount toward the debt:   -$100.00
Total amount of the debt now:                       $730.00
""")
    assert document.totals is not None
    assert (str(document.totals.balance_due), str(document.totals.patient_paid)) == ("730.00", "100.00")


DEMAND = """
Velmont Lakes Hospital
Patient Accounts, 20 Quarry Road, Velmont, NJ 07899        Telephone 201-555-0117
March 2, 2026

Ada Lombard
1207 Mulberry Bend
Velmont, NJ 07898
                           FINAL NOTICE
                    Account number: 5510742
                   Date of service: August 4, 2025
                        Unpaid sum: $210.40
                          Late fee: $25.00
                  Total amount due: $235.40
                 Pay no later than: March 23, 2026

Dear Ada Lombard:
We wrote to you twice about this account. Unless we receive the total amount due by the date shown, it will be
given to an outside agency.
Sincerely,
Patient Accounts
"""


@pytest.mark.parametrize("unpaid", ["Unpaid balance:", "Amount due before:", "Balance due:"])
def test_what_a_letter_asks_for_holds_the_fee_that_it_adds(unpaid: str) -> None:
    document = read_text(DEMAND.replace("Unpaid sum:", unpaid))
    assert document.totals is not None
    assert (document.kind, str(document.totals.balance_due), str(document.fees)) == ("letter", "235.40", "25.00")


def test_the_day_until_which_to_pay_may_be_said_to_be_the_last() -> None:
    assert str(read_text(DEMAND).due_date) == "2026-03-23"
