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


NARROW = """
    HOLLIS CORNER PHARMACY
    18 Bellows Rd, Rutland, VT 05799
    802-555-0117

    PATIENT: LEONIE ARBUCKLE
    PLAN: FOX HILL RX   ID 5510220414   GRP GHRX2
    BIN 610999   PCN 0077

    RX# 5520117-0042   REFILLS: 2
    CETIRIZINE 10MG TAB
    NDC 00904-6717-60   QTY 30   DAYS 15
    DATE FILLED                           03/09/2026
    U&C PRICE                                 $18.75
    INSURANCE PAID                             $8.25
    YOUR INSURANCE SAVED YOU                  $12.25
    YOU PAY (COPAY)                            $6.50

    RX# 5520119-0042   REFILLS: 0
    FLUTICASONE NASAL
    NDC 60505-0829-01   QTY 8.5   DAYS 10
    DATE FILLED                           03/09/2026
    U&C PRICE                                 $31.20
    INSURANCE PAID                            $11.20
    YOUR INSURANCE SAVED YOU                  $21.20
    YOU PAY (COPAY)                           $10.00

    TOTAL DUE                                 $16.50
    VISA *4418  03/09/26 17:41                $16.50
    CHANGE                                     $0.00
"""


def test_usual_prices_and_copays_below_each_other_are_those_of_the_drug_above() -> None:
    first, second = read_text(NARROW).lines
    assert (first.description, first.ndc, first.service_date) == (
        "CETIRIZINE 10MG TAB", "00904-6717-60", date(2026, 3, 9),
    )  # fmt: skip
    assert (first.charge, first.plan_paid, first.copay) == (Decimal("18.75"), Decimal("8.25"), Decimal("6.50"))
    assert (second.charge, second.plan_paid, second.copay) == (Decimal("31.20"), Decimal("11.20"), Decimal("10.00"))


def test_how_many_days_a_drug_lasts_is_no_count_of_it() -> None:
    assert [line.units for line in read_text(NARROW).lines] == [30, 8.5]


def test_what_was_given_in_full_at_the_desk_is_the_only_payment() -> None:
    (payment,) = read_text(NARROW).payments
    assert (payment.date, payment.description, payment.kind, payment.amount) == (
        date(2026, 3, 9), "VISA *4418", "patient_payment", Decimal("16.50"),
    )  # fmt: skip
    other = read_text(NARROW.replace("17:41                $16.50", "17:41                $12.50"))
    assert all(payment.amount != Decimal("16.50") for payment in other.payments)


def test_numbers_of_who_processes_claims_and_savings_are_nobodys() -> None:
    document = read_text(NARROW)
    assert document.patient is not None
    assert document.patient.account_number is None
    assert document.payer is not None
    assert document.payer.name == "FOX HILL RX"
