"""Asking: who answers in which order, and what becomes of answers that are none."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Line
from plainbill.plugins.asking import Plugins
from plainbill.plugins.boundary import SET_ASIDE
from plainbill.plugins.calling import PATIENCE
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from plainbill.reading.page import PageWords

PAGE = PageWords(index=0, file="bill.jpg", number=1, width=100, height=100, words=())
LINES = (Line(id="1", description="SECRET NAME"), Line(id="2", description="Gauze"))


def asked(*names: str, order: tuple[str, ...] = ()) -> tuple[Plugins, list[Failure]]:
    failures: list[Failure] = []
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    return Plugins(load_plugins(entries=entries), failures.append, order), failures


def test_a_plugin_that_raises_is_named_without_its_message_and_the_others_answer() -> None:
    plugins, failures = asked("raises", "answers")
    answers = plugins.describe_lines(LINES, None)
    assert [answer.plugin for answer in answers] == ["answers"]
    assert [(failure.plugin, failure.hook, failure.kind) for failure in failures] == [
        ("raises", "describe_lines", "ValueError")
    ]
    assert "SECRET" not in repr(failures)
    assert failures[0].where.startswith("raises.py:")


def test_an_answer_of_the_wrong_type_is_a_failure_and_no_answer() -> None:
    plugins, failures = asked("garbage")
    assert plugins.describe_lines(LINES, None) == ()
    assert plugins.readers() == ()
    assert plugins.lay_out_page(PAGE) is None
    assert {failure.kind for failure in failures} == {"bad return"}
    assert [failure.hook for failure in failures] == ["describe_lines", "register_readers", "lay_out_page"]


@pytest.mark.parametrize("installed", [("answers", "second"), ("second", "answers")])
@pytest.mark.parametrize(("order", "first"), [((), "answers"), (("second",), "second")])
def test_the_order_of_answers_is_that_of_the_settings_and_never_that_of_installation(
    installed: tuple[str, str], order: tuple[str, ...], first: str
) -> None:
    entries = [EntryPoint(name=name, value="tests.plugins.shelf.answers", group="plainbill") for name in installed]
    entries = [
        each if each.name == "answers" else EntryPoint(each.name, "tests.plugins.shelf.again", each.group)
        for each in entries
    ]
    plugins = Plugins(load_plugins(entries=entries), lambda failure: pytest.fail(failure.where), order)
    assert plugins.describe_lines(LINES, None)[0].plugin == first


def test_a_wrong_element_costs_its_line_and_no_other() -> None:
    plugins, failures = asked("half_wrong")
    (answer,) = plugins.describe_lines(LINES, None)
    assert [each is None for each in answer.answer] == [True, False]
    assert [(failure.kind, failure.where) for failure in failures] == [("bad return", "[0]")]


def test_answers_in_the_wrong_number_cannot_be_told_apart_and_are_left_out() -> None:
    plugins, failures = asked("half_wrong")
    assert plugins.describe_lines(LINES[:1], None) == ()
    assert [failure.kind for failure in failures] == ["bad return"]


def test_what_plugins_register_is_asked_for_once() -> None:
    plugins, failures = asked("garbage", "blind")
    assert [plugins.readers(), plugins.readers()] == [plugins.readers()] * 2
    assert len(failures) == 1


def test_a_plugin_that_was_set_aside_is_not_asked() -> None:
    plugins, failures = asked("raises", "answers")
    for _ in range(PATIENCE + 2):
        assert [answer.plugin for answer in plugins.describe_lines(LINES, None)] == ["answers"]
    assert [failure.kind for failure in failures] == ["ValueError"] * PATIENCE + [SET_ASIDE]
