"""Estimates with two prices of each service, and the sum of one of them."""

from decimal import Decimal

from tests.reading.papers import read_text

QUOTE = """
    Larkspur Foot Clinic
    41 Alder Way, Bend OR 97701
    Estimate for: Tobias Renwick

    Service                Full price      Self-pay price
    Office visit           190.00          120.00
    Nail removal           420.00          275.00
    Wound check             80.00           55.00

    Estimate total         {total}
"""


def charges(total: str) -> list[Decimal | None]:
    return [line.charge for line in read_text(QUOTE.format(total=total)).lines]


def test_the_price_that_an_estimate_adds_up_is_its_charge() -> None:
    assert charges("$450.00") == [Decimal("120.00"), Decimal("275.00"), Decimal("55.00")]


def test_the_full_price_is_the_charge_where_the_estimate_adds_that_up() -> None:
    assert charges("$690.00") == [Decimal("190.00"), Decimal("420.00"), Decimal("80.00")]


def test_a_sum_of_neither_price_changes_no_charge() -> None:
    assert charges("$465.00") == [Decimal("190.00"), Decimal("420.00"), Decimal("80.00")]
