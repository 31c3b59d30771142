"""Readability: a hard sentence is told from a plain one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.describing.readability import reading_grade, syllables_of


def test_a_sentence_of_the_trade_is_hard_and_a_plain_one_is_not() -> None:
    hard = "Level-of-service coding reflects documentation of history, examination and decision-making complexity."

    assert reading_grade(hard) > 15
    assert reading_grade("A blood test of iron. It looks for the cause of tired blood.") < 4


def test_a_name_that_the_text_explains_counts_one_syllable() -> None:
    text = "Ketorolac, a medicine for pain."

    assert reading_grade(text, frozenset({"ketorolac"})) < reading_grade(text)


@pytest.mark.parametrize(
    ("word", "count"), [("room", 1), ("table", 2), ("scanned", 1), ("medicine", 3), ("care", 1), ("knee", 1)]
)
def test_syllables_are_counted_about_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count


@given(st.text())
def test_noise_has_a_grade(text: str) -> None:
    assert isinstance(reading_grade(text), float)
