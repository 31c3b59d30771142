"""Values that a reader tore apart or misread in one letter."""

from plainbill.case import Document
from plainbill.reading.rows.torn_values import with_capital_i
from plainbill.reading.terms.codes import with_whole_diagnoses
from tests.reading.papers import SERVICES, read_text


def bill(head: str) -> Document:
    return read_text(f"Ferncross Diagnostics\n9 Assay Park, Velmont, NJ 07899\n\n{head}\n{SERVICES}")


def test_a_lone_one_before_a_short_month_belongs_to_the_day() -> None:
    document = bill("Patient: Ada Lombard    Date of birth: 1 1/19/1968")
    assert document.patient is not None
    assert str(document.patient.date_of_birth) == "1968-11-19"


def test_another_lone_digit_before_a_day_leaves_it_open() -> None:
    document = bill("Patient: Ada Lombard    Date of birth: 4 1/19/1968")
    assert document.patient is not None
    assert document.patient.date_of_birth is None


def test_a_small_l_among_the_capitals_of_a_number_is_an_i() -> None:
    assert with_capital_i("Cl-884012") == "CI-884012"
    assert with_capital_i("88l40") == "88140"
    assert with_capital_i("Lola-20") == "Lola-20"
    assert with_capital_i("el-20") == "el-20"


def test_a_diagnosis_of_seven_characters_with_a_blank_in_it_is_whole() -> None:
    assert with_whole_diagnoses("S61.41 1A") == "S61.411A"
    assert with_whole_diagnoses("S61.411 A") == "S61.411A"
    assert with_whole_diagnoses("M54.5 1A") == "M54.5 1A"
    assert with_whole_diagnoses("S61.411A 1") == "S61.411A 1"
