"""Names on bills that stand where those of insurers do, and are those of offices and of nobody."""

import pytest

from tests.reading.papers import read_text

BILL = """
Summit Ridge Health
12 Main St, Boise, ID 83702

Patient: Ada Lombard           Account: 4471902

Date          Description                      Amount
03/02/2026    Office visit                     $140.00

Total charges                                  $140.00
{}
Amount due                                     $120.00
"""


def payer(said: str) -> str | None:
    document = read_text(BILL.format(said))
    return document.payer.name if document.payer is not None else None


@pytest.mark.parametrize(
    "said",
    [
        "Summit Ridge Health payments                   -$20.00",
        "Behavioral Health Services paid                -$20.00",
        "Mail Order Pharmacy Benefits Office paid       -$20.00",
        "Insurance paid (Primary Plan)                  -$20.00",
        "Message from Patient Financial Services",
        "Note from Summit Ridge Behavioral Health",
        "Summit Care Partners has paid for the ride.",
        "We have sent your bill to Western Credit Services.",
        "We have sent your claim to Kim Oster Physicians Group.",
    ],
)
def test_offices_and_kinds_of_plans_are_no_insurers(said: str) -> None:
    assert payer(said) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Great Lakes Benefit paid                       -$20.00", "Great Lakes Benefit"),
        ("Insurance paid (Rowan Plains Health)           -$20.00", "Rowan Plains Health"),
        ("Message from Rowan Plains Health Plan", "Rowan Plains Health Plan"),
        ("Orchard State Health has paid for the visit.", "Orchard State Health"),
        ("We have sent your bill to Orchard State Health.", "Orchard State Health"),
    ],
)
def test_names_of_plans_are_insurers(said: str, name: str) -> None:
    assert payer(said) == name
