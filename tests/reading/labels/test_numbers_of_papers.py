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


@pytest.mark.parametrize(
    "title", ["Your good faith estimate GF-33018", "Visit bill #VB-20771", "Our order OR-771920", "Cost quote CQ-88120"]
)
def test_words_of_its_kind_may_stand_before_the_name_of_a_paper(title: str) -> None:
    patient = read_text(PAPER.format(title=title)).patient
    assert patient is not None
    assert patient.account_number == title.split()[-1].lstrip("#")


def test_the_day_behind_the_number_of_a_paper_is_its_own() -> None:
    read = read_text(PAPER.format(title="Price quote PQ-41120 March 4, 2026"))
    assert read.patient is not None
    assert read.patient.account_number == "PQ-41120"
    assert str(read.document_date) == "2026-03-04"


@pytest.mark.parametrize(
    "title",
    ["Last bill OL-551093", "Collection order OL-551093", "Bill 2026", "Statement OL-551093", "No. CMS-1500", "No. 40"],
)
def test_years_statements_and_forms_are_no_numbers_to_quote(title: str) -> None:
    patient = read_text(PAPER.format(title=title)).patient
    assert patient is not None
    assert patient.account_number is None


def test_an_account_is_quoted_before_the_number_of_the_paper() -> None:
    patient = read_text(PAPER.format(title="Bill OL-551093\n    Account number: 77-4410")).patient
    assert patient is not None
    assert patient.account_number == "77-4410"
