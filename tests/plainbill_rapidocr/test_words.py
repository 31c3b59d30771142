"""Runs of print are cut into words, each with its own part of the run's place."""

import pytest

from plainbill.plugins.records import SeenWord
from plainbill_rapidocr.words import Run, words_of_run

LEVEL = ((100.0, 50.0), (300.0, 50.0), (300.0, 70.0), (100.0, 70.0))


def cut(text: str, columns: tuple[int, ...], corners: tuple[tuple[float, float], ...] = LEVEL) -> list[SeenWord]:
    run = Run(text=text, corners=corners, columns=columns, width=20.0, scores=(0.9,) * len(text))
    return list(words_of_run(run, 1000, 1000))


def test_a_run_is_cut_at_its_blanks() -> None:
    first, second = cut("ab cd", (2, 4, 12, 14))
    assert (first.text, second.text) == ("ab", "cd")
    assert (first.box.x0, first.box.x1) == pytest.approx((115, 155))
    assert (second.box.x0, second.box.x1) == pytest.approx((215, 255))
    assert (first.box.y0, first.box.y1) == (50, 70)


def test_a_wide_gap_without_a_blank_makes_two_words() -> None:
    assert [word.text for word in cut("ab12", (1, 3, 14, 16))] == ["ab", "12"]


def with_paper(text: str, columns: tuple[int, ...], empty: tuple[float, ...]) -> list[str]:
    run = Run(text=text, corners=LEVEL, columns=columns, width=60.0, scores=(0.9,) * len(text), empty=empty)
    return [word.text for word in words_of_run(run, 1000, 1000)]


def test_a_step_with_much_paper_makes_two_words_where_the_recognizer_left_out_the_blank() -> None:
    # As read from a remittance in low light: CO 45 744.92.
    columns, empty = (0, 4, 10, 14, 19, 23, 26, 29, 32), (0.1, 0.35, 0.15, 0.48, 0.08, 0.06, 0.17, 0.1)
    assert with_paper("CO45744.92", (*columns, 35), (*empty, 0.04)) == ["CO", "45", "744.92"]


def test_paper_beside_a_narrow_letter_and_around_a_mark_makes_no_word() -> None:
    assert with_paper("11", (2, 5), (0.35,)) == ["11"]
    assert with_paper("18:42", (0, 3, 7, 11, 14), (0.1, 0.35, 0.35, 0.1)) == ["18:42"]


def test_even_letters_stay_one_word() -> None:
    assert [word.text for word in cut("99213", (1, 5, 9, 13, 17))] == ["99213"]


def test_a_run_from_top_to_bottom_is_cut_along_its_length() -> None:
    upright = ((50.0, 100.0), (70.0, 100.0), (70.0, 300.0), (50.0, 300.0))
    first, second = cut("ab cd", (2, 4, 12, 14), upright)
    assert (first.box.y0, first.box.y1) == pytest.approx((115, 155))
    assert (second.box.y0, second.box.y1) == pytest.approx((215, 255))
    assert (first.box.x0, first.box.x1) == (50, 70)


def test_letters_in_full_width_become_ascii() -> None:
    assert [word.text for word in cut("\uff11\uff12", (2, 4))] == ["12"]


def test_confidence_is_that_of_the_words_own_letters() -> None:
    run = Run(text="a b", corners=LEVEL, columns=(2, 12), width=20.0, scores=(0.4, 0.5, 1.0))
    assert [word.confidence for word in words_of_run(run, 1000, 1000)] == [0.4, 1.0]


def test_boxes_stay_inside_the_picture() -> None:
    run = Run(text="a", corners=LEVEL, columns=(19,), width=20.0, scores=(1.0,))
    (word,) = words_of_run(run, 298, 60)
    assert (word.box.x1, word.box.y1) == (298, 60)
