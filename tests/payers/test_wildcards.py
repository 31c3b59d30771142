"""Phrases with stars: a star stands for one to eight words, and nothing an author writes takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.payers.wildcards import MOST_SKIPPED, holds


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("This is NOT covered.", "not covered", True),
        ("This is not-covered", "not covered", False),
        ("Once in 24 months only", "once in * months", True),
        ("Once in months", "once in * months", False),
        ("once in a b c d e f g h months", "once in * months", True),
        ("once in a b c d e f g h i months", "once in * months", False),
        ("it is once here, then once in 3 months", "once in * months", True),
        ("", "once", False),
    ],
)
def test_a_text_holds_a_phrase_whatever_its_capitals_and_marks(text: str, phrase: str, expected: bool) -> None:
    assert holds(text, phrase) is expected


@given(st.lists(st.sampled_from(["a", "bc", "24"]), max_size=MOST_SKIPPED + 3))
def test_a_star_stands_for_one_word_up_to_the_most(skipped: list[str]) -> None:
    assert holds(" ".join(("once", *skipped, "again")), "once * again") is (1 <= len(skipped) <= MOST_SKIPPED)


def test_a_phrase_of_many_stars_is_held_against_a_long_text_at_once() -> None:
    # What tried every way would never end; the limit for each test ends it.
    assert not holds("a " * 5000, " * ".join(["a"] * 40) + " b")
