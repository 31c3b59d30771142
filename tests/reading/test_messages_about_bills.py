"""Mails about a bill, and bills that somebody typed: who sent them, and what they say was paid."""

from tests.reading.papers import read_text

MAIL = """
From: Larkspur Family Medicine Billing <billing@larkspurfm.example>
To: Anselm Rourke <a.rourke@mail.example>
Date: Tue, Jul 7, 2026
Subject: Your statement is ready

Account: LFM-20931
Patient: Anselm Rourke

06/03/2026  Office visit (99214)      $212.00
06/03/2026  Blood draw (36415)         $22.00
Amount due                            $234.00
"""
TYPED = """
bill from Cedar Lane Internal Medicine
patient Marguerite Dunleavy
99213 office visit 6/3/26 $180.00
36415 blood draw 6/3/26 $18.00
total $198.00
i paid $40.00
balance they want $158.00
"""


def test_the_sender_of_a_mail_is_named_without_its_address_and_desk() -> None:
    document = read_text(MAIL)
    assert document.provider is not None and document.provider.name == "Larkspur Family Medicine"
    assert document.patient is not None and document.patient.name == "Anselm Rourke"


def test_what_somebody_typed_says_what_they_paid_and_what_is_asked_for() -> None:
    totals = read_text(TYPED).totals
    assert totals is not None
    assert [str(totals.charges), str(totals.patient_paid), str(totals.balance_due)] == ["198.00", "40.00", "158.00"]


def test_a_rule_of_strokes_between_rows_harms_nothing() -> None:
    document = read_text(TYPED + "\n- - - - - - - - - - - - -\nReturn this part   Amount $158.00\n")
    assert len(document.lines) == 2
