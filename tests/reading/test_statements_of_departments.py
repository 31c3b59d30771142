"""Statements of a department of the government for one of its hospitals, with what each prescription costs."""

from plainbill.case import Document
from tests.reading.papers import read_text

STATEMENT = """
DEPARTMENT OF VETERANS AFFAIRS                              Statement Date      August 3, 2026
QUARRYTOWN VA MEDICAL CENTER                                Account Number      5960 0000 0000 81499 LOMBA
2500 QUAY AVE                                               Payment Due Date    08/28/2026
QUARRYTOWN KY 40999

PATIENT STATEMENT OF ACCOUNT

DATE POSTED     DESCRIPTION                          BILLING REFERENCE     AMOUNT
07/14/2026      RX: 5519032B OSELTA 50MG TAB         596-K6079Q1            15.00
                FILL DT: 07/14/2026    QTY: 90
07/14/2026      RX: 5519077 MARVEXA 5% PATCH         596-K6079Q2            33.00
                FILL DT: 07/14/2026    QTY: 30

Amount Due                                                                  48.00
CRESSIDA LOMBARD
"""


def statement() -> Document:
    return read_text(STATEMENT)


def test_number_and_day_of_a_prescription_are_no_words_of_the_drug() -> None:
    lines = statement().lines
    assert [(line.description, line.units) for line in lines] == [("OSELTA 50MG TAB", 90), ("MARVEXA 5% PATCH", 30)]


def test_the_hospital_below_its_department_asks_for_the_money() -> None:
    provider = statement().provider
    assert provider is not None
    assert (provider.name, provider.address) == ("QUARRYTOWN VA MEDICAL CENTER", "2500 QUAY AVE, QUARRYTOWN KY 40999")


def test_the_letters_of_a_name_may_end_the_groups_of_an_account_number() -> None:
    patient = statement().patient
    assert patient is not None
    assert patient.account_number == "5960 0000 0000 81499 LOMBA"
