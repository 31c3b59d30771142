"""Payments that no word calls the patient's own or the plan's."""

import pytest

from plainbill.case import Document
from plainbill.reading.terms.wording import payment_kind
from tests.reading.papers import read_text

STATEMENT = """
DEPARTMENT OF RIVER CARE
40 Pine Road
Lexmoor, KY 40999

Statement Date: 04/14/2026          Account No: 551-20937
Patient: Ada Lombard
{insurer}
Previous Balance    Payments Received    New Charges    New Balance
40.00               40.00                65.00          65.00

Date          Description               Amount (This bill)
03/27/2026    PAYMENT POSTED                       40.00-
03/06/2026    OUTPATIENT CARE                      15.00
              PRIMARY CARE VISIT
03/19/2026    OUTPATIENT CARE                      50.00
              SPECIALTY CARE VISIT
"""


def statement(insurer: str = "") -> Document:
    return read_text(STATEMENT.format(insurer=insurer))


def test_without_an_insurer_payments_that_add_up_to_what_the_patient_paid_are_theirs() -> None:
    assert [payment.kind for payment in statement().payments] == ["patient_payment"]


def test_where_an_insurer_is_named_nothing_says_that_they_are() -> None:
    (payment,) = statement("Insurance: Lakeland Health Plan").payments
    assert payment.kind != "patient_payment"


def test_a_head_that_says_of_which_bill_its_amounts_are_heads_charges() -> None:
    assert [line.description for line in statement().lines] == [
        "OUTPATIENT CARE PRIMARY CARE VISIT",
        "OUTPATIENT CARE SPECIALTY CARE VISIT",
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("AutoPay checking", "patient_payment"),
        ("Copay Assist Card (mfr.)", "other"),
        ("Manufacturer savings card", "other"),
        ("Copay card ending 4410", "patient_payment"),
        ("Health plan savings", "contractual_adjustment"),
    ],
)
def test_who_pays_by_the_words_of_a_payment(words: str, kind: str) -> None:
    assert payment_kind(words) == kind
