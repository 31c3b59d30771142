"""Numbers right behind what a paper calls itself."""

import pytest

from tests.reading.papers import read_text

PAPER = """
    Osprey Lake Clinic
    40 Pine Road, Lexmoor, KY 40999

    {title}

    Patient: Ada Lombard
    Date          Code     Description          Charge
    03/02/2026    99213    Office visit         140.00
    03/02/2026    87880    Rapid strep test      40.00
    Amount due                                  180.00
"""


@pytest.mark.parametrize("title", ["Bill OL-551093", "Estimate QT90112", "No. OL-26-1187"])
def test_the_number_behind_the_name_of_a_paper_is_the_one_to_quote(title: str) -> None:
    patient = read_text(PAPER.format(title=title)).patient
    assert patient is not None
    assert patient.account_number == title.split()[1]


@pytest.mark.parametrize("title", ["Bill 2026", "Statement OL-551093", "No. CMS-1500", "No. 40"])
def test_years_statements_and_forms_are_no_numbers_to_quote(title: str) -> None:
    patient = read_text(PAPER.format(title=title)).patient
    assert patient is not None
    assert patient.account_number is None


def test_an_account_is_quoted_before_the_number_of_the_paper() -> None:
    patient = read_text(PAPER.format(title="Bill OL-551093\n    Account number: 77-4410")).patient
    assert patient is not None
    assert patient.account_number == "77-4410"
