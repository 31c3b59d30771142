"""Titles right above the heads of a table."""

from tests.reading.papers import read_text

REMITTANCE = """
Cedar Health Plan                                    Remittance advice
Larkspur Clinic                                      Paid on 03/18/2026

                                   {title}
SERV DATE    PROC     BILLED    ALLOWED        DEDUCT         COINS    PROV PD
PATIENT Ada Lombard    MEMBER ID CHP10447   CLAIM 2026074A001
02/25/2026   99213    158.00    98.20          56.51                   41.69
CO 45 59.80   PR 1 56.51
02/25/2026   36415    24.00     12.00                         2.40     9.60
CO 45 12.00   PR 2 2.40
"""


def deductibles(title: str) -> list[str]:
    """What the patient pays of each service before the plan does."""
    return [str(line.deductible) for line in read_text(REMITTANCE.format(title=title)).lines]


def test_a_title_with_a_blank_in_it_does_not_change_what_columns_hold() -> None:
    assert deductibles("Claim  payment detail") == deductibles("") == ["56.51", "None"]


def test_words_that_tell_more_of_their_columns_are_no_title() -> None:
    text = """
Larkspur Clinic                                      Statement 03/18/2026
Patient Ada Lombard

                              Unit     Total
Date         Code    Service  charge   charge
02/25/2026   99213   Visit    158.00   158.00
02/25/2026   36415   Blood     24.00    48.00
"""
    assert [str(line.charge) for line in read_text(text).lines] == ["158.00", "48.00"]
