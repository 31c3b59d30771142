"""Services of a list whose amount and decision stand between their words and the row of facts below these."""

from tests.reading.papers import read_text

LETTER = """
Birchwater Health Insurance                      October 2, 2026

Leontine Abara
40 Ferry Street
Millgate, OH 44998

Our decision about your claim
Dear Leontine Abara,
We looked at the claim from Copperleaf Clinic. We are sorry to tell you that your plan decided not to pay.

Claim number: 2610-440-17     Member ID: BWH5520917
Patient: Leontine Abara       Provider: Copperleaf Clinic

Scan of the left knee
                                                      $1,210.00     Denied
Code 73721, September 8, 2026, reason 27C
Shot into the knee
                                                      $330.00       Denied
Code 20610, September 8, 2026, reason 27C
Drowsy medicine, first part
                                                      $95.00        Denied
Code 99153, September 8, 2026, reason 61
Total billed                                          $1,635.00
Reason 27C: Nobody asked us for approval before this service
Reason 61: This goes with a service that we did not approve

Sincerely,
Appeals Team
"""


def test_amount_and_decision_between_words_and_facts_are_of_the_service() -> None:
    lines = read_text(LETTER).lines
    assert [line.description for line in lines] == [
        "Scan of the left knee",
        "Shot into the knee",
        "Drowsy medicine, first part",
    ]
    assert [line.charge for line in lines] == [1210, 330, 95]
    assert [line.code for line in lines] == ["73721", "20610", "99153"]
    assert [line.status for line in lines] == ["denied", "denied", "denied"]


def test_the_key_of_a_note_among_facts_is_a_remark_of_the_service() -> None:
    lines = read_text(LETTER).lines
    assert [[remark.code for remark in line.remarks] for line in lines] == [["27C"], ["27C"], ["61"]]


def test_what_a_key_is_called_is_no_part_of_its_wording() -> None:
    assert [(remark.code, remark.text) for remark in read_text(LETTER).remarks] == [
        ("27C", "Nobody asked us for approval before this service"),
        ("61", "This goes with a service that we did not approve"),
    ]


def test_a_letter_that_lists_what_was_decided_of_each_service_stays_a_letter() -> None:
    found = read_text(LETTER)
    assert found.kind == "letter"
    assert found.payer is not None
    assert found.payer.name == "Birchwater Health Insurance"
