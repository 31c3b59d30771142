"""The answer files of judged lines: whole, in the groups of a translation, and without a line's text."""

from typing import get_args

import pytest

from bench.describing import describe
from bench.invented import invented
from bench.judged_lines import DRAWS, Drawn, draw, judgments, key_of, written
from plainbill.case import Group
from tests.example_cases import charge_lines

each_draw = pytest.mark.parametrize("drawn", DRAWS, ids=lambda drawn: drawn.answers.stem)


@each_draw
def test_every_judgment_is_in_a_group_that_translations_have(drawn: Drawn) -> None:
    named = {group for judged in judgments(drawn).values() for group in (judged.group, *judged.also)}

    assert len(judgments(drawn)) == drawn.count
    assert named <= set(get_args(Group))


@each_draw
def test_the_lines_that_the_seed_draws_are_those_that_were_judged(drawn: Drawn) -> None:
    lines = charge_lines()
    if not lines:
        pytest.skip("the price lists are not beside the checkout")

    assert {key_of(line) for line in draw(lines, drawn)} == judgments(drawn).keys()


@each_draw
def test_no_meaning_is_the_text_of_its_line(drawn: Drawn) -> None:
    lines = charge_lines()
    if not lines:
        pytest.skip("the price lists are not beside the checkout")

    judged = judgments(drawn)
    copied = [line for line in draw(lines, drawn) if line.casefold() in judged[key_of(line)].meaning.casefold()]

    assert copied == []


def test_no_line_is_drawn_twice() -> None:
    keys = [key for drawn in DRAWS for key in judgments(drawn)]

    assert len(keys) == len(set(keys))


def test_nothing_is_invented_of_the_lines_that_were_written_for_it() -> None:
    lines = list(written())

    found = {line: invented(line, said) for line, said in zip(lines, describe(lines), strict=True)}

    assert {line: details for line, details in found.items() if details} == {}
