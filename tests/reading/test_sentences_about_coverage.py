"""Sentences with a colon behind a word that is a label elsewhere."""

from tests.reading.papers import SERVICES, read_text


def test_what_to_do_with_questions_about_coverage_names_no_plan() -> None:
    document = read_text(f"""
Brookline Diagnostic Laboratory           Invoice 4410-77
Patient: Ada Lombard                      Invoice date: 05/09/2026
{SERVICES}
Your plan has paid its share. Questions about coverage: ask the
people whose number is on your card.
""")
    assert document.coverage is None or document.coverage.plan_name is None


BILL = f"""
Quarrytown Rescue District                Invoice 26-44854
Invoice date: 05/29/2026
Patient              Date of birth        Reason (ICD-10)
Ada Lombard          12-03-1948           R07.9, R06.02
{SERVICES}
We have sent a claim to Larch Basin Health Plan (ID LB4471882). Your insurance has not yet
answered. You may wait for its decision.
"""


def test_that_insurance_has_not_answered_may_wrap_between_two_rows() -> None:
    assert read_text(BILL).insurance_pending is True


def test_a_sentence_that_ends_says_nothing_of_the_row_below() -> None:
    assert read_text(BILL.replace("has not yet\nanswered", "was billed.\nanswered")).insurance_pending is None


def test_the_members_number_stands_behind_the_plan_that_was_sent_the_claim() -> None:
    document = read_text(BILL)
    assert document.coverage is not None
    assert document.coverage.member_id == "LB4471882"


def test_a_reason_in_codes_is_a_diagnosis() -> None:
    assert read_text(BILL).diagnosis_codes == ("R07.9", "R06.02")
