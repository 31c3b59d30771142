"""Letters that list amounts are letters still: answers to appeals, requests for money back and for information."""

import pytest

from tests.reading.papers import read_text

TABLE = """
Date of care    Care                          Provider billed    We paid you    Paid in error
Sept 29, 2025   Nerve block (64415)           610.00             488.00         195.20
Oct 14, 2025    Shoulder x-ray (73030)        142.00             113.60         113.60
"""


@pytest.mark.parametrize(
    ("opening", "close"),
    [
        ("SUBJECT: REQUEST FOR REPAYMENT\nDear Mr. Montrose:", "Please return $308.80.\nVery truly yours,"),
        ("Our answer to your appeal\nDear Mr. Montrose:", "Sincerely,"),
        ("Claim is on hold until we hear from you\nDear Member:", "Sincerely,"),
    ],
)
def test_a_letter_with_a_table_of_amounts_is_a_letter(opening: str, close: str) -> None:
    paper = f"Tri-County Health Trust\nApril 7, 2026\nPatient: Beatrix Montrose\n\n{opening}\n{TABLE}\n{close}\n"
    assert read_text(paper).kind == "letter"
