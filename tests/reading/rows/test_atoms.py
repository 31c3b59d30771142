"""Tokens of a row to values."""

import pytest

from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of


def values(*places: tuple[str, float]) -> list[str]:
    """The texts of the atoms of one row, whose words begin so many heights of print from the left."""
    words = []
    for text, x in places:
        box = Box(x0=20 * x, y0=0, x1=20 * x + 10 * len(text), y1=20)
        words.append(Word(text=text, box=box, source_box=box, confidence=0.9, reader="test"))
    (row,) = rows_of(PageWords(index=0, file="a", number=1, width=900, height=100, words=tuple(words)))
    return [atom.text for atom in atoms_of(row)]


@pytest.mark.parametrize(("gap", "read"), [(0.1, ["118.32"]), (0.3, ["1", "18.32"]), (1.5, ["1", "18.32"])])
def test_a_one_nearer_to_an_amount_than_any_blank_belongs_to_it(gap: float, read: list[str]) -> None:
    assert values(("1", 1.0), ("18.32", 1.5 + gap)) == read


def test_a_number_of_several_digits_before_an_amount_stays_apart() -> None:
    assert values(("45", 1.0), ("18.32", 2.1)) == ["45", "18.32"]


@pytest.mark.parametrize("group", ["PR", "C0", "PR-", "co"])
def test_the_reason_of_an_adjustment_stays_apart_from_its_amount(group: str) -> None:
    assert values((group, 1.0), ("1", 2.8), ("18.32", 3.4)) == [group, "1", "18.32"]


def test_a_day_that_a_reader_put_a_narrow_blank_into_is_one() -> None:
    box = Box(x0=0, y0=0, x1=70, y1=20)
    for gap, whole in ((6, True), (30, False)):
        first = Word(text="06/23/1", box=box, source_box=box, confidence=0.9, reader="test")
        other = Box(x0=70 + gap, y0=0, x1=100 + gap, y1=20)
        second = Word(text="977", box=other, source_box=other, confidence=0.9, reader="test")
        page = PageWords(index=0, file="a", number=1, width=300, height=50, words=(first, second))
        (row,) = rows_of(page)
        assert (atoms_of(row)[0].text == "06/23/1977") is whole


@pytest.mark.parametrize("sign", ["(S", "(5", "(s", "($"])
def test_what_was_seen_for_the_sign_of_an_amount_in_parentheses_is_no_figure_of_it(sign: str) -> None:
    assert values((sign, 1.0), ("161.82)", 2.4))[0].strip("($ )") == "161.82"


def test_another_figure_before_an_amount_in_parentheses_is_not_left_out() -> None:
    assert "161.82" not in {text.strip("()") for text in values(("(7", 1.0), ("161.82)", 2.4)) if text[:1] == "("}


def test_an_amount_behind_the_word_minus_is_below_zero() -> None:
    assert values(("paid", 1.0), ("minus", 4.0), ("$18.32", 7.0)) == ["paid", "-$18.32"]
    assert values(("minus", 1.0), ("$18.32", 9.0)) == ["minus", "$18.32"]


@pytest.mark.parametrize(("gap", "read"), [(0.15, ["11042"]), (0.4, ["1", "1042"])])
def test_two_ones_with_less_than_a_blank_between_them_may_be_of_one_code(gap: float, read: list[str]) -> None:
    assert values(("1", 1.0), ("1042", 1.5 + gap)) == read


@pytest.mark.parametrize(("gap", "read"), [(1.0, ["Dec 2, 2023"]), (1.6, ["Dec", "2,", "2023"])])
def test_a_spelled_day_may_have_the_wide_blanks_of_print_of_one_width(gap: float, read: list[str]) -> None:
    assert values(("Dec", 1.0), ("2,", 2.5 + gap), ("2023", 3.5 + 2 * gap)) == read
    bare = [text.replace("2,", "12") for text in read]
    assert values(("Dec", 1.0), ("12", 2.5 + gap), ("2023", 3.5 + 2 * gap)) == bare


@pytest.mark.parametrize(
    ("first", "rest", "gap", "read"),
    [
        ("971", "12", 0.15, ["97112"]),
        ("971", "12-GP", 0.15, ["97112-GP"]),
        ("971", "12", 0.4, ["971", "12"]),
        # No code that is known.
        ("971", "98", 0.15, ["971", "98"]),
    ],
)
def test_a_known_code_with_less_than_a_blank_in_it_is_whole(first: str, rest: str, gap: float, read: list[str]) -> None:
    assert values((first, 1.0), (rest, 2.5 + gap)) == read


def test_a_fraction_before_its_measure_is_no_day() -> None:
    (row,) = rows_of(page_of("WAITING TIME 1/2 HR     23.00"))
    assert [atom.kind for atom in atoms_of(row)] == ["text", "text", "text", "text", "money"]
    (row,) = rows_of(page_of("1/2 Office visit     23.00"))
    assert atoms_of(row)[0].kind == "date"


def test_whole_dollars_before_the_comma_of_a_sentence_are_an_amount() -> None:
    (row,) = rows_of(page_of("billed $265, plan paid $0, the rest $3, 000.00"))
    assert [atom.text for atom in atoms_of(row) if atom.kind == "money"][:2] == ["$265", "$0"]
    assert "$3" not in [atom.text for atom in atoms_of(row)]
