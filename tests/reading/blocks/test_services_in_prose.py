"""Letters that tell in sentences what was decided of several services."""

from plainbill.case import Document
from tests.reading.papers import read_text

LETTER = """
Dear Mr. Hale:

We received a claim from Sandhill Spine Clinic for services you had on March 3, 2026. {}

The claim included a lumbar MRI without contrast (procedure code 72148), billed at $1,940.00. We denied the full
$1,940.00 because prior authorization was not obtained (PR-197). You may be responsible for $1,940.00.

The claim also included an office visit (procedure code 99204-25), billed at $385.00. We approved this service. The
allowed amount is $214.60. The plan payment is $174.60 and your copayment is $40.00. If you had gone to another office,
your copayment would be $15.00.

The diagnosis on the claim was M54.16.

Your share of this claim is $1,980.00. A fee of up to $25.00 may apply if you ask for copies.

You may appeal within 180 days of this letter dated April 2, 2026.

Prairie States Health Plan
Member: Gordon Hale   Member ID: PS44718822
"""


def letter(said: str = "") -> Document:
    """The letter with such words in its first paragraph."""
    return read_text(LETTER.format(said))


def test_each_service_has_what_its_sentences_say() -> None:
    denied, paid = letter().lines
    assert (denied.code, denied.description, str(denied.charge), denied.status) == (
        "72148",
        "lumbar MRI without contrast",
        "1940.00",
        "denied",
    )
    assert str(denied.patient_responsibility) == "1940.00"
    ((group, reason, amount),) = [(a.group, a.reason, str(a.amount)) for a in denied.adjustments or ()]
    assert (group, reason, amount) == ("PR", "197", "1940.00")
    assert (paid.code, paid.modifiers, paid.description, str(paid.charge), paid.status) == (
        "99204",
        ("25",),
        "office visit",
        "385.00",
        None,
    )
    assert [str(paid.allowed), str(paid.plan_paid), str(paid.copay)] == ["214.60", "174.60", "40.00"]
    assert paid.patient_responsibility is None


def test_the_day_of_care_is_that_of_each_service() -> None:
    assert {str(line.service_date) for line in letter().lines} == {"2026-03-03"}


def test_what_the_whole_claim_leaves_is_the_patients_share() -> None:
    totals = letter().totals
    assert totals is not None
    assert (str(totals.patient_responsibility), totals.balance_due) == ("1980.00", None)


def test_the_diagnosis_that_a_sentence_tells_is_one_of_the_paper() -> None:
    assert letter().diagnosis_codes == ("M54.16",)


def test_the_reason_in_parentheses_is_no_part_of_its_words() -> None:
    assert [(remark.code, remark.text) for remark in letter().remarks or ()] == [
        ("PR-197", "prior authorization was not obtained")
    ]


def test_a_service_of_which_nothing_is_decided_or_charged_is_no_line() -> None:
    assert len(letter("You asked about a blood draw (36415).").lines) == 2
