from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

RECEIPT = """
    HOLLIS CORNER PHARMACY
    18 Bellows Rd, Rutland, VT 05799
    802-555-0117

    PATIENT: LEONIE ARBUCKLE
    FILLED 03/09/2026 10:12

    RX 5520117                              REFILLS: 2
    CETIRIZINE 10MG TAB
    NDC 00904-6717-60                       QTY 30
        RETAIL PRICE                             18.75
        PLAN PAID                                12.25
        YOUR COST                                 6.50

    RX 5520119                              REFILLS: 0
    FLUTICASONE NASAL
    NDC 60505-0829-01                       QTY 1
        RETAIL PRICE                             31.20
        PLAN PAID                                21.20
        YOUR COST                                10.00

    TOTAL RETAIL PRICE                           49.95
    TOTAL PLAN PAID                              33.45
    BALANCE DUE                                  16.50
"""


def test_drugs_are_told_by_their_drug_code_above_captioned_amounts() -> None:
    first, second = read_text(RECEIPT).lines
    assert (first.description, first.ndc, first.units) == ("CETIRIZINE 10MG TAB", "00904-6717-60", 30)
    assert (first.charge, first.plan_paid) == (Decimal("18.75"), Decimal("12.25"))
    assert first.patient_responsibility == Decimal("6.50")
    assert (second.description, second.ndc, second.units) == ("FLUTICASONE NASAL", "60505-0829-01", 1)
    assert second.charge == Decimal("31.20")


def test_the_day_that_drugs_were_filled_is_that_of_the_service() -> None:
    assert read_text(RECEIPT).service_from == date(2026, 3, 9)
