"""Why a letter says no, behind a label of its own."""

import pytest

from tests.reading.papers import read_text

LETTER = """
        Larkspur Health Plan
        Coverage Decision
        PO Box 6341, Driftwood, AZ 45003
        Name of Patient: Ada Lombard       Member ID: LAH0077214
        Dear Member:
        We have reviewed the request for the service wrist splint and cannot approve it.
        {}
        You may appeal within 180 days of the date of this letter. Send your appeal to the address above.
        Sincerely,
        Appeals Department
"""


@pytest.mark.parametrize(
    ("said", "code", "wording"),
    [
        (
            "Reason for our decision: The claim was received after the time limit for filing.",
            None,
            "The claim was received after the time limit for filing.",
        ),
        (
            "Denial reason (code 50): These services are not deemed\n        a medical necessity by the plan.",
            "50",
            "These services are not deemed a medical necessity by the plan.",
        ),
        (
            "Rationale:\n        Less costly care was not tried before this.",
            None,
            "Less costly care was not tried before this.",
        ),
    ],
)
def test_the_sentence_behind_its_label_is_the_reason(said: str, code: str | None, wording: str) -> None:
    document = read_text(LETTER.format(said))

    assert document.kind == "letter"
    assert [(remark.code, remark.text) for remark in document.remarks] == [(code, wording)]


@pytest.mark.parametrize(
    "said",
    [
        "The reason you asked us was that your doctor did. We thank you for it.",
        "Reason for visit: Wrist pain",
        "Reason for your review request:\n        You asked us to look at this once more.",
        "Basis of payment: We pay what is usual in your region.",
        "We cannot approve it for the reason below:",
    ],
)
def test_other_words_about_reasons_state_none(said: str) -> None:
    assert read_text(LETTER.format(said)).remarks == ()


def test_a_letter_that_decides_nothing_states_none() -> None:
    document = read_text("""
        Summit Ridge Hospital
        12 Main St, Boise, ID 83702
        April 3, 2026
        Dear Ada Lombard,
        Your appointment is scheduled for May 4, 2026.
        Reason: Follow up of your knee after surgery in March.
        Please arrive early. Your last balance of $40.00 is due.
        Sincerely, Front Desk
    """)

    assert document.kind == "letter"
    assert document.remarks == ()
