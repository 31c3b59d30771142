"""Letters that deny a service before it was done: what was asked for stands behind a label, with its code."""

from plainbill.case import Document
from tests.reading.papers import read_text

LETTER = """
    Alder Prairie Health Plan

    June 27, 2025
    Odile Fenwick
    930 Birch Blvd, Unit 4
    Rutland, VT 05799

    NOTICE OF ADVERSE BENEFIT DETERMINATION
    Member: Odile Fenwick
    Member ID: U7720914000
    Reference (authorization) number: OP2517448000
    Service requested: CT of the chest with contrast (CPT 71260), 2 units
    Diagnosis: R91.8

    Dear Odile Fenwick:
    We reviewed a request for the service above. {decision}
    Why we denied it. The service is not medically necessary under guideline CH-4. Your records do
    not show an earlier picture of the chest.
    Your appeal rights. You may appeal within 180 calendar days from the date on this notice.
"""


def letter(decision: str = "The request is denied.") -> Document:
    return read_text(LETTER.format(decision=decision))


def test_what_was_asked_for_and_denied_is_the_line_of_the_letter() -> None:
    (line,) = letter().lines
    assert (line.description, line.code, line.units, line.status) == (
        "CT of the chest with contrast", "71260", 2, "denied",
    )  # fmt: skip
    assert line.charge is None


def test_why_it_was_denied_is_told_behind_its_heading_up_to_the_end() -> None:
    (remark,) = letter().remarks
    assert remark.text == (
        "The service is not medically necessary under guideline CH-4. "
        "Your records do not show an earlier picture of the chest."
    )


def test_what_was_approved_in_part_is_no_denied_service() -> None:
    assert letter("The request was partly approved. The rest is denied.").lines == ()


def test_a_request_without_a_decision_is_no_service() -> None:
    asked = LETTER.format(decision="Please send us your records.").replace("Why we denied it.", "What we need.")
    assert read_text(asked).lines == ()
