"""Logos whose emblem was read as a letter, and the same name in small print before the address."""

import pytest

from tests.reading.papers import SERVICES, read_text

NOTICE = """
{logo}                            {written}, 9 Fenway Plaza, Elmgrove, NM 87999
                                  Call 505-555-0115

Explanation of benefits. This is not a bill.

Patient: Ada Lombard              Claim number: 2026-058-33109
ID number: VH-30117764            Decided on: Mar 6, 2026
"""


def test_the_name_before_the_address_says_what_the_logo_is() -> None:
    payer = read_text(NOTICE.format(logo="VALEOOHEALTH", written="Valeo Health") + SERVICES).payer
    assert payer is not None
    assert (payer.name, payer.address) == ("Valeo Health", "9 Fenway Plaza, Elmgrove, NM 87999")


@pytest.mark.parametrize("written", ["Valor Health", "Valeo Eye Health"])
def test_another_name_before_an_address_is_not_that_of_the_logo(written: str) -> None:
    payer = read_text(NOTICE.format(logo="VALEOOHEALTH", written=written) + SERVICES).payer
    assert payer is None or payer.name != written
