"""Notices of a family whose members are named on a row of their own, over the claims of each."""

from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

FIRST = """
Copperline Trades Health Fund                                 Explanation of benefits
This is not a bill.             Member ID: CTF-41-220-119     Processed: 05/20/2026

Patient: Ottoline Varga (Subscriber)
Claim No. 7100412     Provider: Birchwood Family Practice
Date          Service          Code     Billed    Discount    Allowed    Copay    Plan paid    You owe
05/04/2026    Office visit     99213    140.00       40.00     100.00    20.00        80.00      20.00
Claim subtotal                          140.00       40.00     100.00    20.00        80.00      20.00

Claim No. 7100733     Provider: Lantern Imaging
Date          Service          Code     Billed    Discount    Allowed    Copay    Plan paid    You owe
05/11/2026    Chest x-ray      71046    210.00      130.00      80.00     0.00        80.00       0.00
Claim subtotal                          210.00      130.00      80.00     0.00        80.00       0.00
Totals for Ottoline Varga: billed $350.00    plan paid $160.00    patient owes $20.00
"""
SECOND = """
Patient: {name} (Child)
Claim No. 7101150     Provider: {office}
Date          Service          Code     Billed    Discount    Allowed    Copay    Plan paid    You owe
05/06/2026    Ear check        92567     80.00       30.00      50.00    20.00        30.00      20.00
Claim subtotal                           80.00       30.00      50.00    20.00        30.00      20.00
Totals for {name}: billed $80.00    plan paid $30.00    patient owes $20.00
"""


def papers(name: str = "Bence Varga", office: str = "Elm Hearing Center") -> list[Document]:
    page = page_of(FIRST + SECOND.format(name=name, office=office))
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_a_patient_named_right_above_their_first_claim_has_a_paper_of_their_own() -> None:
    found = papers()
    assert [paper.patient.name for paper in found if paper.patient] == ["Ottoline Varga", "Bence Varga"]
    assert [[line.code for line in paper.lines] for paper in found] == [["99213", "71046"], ["92567"]]


def test_sums_for_a_named_patient_are_theirs() -> None:
    assert [str(paper.totals.charges) for paper in papers() if paper.totals] == ["350.00", "80.00"]


def test_the_same_patient_above_each_claim_leaves_one_paper() -> None:
    assert len(papers("Ottoline Varga")) == 1
