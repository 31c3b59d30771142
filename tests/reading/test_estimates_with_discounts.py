"""Estimates that take a discount off what everything costs, in a table whose words stand under a head of their own."""

from plainbill.case import Document
from tests.reading.papers import read_text

ESTIMATE = """
    Osprey Lake Hospital
    40 Pine Road, Lexmoor, KY 40999
    Your price estimate
    Prepared for Ada Lombard          Prepared on March 2, 2026

    Rev.    CPT      What is included                    Hospital price
    0360    29881    Knee arthroscopy with equipment          $2,400.00
    0250             Pharmacy                                    $90.00
    0710             Recovery                                   $310.00
    Hospital charges                                          $2,800.00
    Self-pay discount                                          -$700.00
    {left}
"""


def estimate(left: str = "Estimated price for you                                   $2,100.00") -> Document:
    return read_text(ESTIMATE.format(left=left))


def test_what_a_discount_leaves_is_what_is_estimated() -> None:
    totals = estimate().totals
    assert totals is not None
    assert (str(totals.charges), str(totals.adjustments), str(totals.estimate)) == ("2800.00", "700.00", "2100.00")


def test_an_estimate_that_the_discount_does_not_lead_to_leaves_the_charges_alone() -> None:
    totals = estimate("Estimated price for you                                   $1,900.00").totals
    assert totals is not None
    assert (totals.charges, totals.adjustments, str(totals.estimate)) == (None, None, "1900.00")


def test_words_between_codes_and_charges_describe_the_services_though_most_are_one_word() -> None:
    assert [line.description for line in estimate().lines] == [
        "Knee arthroscopy with equipment",
        "Pharmacy",
        "Recovery",
    ]


def test_expected_charges_before_a_discount_are_what_is_charged() -> None:
    totals = read_text("""
Larkmoor Surgery Center
Good faith estimate for Ada Lombard

Code     Service              Qty    Expected charge
29881    Knee arthroscopy       1          $2,000.00
97161    First therapy visit    1            $140.00

Expected charges:       $2,140.00
Self-pay discount 20%:   -$428.00
Your total estimate:    $1,712.00
""").totals
    assert totals is not None
    assert (str(totals.charges), str(totals.adjustments), str(totals.estimate)) == ("2140.00", "428.00", "1712.00")
