"""Vagueness: a line that names no service is told from one that does, and never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Line
from plainbill.describing.vagueness import names_no_service


@pytest.mark.parametrize(
    "words",
    [
        "SURGICAL SUPPLIES",
        "surgical supplies",
        "HC SURG SUPPLY STERILE LVL 2",
        "MED/SURG SUPPLIES",
        "Facility fee",
        "MISCELLANEOUS",
        "Other services",
        "Hospital charges",
        "PROFESSIONAL SERVICES",
        "HCPCS Q-code",
        "PHARMACY",
        "Laboratory",
        "Operating room",
        "OR TIME",
        "ANESTHESIA",
        "",
        "  ",
        "***",
        "2 2 2",
    ],
)
def test_words_that_name_no_service_are_vague_without_a_code(words: str) -> None:
    assert names_no_service(Line(id="1", description=words))


def test_a_line_with_neither_words_nor_code_names_no_service() -> None:
    assert names_no_service(Line(id="1"))


@pytest.mark.parametrize(
    "words",
    [
        "PADDING AND ELASTIC BANDAGE",
        "IBUPROFEN 600 MG TABLET",
        "X-RAY ANKLE COMPLETE",
        "Physical therapy",
        "ER visit, level 4",
        "ROOM AND BOARD SEMI PRIVATE",
        "SCREW 2000-2345",
        "Consulta – paciente conocida 🙂",
        "LAB TEST VITAMIN D",
        "ANESTHESIA 45 MINUTES",
        "OPERATING ROOM 30 MIN",
        "CPAP rental, month",
        "Late fee",
        "NEW PATIENT LEVEL 3",
        "INITIAL HOSPITAL CARE",
        "MANUAL THERAPY",
        "GROUP THERAPY",
        "SURGICAL PATHOLOGY LEVEL 4",
        "HCPCS Q4081",
    ],
)
def test_words_that_name_something_are_not_vague(words: str) -> None:
    assert not names_no_service(Line(id="1", description=words))


@pytest.mark.parametrize("code", ["Q4046", "99213", "q 4081", "9921", "J349O1"])
def test_a_line_with_a_code_is_not_vague_whatever_its_words(code: str) -> None:
    assert not names_no_service(Line(id="1", code=code, description="SUPPLIES"))


@pytest.mark.parametrize(("revenue_code", "words"), [("0250", "PHARMACY"), ("0120", None), ("0360", "OPERATING ROOM")])
def test_rooms_and_drugs_rightly_carry_a_revenue_code_alone(revenue_code: str, words: str | None) -> None:
    assert not names_no_service(Line(id="1", revenue_code=revenue_code, description=words))


@pytest.mark.parametrize("revenue_code", ["0270", "272", "0300", "0510"])
def test_a_revenue_code_of_another_department_does_not_make_vague_words_clear(revenue_code: str) -> None:
    assert names_no_service(Line(id="1", revenue_code=revenue_code, description="SUPPLIES"))


def test_a_length_of_time_does_not_make_supplies_clear() -> None:
    assert names_no_service(Line(id="1", description="SUPPLIES 2 DAYS"))


@given(st.text())
def test_noise_never_raises(words: str) -> None:
    names_no_service(Line(id="1", description=words))


@given(st.sampled_from(["SURGICAL SUPPLIES", "ANKLE X-RAY"]), st.sampled_from(["lower", "title", "upper"]))
def test_capitals_change_nothing(words: str, way: str) -> None:
    written = {"lower": words.lower(), "title": words.title(), "upper": f"  {words} "}[way]

    assert names_no_service(Line(id="1", description=written)) == names_no_service(Line(id="1", description=words))
