"""Possibilities: what a vague line usually stands for is shown as that, and never as what was done."""

from typing import get_args

from plainbill.case import Group, Line, Reading
from plainbill.describing import describe_line
from plainbill.describing.possibilities import possible_readings
from plainbill.describing.readability import reading_grade
from plainbill.describing.vague_lines import unknown_words_reading, vague_reading
from plainbill.knowledge.tables import read_table


def test_a_line_that_names_no_supply_gives_what_it_usually_is_and_asks() -> None:
    said = describe_line(Line(id="1", description="SURGICAL SUPPLIES"))

    assert said.vague
    assert "Ask for a list" in said.plain
    assert [each.group for each in said.alternatives] == ["supply"] * 3


def test_possibilities_are_less_sure_than_what_is_left_open_and_the_first_is_the_likeliest() -> None:
    left_open = vague_reading("FACILITY FEE")

    confidences = [each.confidence for each in possible_readings(left_open)]

    assert confidences == sorted(set(confidences), reverse=True)
    assert max(confidences) < left_open.confidence


def test_words_that_nobody_knows_have_no_possibilities() -> None:
    assert possible_readings(unknown_words_reading()) == ()


def test_what_is_said_outright_has_no_possibilities() -> None:
    said = Reading.model_validate(
        {**vague_reading("KIT").model_dump(), "vague": False, "confidence": 0.9},
    )

    assert possible_readings(said) == ()


def test_each_possibility_belongs_to_something_that_is_left_open() -> None:
    vague = {row["key"] for row in read_table("vague_readings")}
    vague |= {row["key"] for row in read_table("concepts") if row["vague"] == "yes"}

    assert {row["of"] for row in read_table("possibilities")} <= vague


def test_each_possibility_is_plain_and_in_a_group() -> None:
    rows = read_table("possibilities")

    assert {row["group"] for row in rows} <= set(get_args(Group))
    assert [row["plain"] for row in rows if reading_grade(row["plain"]) > 6 or not row["plain"].endswith(".")] == []
