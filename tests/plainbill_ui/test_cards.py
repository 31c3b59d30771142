"""Cards: what a finding rests on is said in plain words, diagnosis codes too."""

from plainbill.case import Evidence, Reading
from plainbill_ui.cards import diagnoses, diagnoses_of, finding_card, otherwise
from tests.plainbill_ui.explanation import HOSTILE, explanation


def test_a_diagnosis_code_in_the_evidence_is_explained_beside_it() -> None:
    result = explanation()
    codes = (
        Evidence(document="d1", line="2", field="diagnosis_codes", value="E11.9 Z23"),
        Evidence(document="d1", field="diagnosis_codes[0]", value="I10"),
    )

    card = finding_card(result.findings[0].but(evidence=codes), result, "tag")

    assert all(f"<strong>{code}</strong>: " in card for code in ("E11.9", "Z23", "I10"))
    assert "High blood pressure" in card


def test_a_finding_without_a_diagnosis_code_explains_none() -> None:
    result = explanation()

    assert "</strong>: " not in finding_card(result.findings[0], result, "tag")


def test_what_is_printed_in_place_of_a_code_cannot_break_out() -> None:
    assert "<img" not in diagnoses({HOSTILE: HOSTILE})


def test_the_diagnosis_codes_of_a_paper_stand_below_its_charges() -> None:
    bill = explanation().case.documents[0]

    assert diagnoses_of(bill) == ""
    assert "<strong>I10</strong>: <span>High blood pressure" in diagnoses_of(bill.but(diagnosis_codes=("I10",)))


def test_what_else_a_charge_may_be_is_shown_unless_code_and_words_agree() -> None:
    other = Reading(plain="A blood test.", group="lab", basis="description", confidence=0.7, vague=False, source="x")
    told = explanation().translations[1].but(alternatives=(other,))

    assert otherwise(explanation().translations[1]) == ""
    assert "<p>A blood test.</p>" in otherwise(told)
    assert otherwise(told.but(basis="both")) == ""
