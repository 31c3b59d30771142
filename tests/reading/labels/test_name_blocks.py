"""Blocks of a name over its address."""

import pytest

from plainbill.reading.labels.name_blocks import is_organization, is_title
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


@pytest.mark.parametrize(
    ("text", "title"),
    [("YEARLY REPORT OF DENTAL CLAIMS", True), ("Report for Ada Lombard", True), ("Larkspur Senior Plans", False)],
)
def test_a_report_of_claims_is_a_title_and_names_nobody(text: str, title: bool) -> None:
    assert is_title(text) is title


def test_an_infirmary_is_an_office() -> None:
    assert is_organization("Ferncross Infirmary")
