"""Notices of ministries whose members share bills: what a plan would pay, they share."""

from tests.reading.papers import read_text

NOTICE = """
Lantern Hill Fellowship
A health care sharing ministry, 18 Vesper Rd, Salem OH 44460
Explanation of Sharing
Member: Ruth Ostrander          Patient: Silas Ostrander

                                       Bill       Negotiated        Not        Shared by       Your
Date of Care    Bill For              Amount       Reduction     Shareable      Members      Portion
Mar o3, 2026    Knee surgery         $4,200.00     $1,400.00           -       $2,550.00     $250.00
Mar 12, 2026    Brace                   $80.00         $0.00      $80.00           $0.00      $80.00
Totals                               $4,280.00     $1,400.00      $80.00       $2,550.00     $330.00
"""


def test_what_members_do_not_share_is_not_covered_and_the_notice_asks_for_nothing() -> None:
    document = read_text(NOTICE)
    assert document.kind == "eob"
    assert [(str(line.service_date), str(line.not_covered), str(line.plan_paid)) for line in document.lines] == [
        ("2026-03-03", "None", "2550.00"),
        ("2026-03-12", "80.00", "0.00"),
    ]
    assert document.totals is not None
    assert (str(document.totals.plan_paid), str(document.totals.not_covered)) == ("2550.00", "80.00")
    assert document.totals.balance_due is None


def test_the_person_in_need_is_the_patient_and_the_day_of_the_decision_is_that_of_the_notice() -> None:
    told = """
The Ostrander Family                 Member              Ruth Ostrander
c/o Ruth Ostrander                   Person in need      Silas Ostrander
40 Mill Rd                           Membership no.      LHF-20417
Salem OH 44460                       Sharing decided     April 20, 2026
"""
    document = read_text(NOTICE.replace("Member: Ruth Ostrander          Patient: Silas Ostrander\n", told))
    assert document.patient is not None
    assert document.patient.name == "Silas Ostrander"
    assert str(document.processed_date) == "2026-04-20"
