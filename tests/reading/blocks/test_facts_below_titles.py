from decimal import Decimal

from plainbill.case import Line
from tests.reading.papers import read_text

HEAD = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic   Claim number: 25-118840
"""

SERVICES = """
Hearing test, both ears                                       You owe  $46.00
May 20, 2025  Code 92557
Billed $120.00     Plan rate $90.00     Plan paid $44.00     Copay $46.00

Ear wax removal                                Denied         You owe  $85.00
May 20, 2025  Code 69210
Billed $85.00      Plan paid $0.00      Not covered $85.00

Battery for hearing aid                                       You owe  $1.60
May 21, 2025  Code V5266  4 units
Billed $12.00      Plan rate $8.00      Plan paid $6.40      Coinsurance $1.60
"""


def lines(body: str) -> tuple[Line, ...]:
    return read_text(HEAD + body).lines


def test_words_and_amount_above_a_row_of_facts_are_of_the_service_below() -> None:
    found = lines(SERVICES)
    assert [line.description for line in found] == [
        "Hearing test, both ears",
        "Ear wax removal",
        "Battery for hearing aid",
    ]
    assert [line.patient_responsibility for line in found] == [46, 85, Decimal("1.60")]


def test_facts_and_amounts_below_them_are_of_the_same_service() -> None:
    found = lines(SERVICES)
    assert [line.code for line in found] == ["92557", "69210", "V5266"]
    assert [line.charge for line in found] == [120, 85, 12]
    assert [line.plan_paid for line in found] == [44, 0, Decimal("6.40")]
    assert found[2].units == 4


def test_a_decision_beside_such_words_is_of_the_service() -> None:
    assert [line.status for line in lines(SERVICES)] == [None, "denied", None]


def test_an_amount_that_the_row_below_the_facts_has_too_is_of_something_else() -> None:
    body = SERVICES.replace("You owe ", "Plan paid")
    assert all(line.patient_responsibility is None for line in lines(body))


BESIDE = """
6/30/2025                                        MyTamarack - Account
Hearing test, both ears                                        Billed  $120.00
May 20, 2025 · Code 92557 · Quantity 1                 Insurance paid  -$44.00
                                                   Insurance discount  -$30.00
                                                              You owe  $46.00
Battery for hearing aid                                        Billed  $12.00
May 21, 2025 · Code V5266 · Quantity 4                 Insurance paid  -$6.40
                                                   Insurance discount  -$4.00
                                                              You owe  $1.60
                                           Total billed        $132.00
                                           Insurance payments  -$50.40
                                           Insurance discounts -$34.00
                                           Amount due          $47.60
Account # 5530-118     Patient: Ansel Pruitt
"""


def test_amounts_beside_the_facts_are_of_the_same_service_too() -> None:
    document = read_text(BESIDE)
    assert [(line.code, line.charge, line.plan_paid) for line in document.lines] == [
        ("92557", Decimal(120), Decimal(44)),
        ("V5266", Decimal(12), Decimal("6.40")),
    ]
    assert [line.patient_responsibility for line in document.lines] == [46, Decimal("1.60")]
    assert not document.payments
    assert document.totals is not None
    assert (document.totals.charges, document.totals.adjustments) == (Decimal(132), Decimal(34))
