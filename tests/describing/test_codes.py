"""Codes: what the tables know is said, what they do not know is said to be unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Line
from plainbill.describing import describe_code, describe_line, describe_revenue_code
from plainbill.knowledge.tables import read_table


@given(st.sampled_from(read_table("codes")))
def test_every_code_of_the_tables_is_explained_with_confidence(row: dict[str, str]) -> None:
    translation = describe_line(Line(id="1", code=row["key"]))

    assert (translation.basis, translation.vague) == ("code", False)
    assert translation.confidence >= 0.8
    assert translation.source.endswith(f"/{row['key']}")


@pytest.mark.parametrize("written", ["q4081", "Q 4081", "Q-4081"])
def test_a_code_is_known_however_it_is_written(written: str) -> None:
    assert describe_code(written) == describe_code("Q4081")


def test_a_drug_code_tells_what_one_unit_stands_for() -> None:
    reading = describe_code("Q4081")

    assert reading is not None
    assert "dialysis" in reading.plain
    assert "100 units" in reading.plain


def test_known_modifiers_are_told_and_unknown_ones_left_out() -> None:
    reading = describe_code("73610", ("RT", "ZZ"))

    assert reading is not None
    assert "(RT: right side)" in reading.plain
    assert "ZZ" not in reading.plain


@pytest.mark.parametrize(
    ("code", "group"), [("J8888", "drug"), ("A4560", "supply"), ("71130", "imaging"), ("0123T", "procedure")]
)
def test_a_code_that_only_its_family_knows_is_vague_and_names_the_kind(code: str, group: str) -> None:
    translation = describe_line(Line(id="1", code=code))

    assert translation.vague
    assert translation.confidence < 0.5
    assert translation.group == group
    assert "Ask" in translation.plain


@pytest.mark.parametrize("code", ["9921", "ABCDE", "99213X", "Z1234", "123456"])
def test_a_code_of_no_known_shape_is_said_to_be_unknown(code: str) -> None:
    translation = describe_line(Line(id="1", code=code))

    assert translation.vague
    assert translation.confidence < 0.5
    assert describe_code(code) is None


def test_a_diagnosis_code_is_told_from_a_charge() -> None:
    translation = describe_line(Line(id="1", code="M79.3"))

    assert "diagnosis code" in translation.plain
    assert translation.vague


def test_a_revenue_code_of_a_room_is_explained() -> None:
    reading = describe_revenue_code("0120")

    assert reading is not None
    assert (reading.group, reading.vague) == ("room", False)


def test_a_revenue_code_of_supplies_leaves_open_which() -> None:
    reading = describe_revenue_code("270")

    assert reading is not None
    assert (reading.group, reading.vague) == ("supply", True)
    assert "Ask" in reading.plain


@pytest.mark.parametrize("revenue_code", ["9990", "ABCD", "", "00450"])
def test_a_revenue_code_of_no_table_is_unknown(revenue_code: str) -> None:
    assert describe_revenue_code(revenue_code) is None
