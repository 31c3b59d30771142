"""Diagnoses: what a diagnosis code stands for, typed alone or beside what looks like a procedure code."""

from decimal import Decimal

import pytest

from plainbill.case import Document, Line, Reading
from plainbill.describing import describe_diagnosis, describe_line, diagnoses_on, line_from_text, name_diagnosis
from plainbill.knowledge.tables import read_table
from tests.describing.imported import MadeUpTables

COMMON = [row["key"] for row in read_table("diagnoses")]


@pytest.mark.parametrize("code", COMMON)
def test_a_common_diagnosis_is_said_in_our_own_words(code: str) -> None:
    reading = describe_diagnosis(code)

    assert reading is not None
    assert reading.plain.startswith(next(row["plain"] for row in read_table("diagnoses") if row["key"] == code))
    assert (reading.group, reading.basis, reading.vague) == ("other", "code", False)
    assert reading.confidence >= 0.8


@pytest.mark.parametrize("written", ["E11.9", "E119", "e11.9", " E 11.9 "])
def test_a_diagnosis_code_may_be_written_with_or_without_its_dot(written: str) -> None:
    assert describe_diagnosis(written) == describe_diagnosis("E119")


def test_a_diagnosis_without_words_of_ours_has_its_chapter_and_its_official_title() -> None:
    said = name_diagnosis("S89.142A")

    assert said is not None
    assert said.startswith("A harm from outside")
    assert (
        "The code list says: Salter-Harris type 4 physeal broken bone of lower end of left shin bone. First care"
        in said
    )


def test_the_words_for_a_category_hold_for_the_codes_below_it() -> None:
    below, above = name_diagnosis("M54.51"), name_diagnosis("M54.5")

    assert above is not None
    assert below is not None
    assert below.startswith(f"{above} The code list says: ")


def test_a_code_that_only_heads_others_is_said_to_be_too_short() -> None:
    head, whole = describe_diagnosis("E11"), describe_diagnosis("E11.65")

    assert head is not None
    assert whole is not None
    assert "needs a longer code" in head.plain
    assert "longer" not in whole.plain


def test_a_diagnosis_code_that_ended_says_when() -> None:
    reading = describe_diagnosis("M54.5")

    assert reading is not None
    assert "ended on September 30, 2021" in reading.plain


@pytest.mark.parametrize("code", ["E99.99", "ZZZ.9", "", ".", "E", "E11.99999", "99213", "MRI"])
def test_what_is_no_diagnosis_code_is_not_described_as_one(code: str) -> None:
    assert describe_diagnosis(code) is None
    assert name_diagnosis(code) is None


@pytest.mark.parametrize("text", ["E11.9", "E119", "I10", "U07.1", "S72001A", "O3661X9", "z00.00"])
def test_a_bare_diagnosis_code_is_taken_as_one(text: str) -> None:
    translation = describe_line(line_from_text(text))

    assert "diagnosis code" in translation.plain
    assert (translation.basis, translation.vague) == ("code", False)
    assert translation.confidence >= 0.8


@pytest.mark.parametrize("text", ["ICD-10 E10.10", "Dx: E1010", "Diagnosis code E1010", "icd10cm e10.10"])
def test_letters_that_are_called_a_diagnosis_are_one(text: str) -> None:
    translation = describe_line(line_from_text(text), tables=MadeUpTables({"E1010": "Moon chair, each"}))

    assert translation.source == "icd-10-cm/E1010"
    assert translation.alternatives == ()


def test_words_beside_a_diagnosis_code_are_shown_and_the_code_is_called_what_it_is() -> None:
    words = Reading(
        plain="An X-ray.", group="imaging", basis="description", confidence=0.8, vague=False, source="words/x"
    )

    translation = describe_line(Line(id="1", code="E11.9", description="XRAY"), words)

    assert translation.plain.startswith("An X-ray. The code beside these words is a diagnosis code")
    assert "diabetes" in translation.alternatives[0].plain


def test_an_unknown_diagnosis_code_is_said_to_be_unknown() -> None:
    translation = describe_line(line_from_text("E99.99"))

    assert "our tables do not know it" in translation.plain
    assert translation.vague
    assert translation.confidence < 0.5


def test_letters_that_are_both_are_a_procedure_first_where_the_tables_have_it() -> None:
    translation = describe_line(line_from_text("E1010"), tables=MadeUpTables({"E1010": "Moon chair, each"}))

    assert translation.source == "hcpcs/E1010"
    assert [each.source for each in translation.alternatives] == ["icd-10-cm/E1010"]


def test_letters_that_only_the_family_of_a_procedure_knows_are_a_diagnosis_first() -> None:
    translation = describe_line(line_from_text("E1010"))

    assert translation.source == "icd-10-cm/E1010"
    assert [each.vague for each in translation.alternatives] == [True]


def test_a_procedure_code_that_is_no_diagnosis_has_no_second_reading() -> None:
    assert line_from_text("Q4081") == Line(id="1", code="Q4081")


def test_a_charge_whose_code_is_a_diagnosis_stays_open_and_says_what_the_code_is() -> None:
    translation = describe_line(Line(id="1", code="I10", charge=Decimal("10.00")))

    assert "High blood pressure" in translation.plain
    assert "Ask which service the charge is for" in translation.plain
    assert translation.vague


def test_a_charge_without_words_is_not_explained_by_its_diagnosis() -> None:
    translation = describe_line(Line(id="1", diagnosis_codes=("I10",), charge=Decimal("10.00")))

    assert "no words" in translation.plain
    assert translation.vague


def test_the_diagnoses_of_a_paper_are_named_once_each_in_their_order() -> None:
    line = Line(id="1", diagnosis_codes=("e119", "E99.99", "Z23"))

    named = diagnoses_on(Document(id="d", kind="bill", diagnosis_codes=("I10", "E11.9"), lines=(line,)))

    assert list(named) == ["I10", "E11.9", "E99.99", "Z23"]
    assert named["E99.99"] == "Our tables do not know this code."


def test_a_paper_without_diagnosis_codes_has_none_named() -> None:
    assert diagnoses_on(Document(id="d", kind="bill")) == {}
