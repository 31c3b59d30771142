"""Sums and payments that do not say whose they are, on bills: no plan is read into them."""

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
    Larkspur Medical Group
    100 Main Street
    Lexmoor, KY 40999
    Patient: Ada Lombard       Account number: 4410072

    Date          Code     Description        Charge
    03/02/2026    99213    Office visit       140.00
    03/02/2026    87880    Rapid test          60.00
    {closing}
"""


def bill(*closing: str) -> Document:
    return read_text(BILL.format(closing="\n    ".join(closing)))


def test_words_that_say_which_payments_name_no_plan() -> None:
    for word in ("Account", "Other", "Office", "Hospital"):
        totals = bill(
            "Total charges       200.00",
            f"{word} payments    -80.00",
            f"{word} adjustments -50.00",
            "Amount due           70.00",
        ).totals
        assert totals is not None
        assert totals.insurance_paid is None


def test_all_payments_are_not_all_that_the_plan_paid() -> None:
    document = bill(
        "Payments",
        "03/10/2026   Payment received   -80.00",
        "Total charges    200.00",
        "Total payments    -80.00",
        "Balance due    120.00",
    )
    assert [payment.kind for payment in document.payments] == ["other"]
