"""Papers that speak to the patient by name, and what they ask for below that."""

import pytest

from tests.reading.papers import read_text

BILL = """
Sandhill Health                                    Questions about this bill?
40 Dune Road, Sandhill, NM 87999                   (505) 555-0142

{said}                                             Account number
                                                   4410-208
$93.70
                                                   Statement date
Please pay by Jun 24, 2026                         Jun 3, 2026

Hearing test                                       $120.00
CPT/HCPCS 92557   May 20, 2026
Ear wax removal                                    $85.00
CPT/HCPCS 69210   May 20, 2026
"""


@pytest.mark.parametrize(
    "said", ["Ansel Pruitt, you owe", "Ansel Pruitt, your total is", "Hello Ansel Pruitt, you owe"]
)
def test_whom_a_bill_speaks_to_is_the_patient_and_the_amount_below_is_asked_for(said: str) -> None:
    document = read_text(BILL.format(said=said))
    assert document.patient is not None
    assert document.patient.name == "Ansel Pruitt"
    assert document.totals is not None
    assert str(document.totals.balance_due) == "93.70"


@pytest.mark.parametrize(
    "said",
    [
        "Sandhill Clinic, you owe",
        "Ivo Brandt, MD, your doctor",
        "Spring, you owe",
        "Hi Ansel, your bill is",
        "Dear Valued Member,",
        "Dear Ms. Pruitt,",
        "Dear Mercy Family,",
        "Hello Sandhill Customer,",
        "Dear Dr. Ivo Brandt,",
        "Good News, your claim was paid",
        "Riverside Patient Portal, your bill",
        "Visa Mastercard, we accept both",
        "Springfield Illinois, we moved",
        "Quick Pay, your way",
        "For Questions, please call",
    ],
)
def test_nobody_else_is_the_patient(said: str) -> None:
    patient = read_text(BILL.format(said=said)).patient
    assert patient is None or patient.name is None


def test_an_amount_below_a_greeting_that_asks_for_nothing_is_no_balance() -> None:
    totals = read_text(BILL.format(said="Ansel Pruitt, here is what we did")).totals
    assert totals is None or totals.balance_due is None


def test_a_salutation_with_the_whole_name_may_stand_on_a_row_of_its_own() -> None:
    document = read_text(BILL.format(said="Hello Ansel Pruitt,"))
    assert document.patient is not None
    assert document.patient.name == "Ansel Pruitt"
    assert document.totals is None or document.totals.balance_due is None


def test_a_lockbox_above_its_address_is_nobody() -> None:
    slip = """
Sandhill Lockbox                                    [ ] VISA  [ ] MC
PO Box 90417
Sandhill, NM 87999
"""
    patient = read_text(BILL.format(said="") + slip).patient
    assert patient is None or patient.name is None
