"""Codes with their modifiers before words as short as modifiers are."""

import pytest

from tests.reading.papers import read_text


@pytest.mark.parametrize(
    ("words", "code", "modifiers", "description"),
    [
        ("99283 25 ED PHYSICIAN EVAL", "99283", ("25",), "ED PHYSICIAN EVAL"),
        ("71046 26 XR CHEST INTERP", "71046", ("26",), "XR CHEST INTERP"),
        ("J1885 25 MG KETOROLAC", "J1885", (), "25 MG KETOROLAC"),
        ("97110 GP THER EXERCISE", "97110", ("GP",), "THER EXERCISE"),
        ("97161 GP PT", "97161", ("GP",), "PT"),
        ("70450 CT HEAD", "70450", (), "CT HEAD"),
        ("73610 RT ANKLE", "73610", (), "RT ANKLE"),
    ],
)
def test_digits_that_are_modifiers_stand_between_a_code_and_its_words(
    words: str, code: str, modifiers: tuple[str, ...], description: str
) -> None:
    line = read_text(f"""
        Cascade Emergency Physicians
        Statement
        Patient: Ada Lombard
        Date          Service                            Charge
        04/13/2025    {words:<30}     804.90
        04/13/2025    12001 WOUND REPAIR                 618.00
    """).lines[0]

    assert (line.code, line.modifiers, line.description) == (code, modifiers, description)
