"""Texts on no paper: a bare code is taken as the code, words as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Line
from plainbill.describing import describe_line, line_from_row, line_from_text


@pytest.mark.parametrize(
    ("text", "code", "modifiers"),
    [
        ("Q4081", "Q4081", ()),
        (" q 4081 ", "Q4081", ()),
        ("99213-25", "99213", ("25",)),
        ("9921325", "99213", ("25",)),
        ("99284 25", "99284", ("25",)),
        ("CPT 71046-26", "71046", ("26",)),
        ("HCPCS code: Q4046", "Q4046", ()),
        ("E0601 RR KX", "E0601", ("RR", "KX")),
        ("0001F", "0001F", ()),
    ],
)
def test_a_bare_code_is_taken_as_the_code_with_its_modifiers(text: str, code: str, modifiers: tuple[str, ...]) -> None:
    assert line_from_text(text) == Line(id="1", code=code, modifiers=modifiers)


@pytest.mark.parametrize("text", ["9921", "992133", "X1234", "J349O1", "E99.99", "4500012"])
def test_a_malformed_code_stays_as_it_was_typed(text: str) -> None:
    assert line_from_text(text) == Line(id="1", code=text)


@pytest.mark.parametrize("text", ["SURGICAL SUPPLIES", "CA 125", "CA125", "B12", "T3", "SCREW 20002", "ROOM 99213 A"])
def test_words_stay_words(text: str) -> None:
    assert line_from_text(text) == Line(id="1", description=text)


@pytest.mark.parametrize("text", ["0450", "REV 450", "Revenue code 0450"])
def test_four_digits_with_a_leading_zero_are_a_revenue_code(text: str) -> None:
    assert line_from_text(text) == Line(id="1", revenue_code="0450")


def test_a_code_given_apart_stands_beside_the_words() -> None:
    assert line_from_text("ER visit", "99284-25") == Line(
        id="1", code="99284", modifiers=("25",), description="ER visit"
    )


def test_a_code_given_twice_is_no_description() -> None:
    assert line_from_text("Q4081", "q4081").description is None


@pytest.mark.parametrize(
    ("row", "code", "description"),
    [
        ("99284\tER visit", "99284", "ER visit"),
        ("ER visit\t99284\t120.00", "99284", "ER visit"),
        ('99284,"ER visit, long"', "99284", "ER visit"),
        ("99284;ER visit", "99284", "ER visit"),
        ("J1885\t15.00", "J1885", None),
        ("NEEDLE, 22G", None, "NEEDLE, 22G"),
        ("Q4081", "Q4081", None),
        ("90471, 90472", None, "90471, 90472"),
    ],
)
def test_a_row_may_have_a_code_and_a_text_apart(row: str, code: str | None, description: str | None) -> None:
    line = line_from_row(row)

    assert (line.code, line.description) == (code, description)


@pytest.mark.parametrize("text", ["MRI\x1b[31m BRAIN", "MRI\u202e BRAIN", "MRI\udce9 BRAIN", "MRI\x00BRAIN"])
def test_what_no_paper_prints_is_left_out_of_a_text(text: str) -> None:
    description = line_from_text(text).description

    assert description is not None
    assert description.isprintable()
    assert "BRAIN" in description


def test_colors_of_a_terminal_are_no_words() -> None:
    assert line_from_text("\x1b[1;31mMRI\x1b[0m BRAIN").description == "MRI BRAIN"


@given(st.text(), st.none() | st.text())
def test_any_text_can_be_described(text: str, code: str | None) -> None:
    translation = describe_line(line_from_text(text, code))

    assert translation.plain
    assert translation.vague == (translation.confidence < 0.5)
