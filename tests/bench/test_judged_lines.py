"""The answer file of judged lines: whole, in the groups of a translation, and without a line's text."""

from typing import get_args

import pytest

from bench.judged_lines import COUNT, draw, judgments, key_of
from plainbill.case import Group
from tests.example_cases import charge_lines


def test_every_judgment_is_in_a_group_that_translations_have() -> None:
    named = {group for judged in judgments().values() for group in (judged.group, *judged.also)}

    assert len(judgments()) == COUNT
    assert named <= set(get_args(Group))


def test_the_lines_that_the_seed_draws_are_those_that_were_judged() -> None:
    lines = charge_lines()
    if not lines:
        pytest.skip("the price lists are not beside the checkout")

    assert {key_of(line) for line in draw(lines)} == judgments().keys()


def test_no_meaning_is_the_text_of_its_line() -> None:
    lines = charge_lines()
    if not lines:
        pytest.skip("the price lists are not beside the checkout")

    copied = [line for line in draw(lines) if line.casefold() in judgments()[key_of(line)].meaning.casefold()]

    assert copied == []
