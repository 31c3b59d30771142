"""Names with more beside them: whose parents a paper is sent to, and what sex and age somebody is."""

import pytest

from plainbill.case import Patient
from tests.reading.papers import SERVICES, read_text

HEAD = """
Meridia Health       EXPLANATION OF BENEFITS
4040 Fenway Trace, Stonehurst, MO 63999
Claim number: M26-0410
Member number: BHC 2207

"""


def patient(head: str) -> Patient:
    found = read_text(f"{HEAD}{head}\n\n{SERVICES}").patient
    assert found is not None
    return found


@pytest.mark.parametrize(
    "addressed",
    [
        "Parent of",
        "To the parents of",
        "Parent/Guardian of",
        "PARENT OR GUARDIAN OF",
        "To the Parent or Legal Guardian of",
    ],
)
def test_a_paper_to_the_parents_is_about_the_child(addressed: str) -> None:
    assert patient(f"{addressed} Ada Lombard\n219 Sycamore Row\nStonehurst, MO 63998").name == "Ada Lombard"


def test_sex_and_age_behind_a_comma_are_no_part_of_a_name() -> None:
    found = patient("Patient     Ada Huxtable-Lombard, female, 34 years, born 03/08/1992")
    assert (found.name, found.sex) == ("Ada Huxtable-Lombard", "F")


def test_an_age_behind_a_comma_is_no_part_of_a_name() -> None:
    assert patient("Patient:    Ada Lombard, age 34").name == "Ada Lombard"


def test_a_given_name_behind_a_comma_is_one() -> None:
    assert patient("Patient:    LOMBARD, ADA").name == "LOMBARD, ADA"


@pytest.mark.parametrize(
    ("boxes", "sex"),
    [("M    F X", "F"), ("M X    F", "M"), ("M  [ ]  F  [X]", "F"), ("M    F", None), ("M    Phone 555-0100", "M")],
)
def test_the_cross_says_which_of_two_letters_far_apart_counts(boxes: str, sex: str | None) -> None:
    patient = read_text(f"""
Harbor Clinic
Statement    Patient: Ada Lombard
Account: 77123    Sex  {boxes}
Date         Code    Description                  Amount
03/02/2026   99213   Office visit                 140.00
Total charges                                     140.00
""").patient
    assert patient is not None
    assert patient.sex == sex
