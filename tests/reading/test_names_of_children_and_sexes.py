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
