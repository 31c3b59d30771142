"""A building named before its street is part of an address, an office named there is not."""

import pytest

from tests.reading.papers import read_text

BILL = """
QuickStep Urgent Care
{line}
Tel 615-555-0150

Patient: Ada Lombard

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
"""


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Juniper Plaza, 3020 Highway 9, Mabry, TN 37999", "Juniper Plaza, 3020 Highway 9, Mabry, TN 37999"),
        ("Patient Accounts, 3020 Highway 9, Mabry, TN 37999", "3020 Highway 9, Mabry, TN 37999"),
        ("QuickStep Health Plaza, 3020 Highway 9, Mabry, TN 37999", "3020 Highway 9, Mabry, TN 37999"),
    ],
)
def test_a_building_belongs_to_the_address(line: str, address: str) -> None:
    provider = read_text(BILL.format(line=line)).provider
    assert provider is not None
    assert (provider.name, provider.address) == ("QuickStep Urgent Care", address)
