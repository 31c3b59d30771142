"""Cards: what a finding rests on is said in plain words, diagnosis codes too."""

from plainbill.case import Evidence
from plainbill_ui.cards import diagnoses, finding_card
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

    assert 'class="pb-quiet"' not in finding_card(result.findings[0], result, "tag")


def test_what_is_printed_in_place_of_a_code_cannot_break_out() -> None:
    assert "<img" not in diagnoses({HOSTILE: HOSTILE})
