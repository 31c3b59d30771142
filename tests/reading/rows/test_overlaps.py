"""Print that a reader saw twice."""

from plainbill.reading.page import Box, Word
from plainbill.reading.rows.overlaps import seen_once


def word(text: str, x0: float, x1: float, y0: float = 100.0) -> Word:
    box = Box(x0=x0, y0=y0, x1=x1, y1=y0 + 30)
    return Word(text=text, box=box, source_box=box, confidence=None, reader="r")


def test_the_colon_of_a_label_that_is_seen_again_before_its_value_goes() -> None:
    label, again, value = word("by:", 1350, 1392), word(":", 1378, 1393, 101), word("May", 1417, 1470)

    assert seen_once((label, again, value)) == (label, value)


def test_words_beside_each_other_stay_though_one_ends_like_the_other() -> None:
    words = (word("125.00", 100, 190), word("5.00", 195, 250))

    assert seen_once(words) == words


def test_words_below_each_other_stay() -> None:
    words = (word("1250", 100, 160), word("50", 130, 160, 135))

    assert seen_once(words) == words
