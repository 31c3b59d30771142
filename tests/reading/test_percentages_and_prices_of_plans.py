"""Heads by which a plan names its own price and the percentage that the patient pays of it."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

PERCENT = """
    Alder Valley Health                    Explanation of benefits
    Patient: Ada Lombard     Member ID: AB-220391     Processed: 06/08/2026
    Provider: Quarrytown Hospital      Claim: 26-551-8

    Date        Service       Charged    Discount    Our rate   Deductible   {share}   Plan paid   You owe
    05/11/26    Drugs         1,284.60   698.20      586.40       0.00       117.28      469.12      117.28
    05/11/26    Room          6,900.00   3,750.00    3,150.00   500.00       530.00      2,120.00    1,030.00
    Total                     8,184.60   4,448.20    3,736.40   500.00       647.28      2,589.12    1,147.28
"""
PRICES = """
                          HARBOR MUTUAL
           Post Office Box 618, Gull Harbor, RI 02999 - 401-555-0188
                     How your claims were handled

    Patient: Ada Lombard                                 Member number: HM 8810 2279 04
    Policyholder: Ida Lombard                            Notice date: April 13, 2026

    Claim HM55-2201-A                                          Date of service 03/21/2026
    Quarrytown Clinic                                       You owe this provider $60.00
    Code    Service              Amount charged   Our price   Your copay   Your deductible   Plan pays
    99214   Urgent care visit            245.00      151.30        60.00              0.00       91.30
    87426   Antigen test                  68.00       31.70         0.00              0.00       31.70

    Claim HM55-2298-C                                          Date of service 03/21/2026
    Corner Radiology                                        You owe this provider $38.90
    Code    Service              Amount charged   Our price   Your copay   Your deductible   Plan pays
    71046   Chest X-ray, two views       118.00       38.90         0.00             38.90        0.00

    For the two claims together: charged $431.00, our price $221.90, plan pays $123.00, you owe $98.90.

    Wait for a bill from each provider before you pay.
"""
OFFICE = """
    Quarrytown Family Clinic
    Invoice 22-1044
    Patient: Ada Lombard      Invoice date: 04/02/2026

    Date        Code    Service              Our price   Insurance paid   You owe
    04/01/2026  99213   Office visit         140.00      100.00            40.00
    04/01/2026  81002   Urinalysis            40.00       30.00            10.00
    Total                                    180.00      130.00            50.00
"""


@pytest.mark.parametrize("share", ["Your 20%", "You pay 20%"])
def test_a_percentage_of_ones_own_is_coinsurance(share: str) -> None:
    document = read_text(PERCENT.format(share=share))

    assert [line.coinsurance for line in document.lines] == [Decimal("117.28"), Decimal("530.00")]
    assert document.totals is not None
    assert document.totals.coinsurance == Decimal("647.28")


def test_the_price_of_a_plan_is_what_it_allows() -> None:
    document = read_text(PRICES)

    assert document.kind == "eob"
    assert [(str(line.allowed), str(line.plan_paid)) for line in document.lines] == [
        ("151.30", "91.30"),
        ("31.70", "31.70"),
        ("38.90", "0.00"),
    ]
    assert document.payer is not None and document.payer.name == "HARBOR MUTUAL"


def test_the_office_below_the_number_of_its_claim_is_the_provider() -> None:
    document = read_text(PRICES)

    assert document.provider is not None
    assert document.provider.name == "Quarrytown Clinic"


def test_a_sentence_sums_up_several_claims() -> None:
    totals = read_text(PRICES).totals

    assert totals is not None
    assert totals.estimate is None
    assert [str(totals.charges), str(totals.allowed), str(totals.plan_paid)] == ["431.00", "221.90", "123.00"]
    assert totals.patient_responsibility == Decimal("98.90")


def test_the_price_of_an_office_is_its_charge() -> None:
    document = read_text(OFFICE)

    assert [(line.charge, line.allowed) for line in document.lines] == [
        (Decimal("140.00"), None),
        (Decimal("40.00"), None),
    ]
    assert document.totals is not None
    assert document.totals.charges == Decimal("180.00")
