"""Blocks of a name over its address."""

from tests.reading.papers import read_text


def test_a_site_above_an_address_is_nobodys_name() -> None:
    document = read_text("""
Larkspur Laboratories                    Bill date 06/12/2026
Tests were for       Collected
Ada Lombard          05/05/2026
Test                 Code      Charge
Lipid panel          80061      88.00
Blood count          85025      71.00
Total                          159.00

larkspurlabs.example/pay
P.O. Box 12077, Quincefield, MO 64999
""")
    assert document.patient is None or document.patient.name != "larkspurlabs.example/pay"
